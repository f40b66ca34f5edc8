package io.github.raspspring.profile.answer;

/**
 * Recognizes numbers of payment cards: by issuer and length (ISO/IEC 7812) and by check
 * digit (Luhn).
 */
final class CardNumbers {

	private static final int LONGEST = 16;

	private CardNumbers() {
	}

	/**
	 * Tell whether a card number begins here.
	 * @param start where a run of digits begins
	 */
	static boolean beginsAt(AnswerBytes answer, int start) {
		int[] digits = new int[LONGEST];
		int count = 0;
		int index = start;
		int separator = 0;
		while (true) {
			int b = answer.at(index);
			if (AnswerBytes.isDigit(b)) {
				boolean joined = separator != 0 && count % 4 == 0 && AnswerBytes.isDigit(answer.at(index - 1));
				if (count == LONGEST || joined) {
					return false;
				}
				digits[count++] = b - '0';
			}
			else if ((b == ' ' || b == '-') && (count == 4 || separator == b && count % 4 == 0)
					&& AnswerBytes.isDigit(answer.at(index + 1))) {
				separator = b;
			}
			else {
				break;
			}
			index++;
		}
		return !AnswerBytes.isWord(answer.at(index)) && answer.at(index) != '.' && isIssued(digits, count)
				&& isChecked(digits, count) && !isRepeated(digits, count);
	}

	private static boolean isIssued(int[] digits, int count) {
		int two = digits[0] * 10 + digits[1];
		int four = two * 100 + digits[2] * 10 + digits[3];
		return switch (count) {
			case 16 -> digits[0] == 4 || two >= 51 && two <= 55 || four >= 2221 && four <= 2720 || four == 6011
					|| two == 65 || four >= 3528 && four <= 3589;
			case 15 -> two == 34 || two == 37;
			case 14 -> two == 36 || two == 38;
			default -> false;
		};
	}

	private static boolean isChecked(int[] digits, int count) {
		int sum = 0;
		for (int i = 0; i < count; i++) {
			int digit = digits[count - 1 - i] * ((i % 2 == 0) ? 1 : 2);
			sum += (digit > 9) ? digit - 9 : digit;
		}
		return sum % 10 == 0;
	}

	/**
	 * What forms show as an example has few different digits.
	 */
	private static boolean isRepeated(int[] digits, int count) {
		int seen = 0;
		for (int i = 0; i < count; i++) {
			seen |= 1 << digits[i];
		}
		return Integer.bitCount(seen) < 2;
	}

}
