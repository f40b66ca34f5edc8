package io.github.raspspring.attack.markup;

import io.github.raspspring.text.Ascii;
import io.github.raspspring.text.CharacterSet;

/**
 * An attribute by which a library of scripts takes an expression from the page: those of
 * Vue, Angular, Alpine, Knockout and htmx. Stateless.
 */
final class Directive {

	private static final int LONGEST_VALUE = 128;

	/** What an expression needs to load a script or to send something away. */
	private static final String[] REACHES = { "import(", "createelement(", "serviceworker", "xmlhttprequest",
			"sendbeacon", "fetch('//", "fetch(`//", "fetch(\"//", ".src='//", ".location='//", "constructor", "$event.",
			"js:{", "print()", "top['", "self['", "window['", "parent['", "frames['" };

	/**
	 * What these begin with, in either case, and a character that is written as a number.
	 */
	private static final CharacterSet FIRST = CharacterSet.of("iIcCsSxXfF.$jJpPtTwW\\");

	/** What stands behind the name of what is called or taken. */
	private static final CharacterSet CALLED = CharacterSet.of("(.)[`");

	private Directive() {
	}

	/**
	 * Return whether the attribute holds an expression.
	 */
	static boolean isAt(String text, int start) {
		return switch (Ascii.fold(text.charAt(start))) {
			case '@', ':' -> true;
			case 'v' -> Ascii.startsWith(text, start, "v-");
			case 'n' -> Ascii.startsWith(text, start, "ng-");
			case 'x' -> Ascii.startsWith(text, start, "x-");
			case 'h' -> Ascii.startsWith(text, start, "hx-on") || Ascii.startsWith(text, start, "hx-vals");
			case 'd' -> Ascii.startsWith(text, start, "data-bind") || Ascii.startsWith(text, start, "data-hx-")
					|| Ascii.startsWith(text, start, "data-ng-") || Ascii.startsWith(text, start, "data-x-");
			default -> false;
		};
	}

	/**
	 * Return whether the expression in its value reaches for the page.
	 */
	static boolean reachesOut(String text, int value) {
		int end = Math.min(text.length(), value + LONGEST_VALUE);
		for (int i = value; i < end && text.charAt(i) != '>'; i++) {
			char c = text.charAt(i);
			boolean called = CALLED.contains(c) && ScriptEvidence.isSink(text, i);
			if (called || FIRST.contains(c) && reaches(text, i, c) || isPassedOn(text, i, c, end)) {
				return true;
			}
		}
		return false;
	}

	/**
	 * Return whether a function is taken instead of called, to be called under another
	 * name: {@code [alert][0](1)}, {@code a=alert,a(1)}.
	 */
	private static boolean isPassedOn(String text, int i, char c, int end) {
		if (c != ']' && c != ',' || !ScriptEvidence.isFunction(text, i)) {
			return false;
		}
		int call = text.indexOf('(', i);
		return call > 0 && call < end && (c == ',' || Ascii.at(text, call - 1) == ']');
	}

	private static boolean reaches(String text, int i, char c) {
		if (c == '\\') {
			return text.startsWith("\\u00", i);
		}
		for (String word : REACHES) {
			if (word.charAt(0) == Ascii.fold(c) && Ascii.startsWith(text, i, word)) {
				return true;
			}
		}
		return false;
	}

}
