package io.github.raspspring.inventory;

import java.util.Locale;

import org.jspecify.annotations.Nullable;

/**
 * Kinds of sensitive data that a value shows by its form. Looks at the form only, with
 * the check digits that there are, so that numbers of orders are no cards.
 */
public enum SensitiveKind {

	/** An address of mail (RFC 5321, without quoting). */
	EMAIL,

	/** The number of a payment card (ISO/IEC 7812), by its check digit. */
	CARD,

	/** The number of a bank account (ISO 13616), by its check digits. */
	IBAN,

	/** The number of a telephone in international form (E.164). */
	PHONE,

	/** A token in three parts (RFC 7519). */
	TOKEN,

	/** A number that a state gives to a person. */
	NATIONAL_ID;

	private static final int LONGEST = 2_048;

	private static final String TOKEN_START = "eyJ";

	private static final int LONGEST_ID = 24;

	/**
	 * Classify a value.
	 * @param value the value
	 * @return its kind, or {@code null} if it is none of them
	 */
	static @Nullable SensitiveKind of(String value) {
		String text = value.strip();
		if (text.length() < 6 || text.length() > LONGEST || !hasSigns(text)) {
			return null;
		}
		if (isEmail(text)) {
			return EMAIL;
		}
		if (text.startsWith(TOKEN_START) && text.indexOf('.') > 0 && text.indexOf('.') < text.lastIndexOf('.')) {
			return TOKEN;
		}
		if (text.length() <= LONGEST_ID && NationalIds.contain(text)) {
			return NATIONAL_ID;
		}
		String compact = text.replace(" ", "").replace("-", "");
		if (isCard(compact)) {
			return CARD;
		}
		if (isIban(text.replace(" ", "").toUpperCase(Locale.ROOT))) {
			return IBAN;
		}
		return isPhone(compact) ? PHONE : null;
	}

	/**
	 * Addresses have an at sign, and what is no token has digits: two of an account at
	 * least, more of anything else.
	 */
	private static boolean hasSigns(String text) {
		int digits = 0;
		for (int i = 0; i < text.length(); i++) {
			char c = text.charAt(i);
			digits += (c >= '0' && c <= '9') ? 1 : 0;
			if (c == '@' || digits == 2) {
				return true;
			}
		}
		return text.startsWith(TOKEN_START);
	}

	private static boolean isEmail(String text) {
		int at = text.indexOf('@');
		int dot = text.lastIndexOf('.');
		if (at < 1 || at != text.lastIndexOf('@') || dot < at + 2 || dot > text.length() - 3 || text.length() > 254) {
			return false;
		}
		return text.chars().noneMatch((c) -> c <= ' ' || "<>()[],;:\\\"/?&=".indexOf(c) >= 0);
	}

	/**
	 * Luhn's formula (ISO/IEC 7812-1, annex B), for the lengths and first digits that are
	 * issued.
	 */
	private static boolean isCard(String digits) {
		if (digits.length() < 13 || digits.length() > 19 || "23456".indexOf(digits.charAt(0)) < 0
				|| !isNumber(digits, 0)) {
			return false;
		}
		int sum = 0;
		for (int i = 0; i < digits.length(); i++) {
			int digit = digits.charAt(digits.length() - 1 - i) - '0';
			int doubled = (i % 2 == 1) ? 2 * digit : digit;
			sum += (doubled > 9) ? doubled - 9 : doubled;
		}
		return sum % 10 == 0;
	}

	/**
	 * ISO 7064, modulus 97.
	 */
	private static boolean isIban(String text) {
		if (text.length() < 15 || text.length() > 34 || !Character.isLetter(text.charAt(0))
				|| !Character.isLetter(text.charAt(1)) || !isNumber(text.substring(2, 4), 0)) {
			return false;
		}
		int rest = 0;
		String moved = text.substring(4) + text.substring(0, 4);
		for (int i = 0; i < moved.length(); i++) {
			int value = Character.digit(moved.charAt(i), 36);
			if (value < 0 || moved.charAt(i) > 'Z') {
				return false;
			}
			rest = (rest * ((value > 9) ? 100 : 10) + value) % 97;
		}
		return rest == 1;
	}

	private static boolean isPhone(String text) {
		String digits = text.replace("(", "").replace(")", "").replace("/", "");
		return digits.startsWith("+") && digits.length() >= 9 && digits.length() <= 16 && isNumber(digits, 1);
	}

	private static boolean isNumber(String text, int start) {
		for (int i = start; i < text.length(); i++) {
			if (text.charAt(i) < '0' || text.charAt(i) > '9') {
				return false;
			}
		}
		return true;
	}

}
