package io.github.raspspring.inspect;

import io.github.raspspring.engine.Redaction;
import io.github.raspspring.text.Ascii;

/**
 * Tells whether a long text gives a value to something that is named as a secret, as
 * documents, forms, calls and elements do. Errs on the side of the secret. Stateless.
 */
final class NamedSecrets {

	private static final int LONGEST_NAME = 40;

	/** Quotes, escapes of them, and blanks that may stand behind a name. */
	private static final int LONGEST_JOINT = 8;

	private NamedSecrets() {
	}

	static boolean areIn(String text) {
		for (int i = 1; i < text.length(); i++) {
			char c = text.charAt(i);
			if ((c == ':' || c == '=' || c == '>') && isNamed(text, i)) {
				return true;
			}
		}
		return false;
	}

	private static boolean isNamed(String text, int sign) {
		int end = sign;
		while (end > 0 && sign - end < LONGEST_JOINT && isJoint(text.charAt(end - 1))) {
			end--;
		}
		int start = end;
		while (start > 0 && end - start < LONGEST_NAME && isOfName(text.charAt(start - 1))) {
			start--;
		}
		return end > start && Redaction.isSecret(null, text.substring(start, end));
	}

	private static boolean isJoint(char c) {
		return c <= ' ' || c == '"' || c == '\'' || c == '\\';
	}

	private static boolean isOfName(char c) {
		return Ascii.isWord(c) || c == '-' || c == '.';
	}

}
