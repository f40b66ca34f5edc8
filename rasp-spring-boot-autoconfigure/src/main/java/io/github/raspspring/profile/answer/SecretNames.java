package io.github.raspspring.profile.answer;

import java.nio.charset.StandardCharsets;

import io.github.raspspring.engine.Redaction;

/**
 * Tells whether a text in JSON names a secret, be it as a property or as a value that
 * others stand for. Errs on the side of the secret. Stateless.
 */
final class SecretNames {

	/** What is longer is no name. */
	private static final int LONGEST = 64;

	private SecretNames() {
	}

	static boolean areIn(byte[] json, int length) {
		int start = -1;
		for (int i = 0; i < length; i++) {
			if (json[i] == '"') {
				if (start >= 0 && isSecret(json, start, i)) {
					return true;
				}
				start = (start < 0) ? i + 1 : -1;
			}
			else if (json[i] == '\\' && start >= 0) {
				i++;
			}
		}
		return false;
	}

	/**
	 * A short text with escapes may be any name.
	 */
	private static boolean isSecret(byte[] json, int start, int end) {
		if (end - start > LONGEST) {
			return false;
		}
		String text = new String(json, start, end - start, StandardCharsets.UTF_8);
		return text.indexOf(' ') < 0 && (text.contains("\\u") || Redaction.isSecret(null, text));
	}

}
