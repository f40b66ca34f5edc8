package io.github.raspspring.attack.query;

import io.github.raspspring.text.Ascii;
import io.github.raspspring.text.HashedWords;

/**
 * Recognizes a key that is followed by a line break and a command of Redis or memcached
 * as a line of their protocols: one that changes the server or its data, with the
 * arguments it needs, or the beginning of an array. Lists of words have lines of one
 * word, too, but not these. Stateless.
 */
final class StoreCommand {

	private static final int LONGEST_KEY = 128;

	private static final int DIGEST = 40;

	/** The group of commands that store a value. */
	private static final int STORING = 5;

	private static final HashedWords COMMANDS = HashedWords.of("flushall flushdb bgsave bgrewriteaof flush_all",
			"slaveof replicaof", "eval evalsha fcall eval_ro", "config", "set add replace append prepend cas", "keys",
			"module", "script debug",
			"get del delete gets info client save shutdown monitor quit auth incr decr expire hgetall hset lpush rpush"
					+ " sadd zadd dump restore rename select stats touch acl cluster migrate persist unlink type ping");

	/** Settings of Redis by which files are written and others let in, up to a hyphen. */
	private static final HashedWords SETTINGS = HashedWords.of("dir dbfilename requirepass masterauth masteruser"
			+ " appendonly appendfilename appenddirname save protected maxmemory rdbcompression slave replica bind"
			+ " logfile enable stop aclfile");

	private StoreCommand() {
	}

	/**
	 * Tell whether a command stands on the second line of a text whose first is a key.
	 * @param text the text
	 * @param key whether the text is a key by the name of its field, in which any command
	 * is one
	 */
	static boolean follows(String text, boolean key) {
		int end = 0;
		while (end < text.length() && end < LONGEST_KEY && text.charAt(end) > ' ') {
			end++;
		}
		if (Ascii.at(text, end) == ' ') {
			return followsNumbers(text, end, key);
		}
		if (end == text.length() || !isLineEnd(text, end)) {
			return false;
		}
		int line = Ascii.skipSpace(text, end);
		int word = Ascii.endOfWord(text, line);
		return isArray(text, line) || isCommandOf(text, line, word, key);
	}

	/**
	 * Whether the numbers of memcached end the first line, and a command follows or what
	 * is stored and a command.
	 */
	private static boolean followsNumbers(String text, int blank, boolean key) {
		int numbers = -1;
		int end = blank;
		int i = blank;
		do {
			numbers++;
			end = i;
			i = digitsEnd(text, blanksEnd(text, end));
		}
		while (i > blanksEnd(text, end));
		int silent = blanksEnd(text, end);
		boolean silenced = silent > end && Ascii.startsWith(text, silent, "noreply");
		int line = silenced ? silent + 7 : blanksEnd(text, end);
		if (numbers == 0 && !silenced || line >= text.length() || !isLineEnd(text, line)) {
			return false;
		}
		int next = Ascii.skipSpace(text, line);
		int word = Ascii.endOfWord(text, next);
		boolean stores = COMMANDS.groupOf(text, next, word) == STORING;
		if ((stores || silenced) && isCommand(text, next, word)) {
			return true;
		}
		int third = Ascii.skipSpace(text, lineEnd(text, next));
		return numbers > 1 && third < text.length() && isCommandOf(text, third, Ascii.endOfWord(text, third), key);
	}

	private static boolean isCommandOf(String text, int line, int end, boolean key) {
		return isCommand(text, line, end) || key && COMMANDS.groupOf(text, line, end) != 0;
	}

	private static int lineEnd(String text, int start) {
		int i = start;
		while (!isLineEnd(text, i)) {
			i++;
		}
		return i;
	}

	/**
	 * Tell whether a text is a call of a script that calls Redis or the host.
	 */
	static boolean isScript(String text) {
		return Ascii.startsWith(text, 0, "eval ") && isScript(text, blanksEnd(text, 5))
				&& (text.indexOf("redis.") > 0 || text.indexOf("os.") > 0) && text.indexOf('(') > 0;
	}

	/**
	 * Whether an array of the protocol begins: its size, the length of its first string
	 * and a word of that length on lines of their own.
	 */
	private static boolean isArray(String text, int line) {
		int size = digitsEnd(text, line + 1);
		int length = Ascii.skipSpace(text, size);
		int end = digitsEnd(text, length + 1);
		int word = Ascii.skipSpace(text, end);
		return Ascii.at(text, line) == '*' && size > line + 1 && length > size && Ascii.at(text, length) == '$'
				&& end > length + 1 && end < length + 4 && word > end
				&& Ascii.endOfWord(text, word) - word == Integer.parseInt(text, length + 1, end, 10);
	}

	private static boolean isCommand(String text, int line, int end) {
		int group = COMMANDS.groupOf(text, line, end);
		int argument = blanksEnd(text, end);
		return switch (group) {
			case 1 -> isLineEnd(text, argument) || Ascii.startsWith(text, argument, "async");
			case 2 -> Ascii.startsWith(text, argument, "no one") || isNumberLast(text, argument);
			case 3 -> isScript(text, argument);
			case 4 -> isSetting(text, argument);
			case 5 -> isStored(text, argument);
			case 6 -> Ascii.at(text, argument) == '*';
			case 7 -> Ascii.startsWith(text, argument, "load /") || Ascii.startsWith(text, argument, "loadex /");
			case 8 -> Ascii.startsWith(text, argument, "segfault")
					|| Ascii.startsWith(text, argument, "flush") && isLineEnd(text, argument + 5);
			default -> false;
		};
	}

	/**
	 * Whether a script in quotes, or its digest, and the number of its keys follow.
	 */
	private static boolean isScript(String text, int argument) {
		char quote = Ascii.at(text, argument);
		if (quote != '"' && quote != '\'') {
			return Ascii.endOfWord(text, argument) == argument + DIGEST && isNumberLast(text, argument);
		}
		int end = text.indexOf(quote, argument + 1);
		return end > 0 && Ascii.isDigit(Ascii.at(text, blanksEnd(text, end + 1)));
	}

	private static boolean isSetting(String text, int argument) {
		boolean set = Ascii.startsWith(text, argument, "set ");
		if (!set && !Ascii.startsWith(text, argument, "get ")) {
			return Ascii.startsWith(text, argument, "rewrite") && isLineEnd(text, argument + 7);
		}
		int name = blanksEnd(text, argument + 4);
		return Ascii.at(text, name) == '*' || SETTINGS.groupOf(text, name, Ascii.endOfWord(text, name)) != 0;
	}

	/**
	 * Whether a host or digest and a number are the arguments of a command.
	 */
	private static boolean isNumberLast(String text, int argument) {
		int end = argument;
		while (end < text.length() && text.charAt(end) > ' ') {
			end++;
		}
		int number = blanksEnd(text, end);
		int last = digitsEnd(text, number);
		return number > end && last > number && Ascii.at(text, last) <= ' ';
	}

	/**
	 * Whether a key and three numbers follow, and the value on a line of its own, as
	 * memcached stores it.
	 */
	private static boolean isStored(String text, int argument) {
		int i = argument;
		while (i < text.length() && text.charAt(i) > ' ') {
			i++;
		}
		for (int number = 0; number < 3; number++) {
			int start = blanksEnd(text, i);
			i = digitsEnd(text, start);
			if (i == start) {
				return false;
			}
		}
		return i < text.length() && isLineEnd(text, i) && Ascii.skipSpace(text, i) < text.length();
	}

	private static boolean isLineEnd(String text, int index) {
		char c = Ascii.at(text, index);
		return index >= text.length() || c == '\r' || c == '\n';
	}

	private static int blanksEnd(String text, int start) {
		int i = start;
		while (Ascii.at(text, i) == ' ') {
			i++;
		}
		return i;
	}

	private static int digitsEnd(String text, int start) {
		int i = start;
		while (Ascii.isDigit(Ascii.at(text, i))) {
			i++;
		}
		return i;
	}

}
