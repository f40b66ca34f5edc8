package io.github.raspspring.attack.query;

import io.github.raspspring.engine.Rule;
import io.github.raspspring.sink.Literals;
import io.github.raspspring.sink.SinkKind;
import io.github.raspspring.sink.TextCall;
import io.github.raspspring.sink.TextJudge;
import io.github.raspspring.sink.TextSearch;

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
	protected TextSearch.PlaceJudge places(TextCall call) {
		String text = call.argument();
		Literals literals = new Literals(text, false);
		boolean quotedStar = isQuoted(text, literals);
		return (start, end) -> isValue(text, literals, quotedStar, start, end) ? null : STRUCTURE;
	}

	private static boolean isValue(String text, Literals literals, boolean quotedStar, int start, int end) {
		// A single character can't do harm unless it opens a literal or means any node.
		boolean single = end - start == 1 && literals.balanced() && (text.charAt(start) != '*' || quotedStar);
		return single || literals.enclose(start, end) || literals.isWhole(start, end) || isName(text, start, end);
	}

	/**
	 * Return whether there is a star within a literal too: that is the input then, and
	 * the other one belongs to the application.
	 */
	private static boolean isQuoted(String text, Literals literals) {
		for (int i = text.indexOf('*'); i >= 0; i = text.indexOf('*', i + 1)) {
			if (literals.enclose(i, i + 1)) {
				return true;
			}
		}
		return false;
	}

	/**
	 * Return whether a part is a name, with a prefix or without, or a number.
	 */
	private static boolean isName(String text, int start, int end) {
		boolean name = Character.isLetter(text.charAt(start));
		for (int i = start; i < end; i++) {
			char c = text.charAt(i);
			boolean prefix = c == ':' && i + 1 < end && Character.isLetter(text.charAt(i + 1));
			boolean inner = (c == '.' || (name && (c == '-' || prefix))) && i > start && i + 1 < end;
			if (!Character.isLetterOrDigit(c) && c != '_' && !inner) {
				return false;
			}
		}
		return true;
	}

}
