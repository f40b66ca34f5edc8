package io.github.raspspring.attack.command;

import io.github.raspspring.text.Ascii;

/**
 * Recognizes a compound command by its structure, whatever it loops over or decides on: a
 * word of the shell that opens it, and behind a separator those that go on with it and
 * close it. Definitions of functions count if a command is the first thing they run.
 * Looks at a bounded piece of text.
 */
final class ShellCompound {

	private static final int LONGEST = 256;

	private static final int LONGEST_NAME = 24;

	private ShellCompound() {
	}

	/**
	 * Return where the word that opens it ends, -1 if none begins there.
	 * @param text the text
	 * @param start index of what may be the first word
	 */
	static int end(String text, int start) {
		int end = wordEnd(text, start);
		if (end == start || end - start > LONGEST_NAME) {
			return -1;
		}
		boolean compound = switch (Ascii.fold(text.charAt(start))) {
			case 'w' -> loop(text, start, end, "while");
			case 'u' -> loop(text, start, end, "until");
			case 's' -> loop(text, start, end, "select");
			case 'f' -> loop(text, start, end, "for")
					|| isWord(text, start, end, "function") && function(text, skip(text, end));
			case 'i' -> isWord(text, start, end, "if") && closes(text, end, "then", "fi");
			case 'c' -> isWord(text, start, end, "case") && choice(text, end);
			default -> false;
		};
		return (compound || text.startsWith("()", skip(text, end)) && function(text, start)) ? end : -1;
	}

	private static boolean loop(String text, int start, int end, String word) {
		return isWord(text, start, end, word) && closes(text, end, "do", "done");
	}

	/**
	 * Tell whether one word goes on with the command and another one closes it.
	 */
	private static boolean closes(String text, int from, String next, String last) {
		int behind = behindSeparated(text, from, next, limit(text, from));
		return behind > 0 && behindSeparated(text, behind, last, limit(text, from)) > 0;
	}

	private static boolean choice(String text, int from) {
		int in = skip(text, wordEnd(text, skip(text, from), ' '));
		int limit = limit(text, from);
		int pattern = Ascii.startsWith(text, in, "in ") ? find(text, ')', in, limit) : -1;
		return pattern > 0 && behindSeparated(text, pattern, "esac", limit) > 0;
	}

	/**
	 * Tell whether a function is defined that begins with a command, {@code f(){ id; }}.
	 */
	private static boolean function(String text, int name) {
		int open = skip(text, wordEnd(text, name));
		int brace = text.startsWith("()", open) ? skip(text, open + 2) : open;
		if (open == name || Ascii.at(text, brace) != '{' || !closesBrace(text, brace)) {
			return false;
		}
		ShellCommand command = ShellCommand.read(text, brace + 1);
		return command != null
				&& (command.isTechnical() || command.isListed() || command.isDisguised() || command.isProgramPath());
	}

	private static boolean closesBrace(String text, int brace) {
		int close = find(text, '}', brace, limit(text, brace));
		if (close < 0) {
			return false;
		}
		int before = close - 1;
		while (before > brace && Ascii.isSpace(text.charAt(before))) {
			before--;
		}
		return text.charAt(before) == ';';
	}

	private static int find(String text, char c, int from, int limit) {
		int i = from;
		while (i < limit && text.charAt(i) != c) {
			i++;
		}
		return (i < limit) ? i : -1;
	}

	/**
	 * Return the index behind a word that stands behind a separator, -1 if there is none.
	 */
	private static int behindSeparated(String text, int from, String word, int limit) {
		for (int i = from; i < limit; i++) {
			char c = text.charAt(i);
			if (c == ';' || c == '\n') {
				int start = skip(text, i + 1);
				if (isWord(text, start, wordEnd(text, start), word)) {
					return start + word.length();
				}
			}
		}
		return -1;
	}

	private static boolean isWord(String text, int start, int end, String word) {
		return end - start == word.length() && Ascii.startsWith(text, start, word);
	}

	private static int wordEnd(String text, int start) {
		int end = start;
		while (end - start <= LONGEST_NAME && Ascii.isWord(Ascii.at(text, end))) {
			end++;
		}
		return end;
	}

	private static int wordEnd(String text, int start, char blank) {
		int end = start;
		while (end - start <= LONGEST_NAME && Ascii.at(text, end) > blank) {
			end++;
		}
		return end;
	}

	private static int skip(String text, int from) {
		int limit = limit(text, from);
		int i = from;
		while (i < limit && Ascii.isSpace(text.charAt(i))) {
			i++;
		}
		return i;
	}

	private static int limit(String text, int from) {
		return Math.min(text.length(), from + LONGEST);
	}

}
