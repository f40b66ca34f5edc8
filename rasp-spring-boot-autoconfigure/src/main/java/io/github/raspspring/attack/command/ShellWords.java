package io.github.raspspring.attack.command;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

import io.github.raspspring.sink.CharMask;

/**
 * Where the words and commands of a script begin and end, for each of its characters. Two
 * passes; not thread-safe.
 */
final class ShellWords {

	/** What stands behind more words than this is an operand. */
	private static final int MOST_WORDS = 256;

	private final ShellScript script;

	private final int[] words;

	private final int[] quotedWords;

	private final int[] commands;

	private final int[] ends;

	/** The words of one command, as far as they were asked for. */
	private final List<String> read = new ArrayList<>();

	private int readCommand = -1;

	private int readTo;

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
	 * Return the words of the command up to the one that begins at a place, without
	 * quotes around them. The list is good until the next one is asked for.
	 * @return no words if there are too many to tell what the last one means
	 */
	List<String> upTo(int word) {
		int command = commandStart(word);
		if (command != this.readCommand || word + 1 < this.readTo) {
			this.read.clear();
			this.readCommand = command;
			this.readTo = command;
		}
		for (; this.readTo <= word && this.read.size() <= MOST_WORDS; this.readTo++) {
			if (this.script.startsWord(this.readTo) && this.script.quotes(this.readTo) == 0) {
				this.read.add(unquoted(this.script.text().substring(this.readTo, end(this.readTo))));
			}
		}
		return (this.read.size() <= MOST_WORDS) ? Collections.unmodifiableList(this.read) : List.of();
	}

	private String unquoted(String word) {
		boolean quoted = word.length() > 1 && this.script.dialect().quotes(word.charAt(0));
		return quoted ? word.substring(1, word.length() - 1) : word;
	}

}
