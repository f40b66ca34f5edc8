package io.github.raspspring.profile.answer;

/**
 * Recognizes numbers of payment cards: by issuer and length (ISO/IEC 7812) and by check
 * digit (Luhn).
 */
final class CardNumbers {

	private static final int SHORTEST = 14;

	private static final int LONGEST = 16;

	private CardNumbers() {
	}

	/**
	 * Tell whether a card number begins here.
	 * @param start where a run of digits begins
	 */
	static boolean beginsAt(AnswerBytes answer, int start) {
		long number = 0;
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
				number = number * 10 + b - '0';
				count++;
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
		return count >= SHORTEST && !AnswerBytes.isWord(answer.at(index)) && answer.at(index) != '.'
				&& isIssued(number, count) && isChecked(number) && !isRepeated(number);
	}

	private static boolean isIssued(long number, int count) {
		return switch (count) {
			case 16 -> isIssuedOfSixteen((int) (number / 1_000_000_000_000L));
			case 15 -> isOneOf((int) (number / 10_000_000_000_000L), 34, 37);
			case 14 -> isOneOf((int) (number / 1_000_000_000_000L), 36, 38);
			default -> false;
		};
	}

	private static boolean isIssuedOfSixteen(int four) {
		int two = four / 100;
		return four / 1000 == 4 || two >= 51 && two <= 55 || four >= 2221 && four <= 2720 || four == 6011 || two == 65
				|| four >= 3528 && four <= 3589;
	}

	private static boolean isOneOf(int two, int first, int second) {
		return two == first || two == second;
	}

	private static boolean isChecked(long number) {
		int sum = 0;
		boolean doubled = false;
		for (long rest = number; rest > 0; rest /= 10) {
			int digit = (int) (rest % 10) * (doubled ? 2 : 1);
			sum += (digit > 9) ? digit - 9 : digit;
			doubled = !doubled;
		}
		return sum % 10 == 0;
	}

	/**
	 * What forms show as an example has few different digits.
	 */
	private static boolean isRepeated(long number) {
		int seen = 0;
		for (long rest = number; rest > 0; rest /= 10) {
			seen |= 1 << (rest % 10);
		}
		return Integer.bitCount(seen) < 2;
	}

}
