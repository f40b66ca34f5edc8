package io.github.raspspring.engine;

import java.util.Locale;
import java.util.Set;

/**
 * Shows a path of which nobody knows what its segments mean. Words stay, so that one sees
 * what was asked for; all else is shown by its shape, since it may be a number of a card,
 * a token, or the secret of a link that resets a password.
 */
final class PathRedaction {

	private static final int LONGEST = 120;

	/** Of the words before secrets. */
	private static final int SHORTEST = 3;

	/** What follows these is a secret, whatever it looks like. */
	private static final Set<String> BEFORE_SECRETS = Set.of("reset", "resets", "token", "tokens", "verify",
			"verification", "confirm", "confirmation", "activate", "activation", "invite", "invites", "invitation",
			"invitations", "unsubscribe", "password", "passwords", "otp", "code", "codes", "magic", "session",
			"sessions", "key", "keys", "secret", "secrets", "share", "shared", "recover", "recovery", "unlock",
			"callback");

	private PathRedaction() {
	}

	static String of(String path) {
		StringBuilder shown = new StringBuilder(Math.min(path.length(), LONGEST));
		boolean secret = false;
		int start = 0;
		while (start <= path.length() && shown.length() < LONGEST) {
			int end = path.indexOf('/', start);
			end = (end < 0) ? path.length() : end;
			boolean word = !secret && isWord(path, start, end);
			append(path, start, end, word, shown);
			if (end < path.length()) {
				shown.append('/');
			}
			secret = end > start && (word ? precedesSecret(path, start, end) : secret);
			start = end + 1;
		}
		shown.setLength(Math.min(shown.length(), LONGEST));
		return shown.toString();
	}

	private static boolean precedesSecret(String path, int start, int end) {
		String segment = path.substring(start, end).toLowerCase(Locale.ROOT);
		int word = 0;
		for (int i = 0; i <= segment.length(); i++) {
			char c = (i < segment.length()) ? segment.charAt(i) : '-';
			if (c < 'a' || c > 'z') {
				if (i - word >= SHORTEST && BEFORE_SECRETS.contains(segment.substring(word, i))) {
					return true;
				}
				word = i + 1;
			}
		}
		return false;
	}

	private static boolean isWord(String path, int start, int end) {
		if (end - start > LONGEST) {
			return false;
		}
		int word = start;
		int digits = 0;
		for (int i = start; i <= end; i++) {
			char c = (i < end) ? path.charAt(i) : '-';
			digits += SecretShape.isDigit(c) ? 1 : 0;
			if (Character.isLetterOrDigit(c)) {
				continue;
			}
			if (".-_~*{}[]()!?".indexOf(c) < 0 || SecretShape.matches(path, word, i)) {
				return false;
			}
			word = i + 1;
		}
		return digits <= 2;
	}

	private static void append(String path, int start, int end, boolean word, StringBuilder shown) {
		int limit = Math.min(end, start + LONGEST);
		for (int i = start; i < limit; i++) {
			char c = path.charAt(i);
			shown.append(word ? Redaction.plain(c) : Redaction.mask(c));
		}
	}

}
