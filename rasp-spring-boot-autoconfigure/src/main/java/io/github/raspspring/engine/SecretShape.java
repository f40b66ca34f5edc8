package io.github.raspspring.engine;

import java.util.List;
import java.util.Locale;
import java.util.Set;

import org.jspecify.annotations.Nullable;

/**
 * Tells by its looks whether a word may be a secret or a number that belongs to somebody,
 * rather than a word that developers call things by. Errs on the side of the secret.
 */
final class SecretShape {

	private static final int LONGEST_WORD = 15;

	private static final int LONGEST_NUMBER = 2;

	private static final int LONGEST_CAPITALS = 6;

	private static final int SHORTEST_HUMP = 3;

	private static final int MOST_CONSONANTS = 5;

	private static final int SHORTEST_HEX = 8;

	/** Fields named so hold secrets, with whatever else in their names. */
	private static final List<String> IN_NAMES = List.of("passw", "passphrase", "passcode", "kennwort", "secret",
			"token", "credential", "authoriz", "authentic", "apikey", "accesskey", "privatekey", "session", "cookie",
			"signature", "creditcard", "cardnumber", "iban", "jwt", "socialsecurity");

	/** Fields named just so hold secrets. */
	private static final Set<String> NAMES = Set.of("pwd", "pass", "pw", "pin", "tan", "otp", "mfa", "cvv", "cvc",
			"ssn", "card", "pan", "sid", "auth", "bearer");

	private static final int SHORTEST_NAME = 2;

	private static final int LONGEST_NAME = 6;

	private SecretShape() {
	}

	/**
	 * Return whether a value is a secret by the place where it stands.
	 */
	static boolean isHeldBy(@Nullable InputLocation location, @Nullable String name) {
		if (name == null || location == InputLocation.COOKIE) {
			return location == InputLocation.COOKIE;
		}
		String plain = name.substring(name.lastIndexOf('/') + 1).toLowerCase(Locale.ROOT);
		String joined = joined(plain);
		for (String part : IN_NAMES) {
			if (joined.contains(part)) {
				return true;
			}
		}
		return hasName(plain);
	}

	private static String joined(String name) {
		return name.replace("-", "").replace("_", "").replace(".", "");
	}

	/**
	 * Tell whether one of the words that letters alone make is such a name.
	 */
	private static boolean hasName(String plain) {
		int start = 0;
		for (int i = 0; i <= plain.length(); i++) {
			if (i == plain.length() || plain.charAt(i) < 'a' || plain.charAt(i) > 'z') {
				if (i - start >= SHORTEST_NAME && i - start <= LONGEST_NAME
						&& NAMES.contains(plain.substring(start, i))) {
					return true;
				}
				start = i + 1;
			}
		}
		return false;
	}

	/**
	 * Return whether a run of letters and digits is no word: too long, with digits other
	 * than a short number at its end, in capitals by turns, or not to be spoken.
	 */
	static boolean matches(CharSequence text, int start, int end) {
		int letters = start;
		while (letters < end && Character.isLetter(text.charAt(letters))) {
			letters++;
		}
		for (int i = letters; i < end; i++) {
			if (!isDigit(text.charAt(i))) {
				return true;
			}
		}
		return end - letters > LONGEST_NUMBER || letters - start > LONGEST_WORD || isHex(text, start, letters)
				|| !isSpoken(text, start, letters);
	}

	static boolean isDigit(char c) {
		return c >= '0' && c <= '9';
	}

	private static boolean isSpoken(CharSequence text, int start, int end) {
		int consonants = 0;
		int capitals = 0;
		int hump = 0;
		boolean mixed = false;
		for (int i = start; i < end; i++) {
			char c = text.charAt(i);
			boolean capital = c >= 'A' && c <= 'Z';
			boolean turns = capital && hump > 0;
			mixed |= turns && hump < SHORTEST_HUMP && i - hump > start;
			hump = capital ? 0 : hump + 1;
			capitals = capital ? capitals + 1 : 0;
			consonants = isVowel(c) ? 0 : consonants + 1;
			if (mixed || capitals > LONGEST_CAPITALS || consonants > MOST_CONSONANTS) {
				return false;
			}
		}
		return true;
	}

	private static boolean isVowel(char c) {
		return c >= 0x80 || "aeiouy".indexOf(c | 0x20) >= 0;
	}

	private static boolean isHex(CharSequence text, int start, int end) {
		for (int i = start; i < end; i++) {
			int c = text.charAt(i) | 0x20;
			if (c < 'a' || c > 'f') {
				return false;
			}
		}
		return end - start >= SHORTEST_HEX;
	}

}
