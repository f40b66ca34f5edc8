package io.github.raspspring.yardstick;

/**
 * Makes of one JSON body any number of others that have the same form and other texts, so
 * that nobody gains by remembering what came before.
 */
final class Variation {

	/** Words between two that are put in. */
	private static final int WORDS = 4;

	/** Letters and digits in a row of which some are changed, as in Base64. */
	private static final int LONG = 64;

	private static final int LETTERS = 26;

	private Variation() {
	}

	/**
	 * Return a variation.
	 * @param body the body, which has blanks in texts only
	 * @param number tells variations apart
	 */
	static String of(String body, int number) {
		String word = word(number);
		StringBuilder varied = new StringBuilder(body.length() + body.length() / LONG);
		int words = 0;
		int run = 0;
		for (int i = 0; i < body.length(); i++) {
			char c = body.charAt(i);
			run = Character.isLetterOrDigit(c) ? run + 1 : 0;
			varied.append(c);
			if (run == LONG) {
				varied.setLength(varied.length() - word.length());
				varied.append(word);
				run = 0;
			}
			else if (isBetweenLetters(body, i) && words++ % WORDS == 0) {
				varied.append(word).append(' ');
			}
		}
		return varied.toString();
	}

	private static boolean isBetweenLetters(String body, int i) {
		return body.charAt(i) == ' ' && i > 0 && i + 1 < body.length() && Character.isLetter(body.charAt(i - 1))
				&& Character.isLetter(body.charAt(i + 1));
	}

	private static String word(int number) {
		StringBuilder word = new StringBuilder("v");
		for (int rest = number; rest > 0; rest /= LETTERS) {
			word.append((char) ('a' + rest % LETTERS));
		}
		return word.toString();
	}

}
