package io.github.raspspring.attack.expression;

import io.github.raspspring.text.Ascii;

/**
 * What stands where an expression opens. Looks at a bounded piece before it.
 */
final class ExpressionPlace {

	private static final int LONGEST_PREFIX = 32;

	private ExpressionPlace() {
	}

	/**
	 * Return where the word begins that an index is in.
	 */
	static int wordStart(String text, int index) {
		if (index < LONGEST_PREFIX) {
			return 0;
		}
		int i = index;
		while (index - i < LONGEST_PREFIX && text.charAt(i - 1) > ' ') {
			i--;
		}
		return i;
	}

	/**
	 * Tell whether a property of the system is read in the only argument of an
	 * annotation, as programs are configured:
	 * {@code @Value("#{systemProperties['user.home']}")}.
	 * @param start where the expression opens
	 */
	static boolean isInAnnotation(String text, int start) {
		int before = start - 2;
		if (before < 1 || !text.startsWith("(\"#{system", before)) {
			return false;
		}
		int name = before;
		while (name > 0 && before - name < LONGEST_PREFIX && Ascii.isLetter(text.charAt(name - 1))) {
			name--;
		}
		return name < before && Ascii.at(text, name - 1) == '@';
	}

	/**
	 * Tell whether a tag of a template sets a variable.
	 * @param start where the tag opens
	 */
	static boolean setsVariable(String text, int start) {
		return text.startsWith("{%", start) && text.startsWith("set ", Ascii.skipSpace(text, start + 2));
	}

}
