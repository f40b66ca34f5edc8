package io.github.raspspring.attack.command;

import java.util.AbstractList;

import org.jspecify.annotations.Nullable;

/**
 * The words of one command of a script, without the quotes around them. Each is made when
 * it is asked for, so that a long command costs no memory.
 */
final class CommandWords extends AbstractList<String> {

	private static final int MOST_MADE = 4;

	private final ShellScript script;

	private final int[] starts;

	private final int first;

	private final int size;

	/** The words that were made last, as a few neighbors are asked for in turns. */
	private final @Nullable String[] made = new @Nullable String[MOST_MADE];

	private final int[] numbers = new int[MOST_MADE];

	CommandWords(ShellScript script, int[] starts, int first, int end) {
		this.script = script;
		this.starts = starts;
		this.first = first;
		this.size = end - first;
	}

	@Override
	public String get(int index) {
		int place = index % MOST_MADE;
		String word = this.made[place];
		if (word == null || this.numbers[place] != index) {
			word = new UnquotedWord(this.script, this.starts[this.first + index]).text();
			this.made[place] = word;
			this.numbers[place] = index;
		}
		return word;
	}

	@Override
	public int size() {
		return this.size;
	}

}
