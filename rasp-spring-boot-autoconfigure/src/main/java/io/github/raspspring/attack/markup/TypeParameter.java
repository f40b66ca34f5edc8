package io.github.raspspring.attack.markup;

import io.github.raspspring.text.Ascii;

/**
 * A name between angle brackets that rather is a type, as of a list, than an element.
 * Stateless.
 */
final class TypeParameter {

	private static final int LONGEST_LIST = 40;

	private TypeParameter() {
	}

	/**
	 * Tell whether a name is a type.
	 * @param text the text
	 * @param start index of the angle bracket
	 * @param end index behind the name
	 */
	static boolean is(String text, int start, int end) {
		char before = Ascii.at(text, start - 1);
		char first = Ascii.at(text, start + 1);
		char after = Ascii.at(text, end + 1);
		boolean generic = Ascii.isLetter(before) && first >= 'A' && first <= 'Z' && Ascii.at(text, start + 2) >= 'a';
		return generic && (Ascii.at(text, end) == '>' && !Ascii.isLetter(after) || isUnionOfTypes(text, end));
	}

	/**
	 * Return whether further types follow up to the end of the list, and no attribute.
	 */
	private static boolean isUnionOfTypes(String text, int end) {
		int sign = Ascii.skipSpace(text, end);
		char c = Ascii.at(text, sign);
		if (c != '|' && c != '&' && c != ',' && c != '[' && c != '?') {
			return false;
		}
		int i = sign;
		while (i < sign + LONGEST_LIST && i < text.length() && text.charAt(i) != '>') {
			char d = text.charAt(i++);
			if (d == '=' || d == '/' || d == '"' || d == '\'') {
				return false;
			}
		}
		return Ascii.at(text, i) == '>';
	}

}
