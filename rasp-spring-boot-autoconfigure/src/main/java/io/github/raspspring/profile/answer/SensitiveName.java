package io.github.raspspring.profile.answer;

/**
 * A word in the name of a JSON property that tells something of somebody.
 *
 * @param clue its first four characters, or what stands for them
 * @param word the word in lower case
 * @param bit the bit of the word
 */
record SensitiveName(String clue, String word, long bit) implements AnswerPattern {

	private static final int SHORT = 3;

	/** How far from the beginning of a name its words may begin. */
	static final int LONGEST = 40;

	@Override
	public void look(AnswerScan scan, AnswerBytes answer, int start) {
		int end = scan.knows(this.bit) ? -1 : endOf(answer, start);
		if (end >= 0 && isName(answer, start, end)) {
			scan.found(this.bit);
		}
	}

	/**
	 * Compare without regard to case, hyphens and underscores. A short word has to be a
	 * part of its own: businessName has no social security number.
	 */
	private int endOf(AnswerBytes answer, int start) {
		int matched = 0;
		int index = start;
		while (matched < this.word.length()) {
			int b = answer.at(index);
			if ((b | 0x20) == this.word.charAt(matched)) {
				matched++;
			}
			else if (matched == 0 || b != '_' && b != '-') {
				return -1;
			}
			index++;
		}
		boolean part = !isLetter(answer.at(start - 1)) || answer.at(start) <= 'Z' && answer.at(start - 1) >= 'a';
		boolean ends = !isLetter(answer.at(index)) || answer.at(index) <= 'Z';
		return (this.word.length() > SHORT || part && ends) ? index : -1;
	}

	private static boolean isLetter(int b) {
		return (b | 0x20) >= 'a' && (b | 0x20) <= 'z';
	}

	/**
	 * A text that a colon follows is the name of a property.
	 */
	private static boolean isName(AnswerBytes answer, int start, int end) {
		int first = start - 1;
		while (first > start - LONGEST && answer.at(first) != '"' && answer.at(first) != 0) {
			first--;
		}
		int last = end;
		while (last < end + LONGEST && answer.at(last) != '"' && answer.at(last) != 0) {
			last++;
		}
		if (answer.at(first) != '"' || answer.at(first - 1) == '\\' || answer.at(last) != '"') {
			return false;
		}
		int index = last + 1;
		while (answer.at(index) == ' ') {
			index++;
		}
		return answer.at(index) == ':';
	}

}
