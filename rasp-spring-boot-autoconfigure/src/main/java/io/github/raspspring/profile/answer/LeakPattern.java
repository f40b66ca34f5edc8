package io.github.raspspring.profile.answer;

/**
 * Words that should not leave, where they begin like a word of their own.
 *
 * @param words the words, exactly
 * @param at where the clue stands in them
 * @param leak what they show
 * @param check decides, once the words are there, by what follows
 */
record LeakPattern(String words, int at, Leak leak, Check check) implements AnswerPattern {

	private static final int CLUE = 4;

	LeakPattern(String words, Leak leak, Check check) {
		this(words, 0, leak, check);
	}

	@Override
	public String clue() {
		return this.words.substring(this.at, this.at + CLUE);
	}

	@Override
	public void look(AnswerScan scan, AnswerBytes answer, int clue) {
		int start = clue - this.at;
		if (answer.startsWith(this.words, start) && answer.isStartOfWord(start)
				&& this.check.holds(answer, start + this.words.length())) {
			scan.found(this.leak);
		}
	}

	/**
	 * Decides by what stands behind the words.
	 */
	interface Check {

		boolean holds(AnswerBytes answer, int end);

	}

}
