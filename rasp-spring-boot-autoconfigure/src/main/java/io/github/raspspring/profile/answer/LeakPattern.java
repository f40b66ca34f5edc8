package io.github.raspspring.profile.answer;

import java.util.List;
import java.util.function.IntPredicate;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * Words that should not leave, where they begin like a word of their own.
 *
 * @param words the words, exactly
 * @param at where the clue stands in them
 * @param leak what they show
 * @param check decides, once the words are there, by what follows
 */
record LeakPattern(String words, int at, Leak leak, Check check) implements LeakSigns.SignedPattern {

	private static final int CLUE = 4;

	/** What a word may begin behind, letters only if they are escapes. */
	private static final String BEFORE = select((c) -> !AnswerBytes.isWord(c) || "nrt".indexOf(c) >= 0);

	/** What a token goes on with. */
	private static final String BEHIND = select((c) -> AnswerBytes.isWord(c) || c == '-');

	LeakPattern(String words, Leak leak, Check check) {
		this(words, 0, leak, check);
	}

	@Override
	public String clue() {
		return this.words.substring(this.at, this.at + CLUE);
	}

	private static String select(IntPredicate chosen) {
		return IntStream.range(0, 0x80)
			.filter(chosen)
			.mapToObj((c) -> String.valueOf((char) c))
			.collect(Collectors.joining());
	}

	/**
	 * Whatever is too short to be told by its words has the signs of a token behind them.
	 */
	@Override
	public List<String> signs() {
		return LeakSigns.SignedPattern.signs(BEFORE, this.words, BEHIND);
	}

	@Override
	public int clueWithin() {
		return LeakSigns.SignedPattern.clueWithin(this.words, this.at);
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
