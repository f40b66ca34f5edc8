package io.github.raspspring.inspect;

import io.github.raspspring.engine.InputValue;
import io.github.raspspring.text.Ascii;
import io.github.raspspring.text.HashedWords;

/**
 * Tells fields that are named as holding a password. A password is neither prose nor
 * code: any text is a good one, the better the odder it is, so what it would do to a
 * statement is judged where it runs, and not by its looks. Stateless.
 */
public final class PasswordFields {

	private static final HashedWords WORDS = HashedWords.of(
			"password passwd passwort passphrase passcode pwd"
					+ " clientsecret presharedkey kennwort wachtwoord contrasena motdepasse",
			"pass pw pin psk senha haslo mdp");

	private static final HashedWords QUALIFIERS = HashedWords.of("confirm confirmation confirmed confirmpassword repeat"
			+ " repeated again verify verification check retype old new current 1 2 3");

	private static final int LONGEST = 40;

	private PasswordFields() {
	}

	/**
	 * Tell whether a value is a password by the name of its field.
	 * @param value the value, or a name that the client chose, which is none
	 * @return {@code true} if its name ends with a word for passwords, or with one and
	 * what tells two of them apart
	 */
	public static boolean holds(InputValue value) {
		String name = value.lastName();
		if (!mayBe(name)) {
			return false;
		}
		int end = lastIndexOfWord(name);
		int start = segmentStart(name, end);
		if (value.kind() == InputValue.Kind.NAME || end == start || end - start > LONGEST) {
			return false;
		}
		return endsWithWord(name, start, end) || isQualified(name, start, end);
	}

	/**
	 * Tell cheaply whether a name may have one of the words: most names have not.
	 */
	private static boolean mayBe(String name) {
		for (int i = 0; i < name.length(); i++) {
			int c = name.charAt(i) | 0x20;
			if (c == 'p' || c == 'w') {
				return true;
			}
		}
		int length = name.length();
		return length > 1 && mayEnd(name.charAt(length - 2) | 0x20, name.charAt(length - 1) | 0x20);
	}

	/**
	 * Tell whether a word, or what goes with one, may end so without having those
	 * letters, joints between letters included.
	 */
	private static boolean mayEnd(int before, int last) {
		boolean joint = before == ('_' | 0x20) || before == '-';
		return switch (last) {
			case 'a' -> joint || before == 'h' || before == 'n';
			case 'o' -> joint || before == 'l';
			case 't' -> joint || before == 'e' || before == 'n';
			default -> false;
		};
	}

	/**
	 * Return the index behind the last letter or digit.
	 */
	private static int lastIndexOfWord(String name) {
		int end = name.length();
		while (end > 0 && !isLetterOrDigit(name.charAt(end - 1))) {
			end--;
		}
		return end;
	}

	private static int segmentStart(String name, int end) {
		int start = end;
		while (start > 0 && end - start <= LONGEST && (isLetterOrDigit(name.charAt(start - 1))
				|| name.charAt(start - 1) == '_' || name.charAt(start - 1) == '-')) {
			start--;
		}
		return start;
	}

	private static boolean endsWithWord(String name, int start, int end) {
		for (int i = start; i < end; i++) {
			if (beginsWord(name, start, i)) {
				int group = group(WORDS, name, i, end);
				if (group == 1 || group == 2 && i == start) {
					return true;
				}
			}
		}
		return false;
	}

	private static boolean isQualified(String name, int start, int end) {
		for (int i = start + 1; i < end; i++) {
			boolean digits = Ascii.isDigit(name.charAt(i)) && i == end - 1;
			if ((digits || beginsWord(name, start, i) && group(QUALIFIERS, name, i, end) != 0)
					&& endsWithWord(name, start, behindWord(name, i))) {
				return true;
			}
		}
		return false;
	}

	private static int behindWord(String name, int from) {
		char before = name.charAt(from - 1);
		return (before == '_' || before == '-') ? from - 1 : from;
	}

	private static boolean beginsWord(String name, int start, int i) {
		if (i == start) {
			return true;
		}
		char c = name.charAt(i);
		char before = name.charAt(i - 1);
		return before == '_' || before == '-' || c >= 'A' && c <= 'Z' && !(before >= 'A' && before <= 'Z');
	}

	private static int group(HashedWords words, String name, int from, int to) {
		long hash = HashedWords.SEED;
		for (int i = from; i < to; i++) {
			char c = name.charAt(i);
			hash = (c == '_' || c == '-') ? hash : HashedWords.extend(hash, Ascii.fold(c));
		}
		return words.groupOf(hash);
	}

	private static boolean isLetterOrDigit(char c) {
		return Ascii.isLetter(c) || Ascii.isDigit(c);
	}

}
