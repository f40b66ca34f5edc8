package io.github.raspspring.attack.markup;

import io.github.raspspring.text.Ascii;

/**
 * Where the value of an attribute makes a form send what its reader enters. Stateless.
 */
final class FormTarget {

	private FormTarget() {
	}

	/**
	 * Return whether the value is a URL of another host.
	 */
	static boolean isElsewhere(String text, int value) {
		int start = unquoted(text, value);
		char first = Ascii.at(text, start);
		char second = Ascii.at(text, start + 1);
		boolean slashes = (first == '/' || first == '\\') && (second == '/' || second == '\\');
		return slashes || Ascii.startsWith(text, start, "http:") || Ascii.startsWith(text, start, "https:");
	}

	/**
	 * Return whether the value is that of a field for passwords.
	 */
	static boolean isPassword(String text, int value) {
		int start = unquoted(text, value);
		return Ascii.startsWith(text, start, "passw") || Ascii.startsWith(text, start, "pwd");
	}

	private static int unquoted(String text, int value) {
		int i = behindBlanks(text, value);
		char c = Ascii.at(text, i);
		return (c == '"' || c == '\'') ? behindBlanks(text, i + 1) : i;
	}

	private static int behindBlanks(String text, int from) {
		int i = from;
		while (i < text.length() && text.charAt(i) <= ' ') {
			i++;
		}
		return i;
	}

}
