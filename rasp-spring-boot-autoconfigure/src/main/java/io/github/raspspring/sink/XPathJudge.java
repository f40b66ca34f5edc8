package io.github.raspspring.sink;

import io.github.raspspring.engine.Rule;
import org.jspecify.annotations.Nullable;

/**
 * Judges an XPath about to be evaluated: does a value of the request change which nodes
 * are meant (CWE-643)? It is harmless within a literal, as a number or as a name.
 * Thread-safe.
 */
public final class XPathJudge implements SinkJudge<TextCall> {

	private static final Rule STRUCTURE = new Rule("structure", "CWE-643",
			"A value of the request changes the structure of an XPath.",
			"Keep the XPath constant and hand values over by an XPathVariableResolver.");

	private final Sightings ownTexts = new Sightings(1 << 18);

	@Override
	public SinkKind kind() {
		return SinkKind.XPATH;
	}

	@Override
	public Class<TextCall> callType() {
		return TextCall.class;
	}

	@Override
	public @Nullable SinkVerdict judge(TextCall call, SinkInputs inputs) {
		String text = call.argument();
		if (this.ownTexts.contains(text, inputs.route())) {
			return null;
		}
		boolean[] found = new boolean[1];
		Literals literals = new Literals(text, false);
		SinkVerdict verdict = TextSearch.firstAttack(text, inputs, (start, end) -> {
			found[0] = true;
			return isValue(text, literals, start, end) ? null : STRUCTURE;
		});
		if (!found[0]) {
			this.ownTexts.add(text, inputs.route());
		}
		return verdict;
	}

	private static boolean isValue(String text, Literals literals, int start, int end) {
		// A single character can't do harm unless it opens a literal.
		boolean single = end - start == 1 && literals.balanced();
		return single || literals.enclose(start, end) || literals.isWhole(start, end) || isName(text, start, end);
	}

	/**
	 * Return whether a part is a name or number.
	 */
	private static boolean isName(String text, int start, int end) {
		boolean name = Character.isLetter(text.charAt(start));
		for (int i = start; i < end; i++) {
			char c = text.charAt(i);
			boolean inner = (c == '.' || (c == '-' && name)) && i > start && i + 1 < end;
			if (!Character.isLetterOrDigit(c) && c != '_' && !inner) {
				return false;
			}
		}
		return true;
	}

}
