package io.github.raspspring.profile.learnt;

import org.jspecify.annotations.Nullable;

/**
 * What a text as a whole is. The most special one counts.
 */
enum ValueFormat {

	/** Digits, with a sign at most. */
	INTEGER,

	/** Digits with a point. */
	DECIMAL,

	/** A UUID. */
	UUID,

	/** A mail address. */
	EMAIL,

	/** A date such as 2026-05-04. */
	DATE,

	/** A date and a time. */
	DATE_TIME,

	/** An address with a scheme. */
	URL,

	/** Digits and letters up to f, at least eight. */
	HEX,

	/** Letters and nothing else. */
	WORD,

	/** Letters, digits, hyphens and underscores. */
	CODE,

	/** Words with blanks and signs that names are written with. */
	NAME,

	/** Anything else. */
	TEXT;

	private static final int UUID_LENGTH = 36;

	private static final int SHORTEST_HEX = 8;

	/** Digits in a number at most. */
	private static final int LONGEST_NUMBER = 40;

	/** What numbers and dates consist of. */
	private static final int DIGITS = CharacterKind.DIGIT.bit() | CharacterKind.POINT.bit()
			| CharacterKind.HYPHEN.bit();

	/** What codes consist of. */
	private static final int CODED = CharacterKind.LOWER.bit() | CharacterKind.UPPER.bit() | CharacterKind.DIGIT.bit()
			| CharacterKind.HYPHEN.bit();

	/** What names consist of. */
	private static final int NAMED = CODED | CharacterKind.BLANK.bit() | CharacterKind.POINT.bit()
			| CharacterKind.LETTER.bit() | CharacterKind.APOSTROPHE.bit();

	/** What mail addresses and URLs have. */
	private static final int MARKED = CharacterKind.AT.bit() | CharacterKind.SLASH.bit();

	/**
	 * Tell what a text is.
	 * @param classes classes of its characters, a bit for each
	 */
	static ValueFormat of(CharSequence text, int classes) {
		ValueFormat told = of(classes, text.length());
		return (told != null) ? told : look(text, classes);
	}

	/**
	 * Tell what a text is without looking at it.
	 * @param classes classes of its characters, a bit for each
	 * @param length how many they are
	 * @return what it is, {@code null} if it has to be looked at
	 */
	static @Nullable ValueFormat of(int classes, int length) {
		if (length == 0) {
			return TEXT;
		}
		if ((classes & ~DIGITS) == 0 || (classes & MARKED) != 0) {
			return null;
		}
		if ((classes & ~CODED) == 0) {
			return ofCode(classes, length);
		}
		return ((classes & ~NAMED) == 0) ? NAME : TEXT;
	}

	private static @Nullable ValueFormat ofCode(int classes, int length) {
		if ((classes & (CharacterKind.DIGIT.bit() | CharacterKind.HYPHEN.bit())) == 0) {
			return WORD;
		}
		boolean hex = length >= SHORTEST_HEX && (classes & CharacterKind.HYPHEN.bit()) == 0;
		return (hex || length == UUID_LENGTH) ? null : CODE;
	}

	private static ValueFormat look(CharSequence text, int classes) {
		if ((classes & ~DIGITS) == 0) {
			return ofDigits(text, classes);
		}
		if ((classes & ~CODED) == 0) {
			return ofCode(text);
		}
		if ((classes & CharacterKind.AT.bit()) != 0 && isEmail(text)) {
			return EMAIL;
		}
		if ((classes & CharacterKind.SLASH.bit()) != 0) {
			if (startsWith(text, "http://") || startsWith(text, "https://")) {
				return URL;
			}
			if (isDate(text) && text.length() > 11 && (text.charAt(10) == 'T' || text.charAt(10) == ' ')) {
				return DATE_TIME;
			}
		}
		return ((classes & ~NAMED) == 0) ? NAME : TEXT;
	}

	private static ValueFormat ofDigits(CharSequence text, int classes) {
		if (isDate(text) && text.length() == 10) {
			return DATE;
		}
		if (text.length() > LONGEST_NUMBER || (classes & CharacterKind.DIGIT.bit()) == 0) {
			return TEXT;
		}
		int points = 0;
		boolean joined = false;
		for (int i = 0; i < text.length(); i++) {
			char c = text.charAt(i);
			if (c == '-' && i > 0 || c == ',') {
				return TEXT;
			}
			points += (c == '.') ? 1 : 0;
			joined |= c == '_';
		}
		if (points == 0) {
			return joined ? TEXT : INTEGER;
		}
		return (points == 1) ? DECIMAL : TEXT;
	}

	private static ValueFormat ofCode(CharSequence text) {
		boolean uuid = text.length() == UUID_LENGTH;
		boolean hex = text.length() >= SHORTEST_HEX;
		for (int i = 0; i < text.length() && (uuid || hex); i++) {
			char c = text.charAt(i);
			boolean digit = c >= '0' && c <= '9' || (c | 0x20) >= 'a' && (c | 0x20) <= 'f';
			boolean separator = i == 8 || i == 13 || i == 18 || i == 23;
			hex &= digit;
			uuid &= separator ? c == '-' : digit;
		}
		return uuid ? UUID : (hex ? HEX : CODE);
	}

	private static boolean isEmail(CharSequence text) {
		int at = -1;
		int point = -1;
		for (int i = 0; i < text.length(); i++) {
			char c = text.charAt(i);
			if (c == ' ' || c == '<' || c == '@' && at >= 0) {
				return false;
			}
			at = (c == '@') ? i : at;
			point = (c == '.') ? i : point;
		}
		return at > 0 && point > at + 1 && point < text.length() - 1;
	}

	private static boolean startsWith(CharSequence text, String start) {
		for (int i = 0; i < start.length(); i++) {
			if (i == text.length() || text.charAt(i) != start.charAt(i)) {
				return false;
			}
		}
		return true;
	}

	private static boolean isDate(CharSequence text) {
		if (text.length() < 10 || text.charAt(4) != '-' || text.charAt(7) != '-') {
			return false;
		}
		for (int i = 0; i < 10; i++) {
			char c = text.charAt(i);
			if (i != 4 && i != 7 && (c < '0' || c > '9')) {
				return false;
			}
		}
		return true;
	}

	/**
	 * Tell whether whatever is of another format is of this one, too.
	 */
	boolean includes(ValueFormat other) {
		if (this == other || this == TEXT) {
			return true;
		}
		return switch (this) {
			case NAME -> other == CODE || CODE.includes(other) || other == DECIMAL;
			case CODE -> other == WORD || other == INTEGER || other == HEX || other == UUID || other == DATE;
			case HEX -> other == INTEGER;
			case DECIMAL -> other == INTEGER;
			default -> false;
		};
	}

}
