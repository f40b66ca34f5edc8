package io.github.raspspring.profile.answer;

import java.util.HashMap;
import java.util.Map;

/**
 * Recognizes numbers of bank accounts: by country and length, and by check digits (ISO
 * 13616, modulo 97).
 */
final class Ibans {

	private static final Map<String, Integer> LENGTHS = lengths(
			"NO15 BE16 DK18 FI18 NL18 SI19 AT20 LT20 LU20 EE20 CH21 LV21 HR21 LI21 DE22 GB22 IE22 BG22 GE22 BH22 "
					+ "AE23 IL23 CZ24 ES24 PK24 SA24 RO24 SE24 SK24 PT25 TR26 IS26 FR27 IT27 GR27 MC27 SM27 PL28 "
					+ "HU28 CY28 AL28 BR29 UA29 MT31");

	private static final int LONGEST = 31;

	private static final int CHECKED = 97;

	private Ibans() {
	}

	private static Map<String, Integer> lengths(String countries) {
		Map<String, Integer> lengths = new HashMap<>();
		for (String country : countries.split(" ")) {
			lengths.put(country.substring(0, 2), Integer.valueOf(country.substring(2)));
		}
		return lengths;
	}

	/**
	 * Tell whether the number of an account begins here.
	 * @param start where a word begins with a capital letter
	 */
	static boolean beginsAt(AnswerBytes answer, int start) {
		if (!AnswerBytes.isDigit(answer.at(start + 2)) || !AnswerBytes.isDigit(answer.at(start + 3))
				|| !isCapital(answer.at(start)) || !isCapital(answer.at(start + 1))) {
			return false;
		}
		Integer length = LENGTHS.get("" + (char) answer.at(start) + (char) answer.at(start + 1));
		if (length == null) {
			return false;
		}
		int[] signs = new int[LONGEST];
		int count = 0;
		int index = start;
		while (count < length) {
			int b = answer.at(index);
			if (AnswerBytes.isDigit(b) || isCapital(b)) {
				signs[count++] = AnswerBytes.isDigit(b) ? b - '0' : b - 'A' + 10;
			}
			else if (b != ' ' || count % 4 != 0) {
				return false;
			}
			index++;
		}
		return !AnswerBytes.isWord(answer.at(index)) && isChecked(signs, count);
	}

	private static boolean isCapital(int b) {
		return b >= 'A' && b <= 'Z';
	}

	private static boolean isChecked(int[] signs, int count) {
		int rest = 0;
		for (int i = 0; i < count; i++) {
			int sign = signs[(i + 4) % count];
			rest = (rest * ((sign > 9) ? 100 : 10) + sign) % CHECKED;
		}
		return rest == 1;
	}

}
