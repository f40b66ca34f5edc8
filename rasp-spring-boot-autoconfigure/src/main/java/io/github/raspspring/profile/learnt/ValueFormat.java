package io.github.raspspring.profile.learnt;

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

	/**
	 * Tell what a text is.
	 * @param classes classes of its characters, a bit for each
	 */
	static ValueFormat of(String text, int classes) {
		if (text.isEmpty()) {
			return TEXT;
		}
		if ((classes & ~(CharacterKind.DIGIT.bit() | CharacterKind.POINT.bit() | CharacterKind.HYPHEN.bit())) == 0) {
			return ofDigits(text, classes);
		}
		int coded = CharacterKind.LOWER.bit() | CharacterKind.UPPER.bit() | CharacterKind.DIGIT.bit()
				| CharacterKind.HYPHEN.bit();
		if ((classes & ~coded) == 0) {
			return ofCode(text, classes);
		}
		if ((classes & CharacterKind.AT.bit()) != 0 && isEmail(text)) {
			return EMAIL;
		}
		if ((classes & CharacterKind.SLASH.bit()) != 0) {
			if (text.startsWith("http://") || text.startsWith("https://")) {
				return URL;
			}
			if (isDate(text) && text.length() > 11 && (text.charAt(10) == 'T' || text.charAt(10) == ' ')) {
				return DATE_TIME;
			}
		}
		int named = coded | CharacterKind.BLANK.bit() | CharacterKind.POINT.bit() | CharacterKind.LETTER.bit()
				| CharacterKind.APOSTROPHE.bit();
		return ((classes & ~named) == 0) ? NAME : TEXT;
	}

	private static ValueFormat ofDigits(String text, int classes) {
		if (isDate(text) && text.length() == 10) {
			return DATE;
		}
		int hyphen = text.lastIndexOf('-');
		if (hyphen > 0 || text.length() > LONGEST_NUMBER || (classes & CharacterKind.DIGIT.bit()) == 0) {
			return TEXT;
		}
		int point = text.indexOf('.');
		if (point < 0) {
			return (text.indexOf('_') < 0 && text.indexOf(',') < 0) ? INTEGER : TEXT;
		}
		return (point == text.lastIndexOf('.') && text.indexOf(',') < 0) ? DECIMAL : TEXT;
	}

	private static ValueFormat ofCode(String text, int classes) {
		if ((classes & (CharacterKind.DIGIT.bit() | CharacterKind.HYPHEN.bit())) == 0) {
			return WORD;
		}
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

	private static boolean isEmail(String text) {
		int at = text.indexOf('@');
		int point = text.lastIndexOf('.');
		return at > 0 && text.indexOf('@', at + 1) < 0 && point > at + 1 && point < text.length() - 1
				&& text.indexOf(' ') < 0 && text.indexOf('<') < 0;
	}

	private static boolean isDate(String text) {
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
