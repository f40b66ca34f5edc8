package io.github.raspspring.sink;

import io.github.raspspring.engine.Rule;

/**
 * Judges an XPath about to be evaluated: does a value of the request change which nodes
 * are meant (CWE-643)? It is harmless within a literal, as a number or as a name.
 * Thread-safe.
 */
public final class XPathJudge extends TextJudge {

	private static final Rule STRUCTURE = new Rule("structure", "CWE-643",
			"A value of the request changes the structure of an XPath.",
			"Keep the XPath constant and hand values over by an XPathVariableResolver.");

	/**
	 * Create a judge.
	 */
	public XPathJudge() {
		super(SinkKind.XPATH);
	}

	@Override
	TextSearch.PlaceJudge places(TextCall call) {
		String text = call.argument();
		Literals literals = new Literals(text, false);
		return (start, end) -> isValue(text, literals, start, end) ? null : STRUCTURE;
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
