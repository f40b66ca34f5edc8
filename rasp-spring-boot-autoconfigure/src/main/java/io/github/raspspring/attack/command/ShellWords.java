package io.github.raspspring.attack.command;

import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import java.util.stream.IntStream;

import io.github.raspspring.sink.CharMask;

/**
 * Where the words and commands of a script begin and end, for each of its characters. Two
 * passes; not thread-safe.
 */
final class ShellWords {

	private final ShellScript script;

	private final int[] words;

	private final int[] quotedWords;

	private final int[] commands;

	private final int[] ends;

	/** Where the words begin that stand in no quotes, in order. */
	private final int[] starts;

	private final Map<Integer, CommandLine> lines = new HashMap<>();

	ShellWords(ShellScript script) {
		this.script = script;
		int length = script.text().length();
		this.words = new int[length + 1];
		this.quotedWords = new int[length + 1];
		this.commands = new int[length + 1];
		this.ends = new int[length + 1];
		for (int i = 1; i <= length; i++) {
			this.words[i] = script.startsWord(i) ? i : this.words[i - 1];
			this.commands[i] = script.startsCommand(i) ? i : this.commands[i - 1];
			int word = this.words[i];
			this.quotedWords[i] = (word > 0 && script.quotes(word) != 0) ? this.quotedWords[word - 1] : word;
		}
		this.starts = IntStream.rangeClosed(0, length)
			.filter((i) -> script.startsWord(i) && script.quotes(i) == 0)
			.toArray();
		this.ends[length] = length;
		for (int i = length - 1; i >= 0; i--) {
			boolean ends = script.quotes(i) == 0 && (CharMask.isBlank(script.text().charAt(i)) || script.separates(i));
			this.ends[i] = ends ? i : this.ends[i + 1];
		}
	}

	/**
	 * Return where the word at a place starts.
	 */
	int start(int index) {
		return this.words[index];
	}

	/**
	 * Return where the word at a place starts, with the quotes around it.
	 */
	int quotedStart(int index) {
		return this.quotedWords[index];
	}

	/**
	 * Return where the command at a place starts.
	 */
	int commandStart(int index) {
		return this.commands[index];
	}

	/**
	 * Return where the word at a place ends.
	 */
	int end(int index) {
		return this.ends[index];
	}

	/**
	 * Return the command that a word belongs to.
	 */
	CommandLine line(int word) {
		return this.lines.computeIfAbsent(commandStart(word), (command) -> new CommandLine(
				new CommandWords(this.script, this.starts, from(command), endOf(command))));
	}

	/**
	 * Return the number of a word in its command.
	 */
	int number(int word) {
		return from(word) - from(commandStart(word));
	}

	private int from(int index) {
		int found = Arrays.binarySearch(this.starts, index);
		return (found >= 0) ? found : -found - 1;
	}

	/**
	 * Return the number of the first word behind a command.
	 */
	private int endOf(int command) {
		int low = from(command);
		int high = this.starts.length;
		while (low < high) {
			int middle = (low + high) >>> 1;
			if (commandStart(this.starts[middle]) > command) {
				high = middle;
			}
			else {
				low = middle + 1;
			}
		}
		return low;
	}

}
