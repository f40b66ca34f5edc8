package io.github.raspspring.inventory;

import java.util.Locale;

/**
 * Knows numbers that states give to persons: those of Spain, Italy, France and Brazil by
 * their check digits, those of the United Kingdom and the United States, which have none,
 * by what is issued.
 */
final class NationalIds {

	private static final String SPANISH_LETTERS = "TRWAGMYFPDXBNJZSQVHLCKE";

	/** What the characters at odd places of an Italian code count, 0 to 9 and A to Z. */
	private static final int[] ITALIAN_ODD = { 1, 0, 5, 7, 9, 13, 15, 17, 19, 21, 1, 0, 5, 7, 9, 13, 15, 17, 19, 21, 2,
			4, 18, 20, 11, 3, 6, 8, 12, 14, 16, 10, 22, 25, 24, 23 };

	/** A letter is A, a digit 9, anything else itself. */
	private static final String SPANISH = "99999999A";

	private static final String SPANISH_OF_FOREIGNERS = "A9999999A";

	private static final String ITALIAN = "AAAAAA99A99A999A";

	private static final String FRENCH = "999999999999999";

	private static final String BRITISH = "AA999999A";

	private static final String AMERICAN = "999-99-9999";

	private static final String BRAZILIAN = "999.999.999-99";

	private NationalIds() {
	}

	/**
	 * Return whether a text is such a number and nothing else.
	 */
	static boolean contain(String text) {
		String compact = text.replace(" ", "").toUpperCase(Locale.ROOT);
		return switch (form(compact)) {
			case SPANISH -> isSpanish(compact);
			case SPANISH_OF_FOREIGNERS -> "XYZ".indexOf(compact.charAt(0)) >= 0
					&& isSpanish("XYZ".indexOf(compact.charAt(0)) + compact.substring(1));
			case ITALIAN -> isItalian(compact);
			case FRENCH -> isFrench(compact);
			case BRITISH -> isBritish(compact);
			case AMERICAN -> isAmerican(compact);
			case BRAZILIAN -> isBrazilian(compact.replace(".", "").replace("-", ""));
			default -> false;
		};
	}

	private static String form(String text) {
		StringBuilder form = new StringBuilder(text.length());
		for (int i = 0; i < text.length() && i <= ITALIAN.length(); i++) {
			char c = text.charAt(i);
			form.append((c >= '0' && c <= '9') ? '9' : (c >= 'A' && c <= 'Z') ? 'A' : c);
		}
		return form.toString();
	}

	private static boolean isSpanish(String id) {
		return SPANISH_LETTERS.charAt(Integer.parseInt(id.substring(0, 8)) % 23) == id.charAt(8);
	}

	private static boolean isItalian(String id) {
		int sum = 0;
		for (int i = 0; i < 15; i++) {
			int value = Character.digit(id.charAt(i), 36);
			sum += (i % 2 == 0) ? ITALIAN_ODD[value] : (value > 9) ? value - 10 : value;
		}
		return id.charAt(15) - 'A' == sum % 26;
	}

	/**
	 * Sex, year, month, place and number, and 97 less what they leave.
	 */
	private static boolean isFrench(String id) {
		int month = Integer.parseInt(id.substring(3, 5));
		return (id.charAt(0) == '1' || id.charAt(0) == '2') && (month >= 1 && month <= 12 || month >= 20)
				&& 97 - Long.parseLong(id.substring(0, 13)) % 97 == Integer.parseInt(id.substring(13));
	}

	private static boolean isBritish(String id) {
		return "DFIQUV".indexOf(id.charAt(0)) < 0 && "DFIQUVO".indexOf(id.charAt(1)) < 0 && id.charAt(8) <= 'D'
				&& !"BG GB KN NK NT TN ZZ".contains(id.substring(0, 2));
	}

	private static boolean isAmerican(String id) {
		return !id.startsWith("000") && !id.startsWith("666") && id.charAt(0) != '9' && !id.startsWith("00", 4)
				&& !id.endsWith("0000");
	}

	private static boolean isBrazilian(String id) {
		return id.chars().distinct().count() > 1 && brazilianDigit(id, 9) == id.charAt(9) - '0'
				&& brazilianDigit(id, 10) == id.charAt(10) - '0';
	}

	private static int brazilianDigit(String id, int length) {
		int sum = 0;
		for (int i = 0; i < length; i++) {
			sum += (id.charAt(i) - '0') * (length + 1 - i);
		}
		int rest = sum * 10 % 11;
		return (rest == 10) ? 0 : rest;
	}

}
