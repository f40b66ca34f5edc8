package io.github.raspspring.engine;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;

import org.jspecify.annotations.Nullable;

/**
 * Tells by its looks whether a word may be a secret or a number that belongs to somebody,
 * rather than a word that developers call things by. Errs on the side of the secret.
 */
final class SecretShape {

	private static final int LONGEST_WORD = 15;

	private static final int LONGEST_NUMBER = 2;

	private static final int LONGEST_CAPITALS = 6;

	/** What is shorter and joined by a few marks is no key. */
	private static final int SHORTEST_KEY = 16;

	/** So far is looked for what a key is joined of, to either side. */
	private static final int LONGEST_KEY = 96;

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

	/** So many bits tell a letter; the longest name fits an int. */
	private static final int LETTER_BITS = 5;

	/** A name that holds none of {@link #IN_NAMES} holds none of their starts. */
	private static final int START = 4;

	private static final int LETTERS = 26;

	/**
	 * For each letter of the alphabet where it stands in the starts, which are written
	 * one behind the other, a bit for each place.
	 */
	private static final long[] PLACES = new long[LETTERS];

	private static final long FIRST;

	private static final long LAST;

	/** The {@link #NAMES} as numbers, in order. */
	private static final int[] NUMBERS = NAMES.stream().mapToInt(SecretShape::number).sorted().toArray();

	static {
		long first = 0;
		long last = 0;
		int place = 0;
		for (String start : starts()) {
			first |= 1L << place;
			for (int i = 0; i < start.length(); i++, place++) {
				PLACES[start.charAt(i) - 'a'] |= 1L << place;
			}
			last |= 1L << place - 1;
		}
		FIRST = first;
		LAST = last;
		if (place > Long.SIZE) {
			throw new IllegalStateException("Too many starts: make them shorter");
		}
	}

	private SecretShape() {
	}

	/**
	 * Return whether a value is a secret by the place where it stands.
	 */
	static boolean isHeldBy(@Nullable InputLocation location, @Nullable String name) {
		if (name == null || location == InputLocation.COOKIE) {
			return location == InputLocation.COOKIE;
		}
		int start = name.lastIndexOf('/') + 1;
		return mayBeSecret(name, start) && isSecret(name.substring(start).toLowerCase(Locale.ROOT));
	}

	/**
	 * Tell whether the name has a start of what is looked for, or one of the names, or
	 * what is not ASCII and may become a letter: all that is secret has.
	 */
	private static boolean mayBeSecret(String name, int from) {
		long met = 0;
		int word = 0;
		int length = 0;
		for (int i = from; i < name.length(); i++) {
			char c = name.charAt(i);
			int letter = (c | 0x20) - 'a';
			if (letter >= 0 && letter < LETTERS) {
				met = (met << 1 | FIRST) & PLACES[letter];
				word = word << LETTER_BITS | letter + 1;
				length++;
			}
			else if (c >= 0x80 || isName(word, length)) {
				return true;
			}
			else {
				met = (c == '-' || c == '_' || c == '.') ? met : 0;
				word = 0;
				length = 0;
			}
			if ((met & LAST) != 0) {
				return true;
			}
		}
		return isName(word, length);
	}

	private static boolean isName(int word, int length) {
		return length >= SHORTEST_NAME && length <= LONGEST_NAME && Arrays.binarySearch(NUMBERS, word) >= 0;
	}

	private static int number(String name) {
		int number = 0;
		for (int i = 0; i < name.length(); i++) {
			number = number << LETTER_BITS | name.charAt(i) - 'a' + 1;
		}
		return number;
	}

	private static Set<String> starts() {
		return IN_NAMES.stream()
			.map((name) -> name.substring(0, Math.min(START, name.length())))
			.collect(Collectors.toSet());
	}

	private static boolean isSecret(String plain) {
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

	/**
	 * Whether the word is a piece of a key or token: joined with others by their marks,
	 * of which one has digits among letters, or capitals by turns.
	 */
	static boolean isOfKey(CharSequence text, int start, int end) {
		int first = start;
		while (first > 0 && start - first < LONGEST_KEY && isOfKey(text.charAt(first - 1))) {
			first--;
		}
		int last = end;
		while (last < text.length() && last - end < LONGEST_KEY && isOfKey(text.charAt(last))) {
			last++;
		}
		if (last - first < SHORTEST_KEY) {
			return false;
		}
		int run = first;
		for (int i = first; i <= last; i++) {
			if (i == last || !Redaction.isOfWord(text.charAt(i))) {
				if (run < i && (run != start || i != end) && isRandom(text, run, i)) {
					return true;
				}
				run = i + 1;
			}
		}
		return false;
	}

	private static boolean isRandom(CharSequence text, int start, int end) {
		int turns = 0;
		int last = kind(text.charAt(start));
		for (int i = start + 1; i < end && turns <= 1; i++) {
			int kind = kind(text.charAt(i));
			turns += (kind != last) ? 1 : 0;
			last = kind;
		}
		return turns > 1;
	}

	private static int kind(char c) {
		if (isDigit(c)) {
			return 0;
		}
		return (c >= 'A' && c <= 'Z') ? 1 : 2;
	}

	private static boolean isOfKey(char c) {
		return c < 0x80 && Redaction.isOfWord(c) || c == '+' || c == '/' || c == '=' || c == '.' || c == '-';
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
