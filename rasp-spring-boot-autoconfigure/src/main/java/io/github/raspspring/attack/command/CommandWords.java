package io.github.raspspring.attack.command;

import java.util.AbstractList;

/**
 * The words of one command of a script, without the quotes around them. Each is made when
 * it is asked for, so that a long command costs no memory.
 */
final class CommandWords extends AbstractList<String> {

	private final ShellScript script;

	private final int[] starts;

	private final int first;

	private final int size;

	CommandWords(ShellScript script, int[] starts, int first, int end) {
		this.script = script;
		this.starts = starts;
		this.first = first;
		this.size = end - first;
	}

	@Override
	public String get(int index) {
		return new UnquotedWord(this.script, this.starts[this.first + index]).text();
	}

	@Override
	public int size() {
		return this.size;
	}

}
