package io.github.raspspring.attack.command;

import io.github.raspspring.text.Ascii;
import io.github.raspspring.text.HashedWords;

/**
 * Commands whose first argument tells them from the words that they are in a sentence: a
 * signal, a host, another command, a folder to search.
 */
final class SpecialCommand {

	private static final int SURE = 4;

	/** What is asked of a tool may be told in a sentence as well. */
	private static final int TOLD = 2;

	/** Are asked for something by the word behind them. */
	private static final HashedWords TOOLS = HashedWords.of("git aws gcloud az npm pip pip3 apk brew gem cargo helm"
			+ " snap apt apt-get yum dnf kubectl docker podman terraform redis-cli mongosh systemctl rabbitmqctl");

	private static final HashedWords REQUESTS = HashedWords.of("""
			status log clone show diff push pull fetch config init remote branch checkout s3 sts iam ec2 lambda auth
			account vm ad secretsmanager install add update upgrade remove get describe delete apply exec run ps list
			stop restart flushall keys compute projects group storage""");

	private static final HashedWords TELLING = HashedWords.of("says shows tells is was has isn't doesn't takes");

	private static final int LONGEST_VERB = 12;

	/** So many options stand between a command and what is told of it. */
	private static final int MOST_OPTIONS = 3;

	private static final int LONGEST_TOKEN = 128;

	private static final int LONGEST_UNIT = 5;

	private static final int SHORTEST_WORD = 3;

	private SpecialCommand() {
	}

	/**
	 * Return the points of a first argument, 0 if it is none of these.
	 */
	static int points(String text, ShellWord word, int kind, long argument) {
		int start = start(text, word);
		int from = ShellArgument.skipBlanks(text, word.end(), word.braced());
		int to = ShellArgument.end(argument);
		if (isWord(text, start, word, "sleep") && isDuration(text, from, to)) {
			return SURE;
		}
		boolean halts = ShellVocabulary.HALTS.groupOf(text, start, word.end()) != 0;
		if (kind == ShellArgument.FLAG) {
			boolean counted = (isWord(text, start, word, "ping") || isWord(text, start, word, "ping6"))
					&& to == from + 2 && Ascii.isDigit(Ascii.at(text, Ascii.skipSpace(text, to)));
			return (halts || counted || isWord(text, start, word, "kill") && isSignal(text, from + 1, to)) ? SURE : 0;
		}
		if (kind == ShellArgument.PATTERN) {
			boolean shows = isWord(text, start, word, "cat") || isWord(text, start, word, "tac");
			return (shows && isEnd(text, to)) ? SURE : 0;
		}
		if (isWord(text, start, word, "find") && from + 1 == to && runsFound(text, to)) {
			return SURE;
		}
		if (kind == ShellArgument.NAME) {
			if (isWord(text, start, word, "cat") || isWord(text, start, word, "tac")) {
				return (Ascii.skipSpace(text, to) >= text.length()) ? SURE : 0;
			}
			boolean last = Ascii.skipSpace(text, to) >= text.length() || !Ascii.isLetter(Ascii.at(text, to + 1));
			return (last && ShellVocabulary.RESOLVERS.groupOf(text, start, word.end()) != 0) ? SURE : 0;
		}
		if (kind != ShellArgument.PLAIN) {
			return 0;
		}
		if (isServed(text, start, word.end(), from, to)) {
			return SURE;
		}
		if (TOOLS.groupOf(text, start, word.end()) != 0 && REQUESTS.groupOf(text, from, to) != 0) {
			return isBehindToken(text, start) ? SURE : TOLD;
		}
		if (halts && isNow(text, from, to)) {
			return SURE;
		}
		if (isWord(text, start, word, "ls") && to == from + 1 && text.charAt(from) == '/') {
			return isEnd(text, to) ? SURE : 0;
		}
		if (isWord(text, start, word, "find")) {
			return (to == from + 1 && text.charAt(from) == '/' && isOption(text, to)) ? SURE : 0;
		}
		if (ShellVocabulary.RUNNERS.groupOf(text, start, word.end()) != 0) {
			int meaning = ShellVocabulary.COMMANDS.groupOf(text, from, to);
			return (meaning == ShellVocabulary.TECHNICAL || meaning == ShellVocabulary.LISTED) ? SURE : 0;
		}
		if (isWord(text, start, word, "mv") || isWord(text, start, word, "cp") || isWord(text, start, word, "ln")) {
			return areFiles(text, from, to) ? SURE : 0;
		}
		if (isWord(text, start, word, "tar")) {
			return areOptionsOfTar(text, from, to) ? SURE : 0;
		}
		boolean listing = isWord(text, start, word, "ps") || isWord(text, start, word, "wmic");
		return (listing && ShellVocabulary.LISTINGS.groupOf(text, from, to) != 0) ? SURE : 0;
	}

	/**
	 * Tell whether a dash of two hyphens and a word follow, as in a note.
	 * @param end index where the command ends
	 */
	static boolean isRemarkedOn(String text, int end) {
		return text.startsWith("-- ", end) && Ascii.at(text, end - 1) == ' ' && Ascii.isLetter(Ascii.at(text, end + 3));
	}

	/**
	 * Tell whether a verb follows a command, and something behind it: a sentence tells of
	 * it, {@code df says}, {@code top shows}.
	 * @param end index behind the name of the command
	 */
	static boolean isTold(String text, int end) {
		int first = Ascii.skipSpace(text, end);
		int start = first;
		for (int options = 0; options < MOST_OPTIONS; options++) {
			start = Ascii.skipSpace(text, behindOption(text, start));
		}
		int behind = start;
		while (behind < start + LONGEST_VERB
				&& (Ascii.isLetter(Ascii.at(text, behind)) || Ascii.at(text, behind) == '\'')) {
			behind++;
		}
		boolean called = Ascii.at(text, end - 1) == ')' || Ascii.at(text, end - 1) == ';';
		boolean verb = (start > first || called) && behind > start + 2 && text.charAt(behind - 1) == 's';
		return Ascii.at(text, behind) == ' ' && behind + 1 < text.length()
				&& (verb || TELLING.groupOf(text, start, behind) != 0);
	}

	/**
	 * Return the end of an option, of a text in quotes or of a variable.
	 */
	private static int behindOption(String text, int start) {
		char c = Ascii.at(text, start);
		if (c != '-' && c != '"' && c != '\'' && c != '$') {
			return start;
		}
		int limit = Math.min(text.length(), start + LONGEST_TOKEN);
		int i = start + 1;
		char close = (c == '"' || c == '\'') ? c : ' ';
		while (i < limit && text.charAt(i) != close) {
			i++;
		}
		return (i < limit && close != ' ') ? i + 1 : i;
	}

	/**
	 * Return whether two plain words follow the one at the start. No command that is an
	 * English word as well is worth a look then.
	 */
	static boolean beginsSentence(String text, int start) {
		int i = start;
		for (int words = 0; words < 3; words++) {
			int wordStart = i;
			while (i < text.length() && Ascii.isLetter(text.charAt(i))) {
				i++;
			}
			char next = Ascii.at(text, i);
			if (i == wordStart) {
				return false;
			}
			if (words > 0 && (next == ',' || next == '.') && Ascii.at(text, i + 1) <= ' ') {
				return true;
			}
			if (next != ' ') {
				return words == 2 && i == text.length();
			}
			i++;
		}
		return true;
	}

	/**
	 * Tell whether a word is a tool that is asked for something by the word behind it.
	 */
	static boolean isTool(String text, int start, int end) {
		return TOOLS.groupOf(text, start, end) != 0;
	}

	/**
	 * Tell whether at most one word without blanks stands before a command and what
	 * separates it, as where a program is given that word.
	 */
	static boolean isBehindToken(String text, int command) {
		int end = command;
		while (end > 0 && (Ascii.isSpace(text.charAt(end - 1)) || "|&;`($\"'".indexOf(text.charAt(end - 1)) >= 0)) {
			end--;
		}
		int i = 0;
		while (i < end && i <= LONGEST_TOKEN && Ascii.isSpace(text.charAt(i))) {
			i++;
		}
		while (i < end && i <= LONGEST_TOKEN && !Ascii.isSpace(text.charAt(i))) {
			i++;
		}
		return i >= end && end < command;
	}

	/**
	 * Tell whether a program is only asked for its version, which whoever explains how to
	 * install it does last.
	 * @param end index behind the name of the program
	 */
	static boolean asksVersion(String text, int end) {
		int from = Ascii.skipSpace(text, end);
		int to = Ascii.startsWith(text, from, "--version") ? from + 9 : Ascii.startsWith(text, from, "-version")
				? from + 8 : Ascii.startsWith(text, from, "-v") ? from + 2 : -1;
		return to > 0 && (Ascii.skipSpace(text, to) == text.length() || text.startsWith("; ", to));
	}

	/**
	 * Tell whether a number with the letter of a unit of time ends the command.
	 */
	private static boolean isDuration(String text, int from, int to) {
		int i = from;
		while (i < to && Ascii.isDigit(text.charAt(i))) {
			i++;
		}
		return i > from && i == to - 1 && "smhd".indexOf(text.charAt(i)) >= 0 && isEnd(text, to)
				&& !text.startsWith("; ", to);
	}

	/**
	 * Tell whether letters without a hyphen tell what to do with which archive:
	 * {@code czf}.
	 */
	private static boolean areOptionsOfTar(String text, int from, int to) {
		boolean file = false;
		for (int i = from; i < to; i++) {
			if ("ctxzjJvfp".indexOf(text.charAt(i)) < 0) {
				return false;
			}
			file |= text.charAt(i) == 'f';
		}
		return file && to - from < 6;
	}

	/**
	 * Tell whether a number with a decimal point stands there, which no file is called.
	 */
	static boolean isMeasure(String text, int from) {
		int point = from;
		while (Ascii.isDigit(Ascii.at(text, point))) {
			point++;
		}
		int end = point + 1;
		while (Ascii.isDigit(Ascii.at(text, end))) {
			end++;
		}
		char sign = Ascii.at(text, point);
		return point > from && (sign == '.' || sign == ',') && end > point + 1 && !Ascii.isLetter(Ascii.at(text, end))
				&& !(Ascii.at(text, end) == '.' && Ascii.isLetter(Ascii.at(text, end + 1)));
	}

	/**
	 * Tell whether nothing but words and a number with a decimal point, perhaps with a
	 * unit, is left of an item: {@code 0.2h}, {@code check 0.2h}.
	 */
	static boolean isAmount(String text, int rest) {
		int from = rest;
		int word = rest;
		while (word - rest < LONGEST_VERB * 2 && Ascii.isLetter(Ascii.at(text, word))) {
			word++;
			if (Ascii.at(text, word) == ' ') {
				from = ++word;
			}
		}
		int i = from;
		int points = 0;
		while (Ascii.isDigit(Ascii.at(text, i)) || Ascii.at(text, i) == '.' || Ascii.at(text, i) == ',') {
			points += Ascii.isDigit(text.charAt(i++)) ? 0 : 1;
		}
		boolean number = points == 1 && Ascii.isDigit(Ascii.at(text, from)) && Ascii.isDigit(Ascii.at(text, i - 1));
		int unit = (Ascii.at(text, i) == ' ') ? i + 1 : i;
		int end = unit;
		while (end - unit < LONGEST_UNIT && (Ascii.isLetter(Ascii.at(text, end)) || Ascii.at(text, end) == '%')) {
			end++;
		}
		char behind = Ascii.at(text, end);
		boolean ended = end >= text.length()
				|| (behind == ';' || behind == '.' || behind == ',' || behind == ')') && Ascii.at(text, end + 1) <= ' ';
		return number && ended;
	}

	/**
	 * Tell whether a text ends with two words, as what is told of a command does.
	 */
	static boolean endsInWords(String text) {
		int end = text.length();
		if (Ascii.at(text, end - 1) == '.' || Ascii.at(text, end - 1) == '?') {
			end--;
		}
		for (int words = 0; words < 2; words++) {
			int start = end;
			while (start > 0 && end - start < LONGEST_TOKEN && Ascii.isLetter(text.charAt(start - 1))) {
				start--;
			}
			if (end - start < SHORTEST_WORD || Ascii.at(text, start - 1) != ' ') {
				return false;
			}
			end = start - 1;
		}
		return true;
	}

	private static boolean isEnd(String text, int from) {
		int next = Ascii.skipSpace(text, from);
		return next >= text.length() || ";|&#`)\n".indexOf(text.charAt(next)) >= 0;
	}

	/**
	 * Tell whether an option follows by which each file that is found is handed to a
	 * program or removed.
	 */
	private static boolean runsFound(String text, int from) {
		int option = Ascii.skipSpace(text, from);
		return option > from && (Ascii.startsWith(text, option, "-exec ") || Ascii.startsWith(text, option, "-ok ")
				|| Ascii.startsWith(text, option, "-delete"));
	}

	/**
	 * Return where a plain word begins; a disguised one is sure by itself.
	 */
	private static int start(String text, ShellWord word) {
		int start = word.end();
		while (start > 0 && (Ascii.isWord(text.charAt(start - 1)) || text.charAt(start - 1) == '-')) {
			start--;
		}
		return start;
	}

	private static boolean isWord(String text, int start, ShellWord word, String name) {
		return word.end() - start == name.length() && Ascii.startsWith(text, start, name);
	}

	private static boolean isSignal(String text, int from, int to) {
		return to > from && (Ascii.isDigit(text.charAt(from)) || Ascii.startsWith(text, from, "sig")
				|| Ascii.startsWith(text, from, "kill") || Ascii.startsWith(text, from, "hup"));
	}

	/**
	 * Tell whether a tool of operators is asked for what it shows or does at once.
	 */
	private static boolean isServed(String text, int start, int end, int from, int to) {
		int verb = ShellVocabulary.VERBS.groupOf(text, from, to);
		int tool = ShellVocabulary.TOOLS.groupOf(text, start, end);
		if (tool == 0) {
			return false;
		}
		int second = Ascii.skipSpace(text, to);
		int secondEnd = second;
		while (Ascii.isLetter(Ascii.at(text, secondEnd))) {
			secondEnd++;
		}
		int object = ShellVocabulary.VERBS.groupOf(text, second, secondEnd);
		return (tool == ShellVocabulary.SHOWN_BY_TWO) ? object == ShellVocabulary.SHOWN_BY_TWO : verb == tool;
	}

	private static boolean isNow(String text, int from, int to) {
		return to - from == 3 && Ascii.startsWith(text, from, "now") && Ascii.skipSpace(text, to) >= text.length();
	}

	/**
	 * Tell whether two names that are no words of a sentence end the command.
	 */
	private static boolean areFiles(String text, int from, int to) {
		int second = Ascii.skipSpace(text, to);
		long argument = (second > to && second < text.length()) ? ShellArgument.read(text, second, false) : 0;
		int end = ShellArgument.end(argument);
		int next = Ascii.skipSpace(text, end);
		boolean ends = end > 0 && (next >= text.length() || ";|&#`)\n".indexOf(text.charAt(next)) >= 0);
		return ends && isShort(text, from, to) && isShort(text, second, end);
	}

	/**
	 * Tell whether a name is a letter or two, or has a sign that words have not.
	 */
	private static boolean isShort(String text, int from, int to) {
		boolean sign = false;
		for (int i = from; i < to; i++) {
			sign |= !Ascii.isLetter(text.charAt(i)) && text.charAt(i) != ',' && text.charAt(i) != '\'';
		}
		return sign || to - from < 3;
	}

	private static boolean isOption(String text, int from) {
		int next = Ascii.skipSpace(text, from);
		return next > from && Ascii.at(text, next) == '-' && Ascii.isLetter(Ascii.at(text, next + 1));
	}

}
