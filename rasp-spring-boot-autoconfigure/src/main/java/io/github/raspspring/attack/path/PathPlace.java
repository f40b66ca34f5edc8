package io.github.raspspring.attack.path;

/**
 * Tells where in a text a path stands: at its begin or end, alone, or among other words.
 * Not thread-safe.
 */
final class PathPlace {

	private static final int UNKNOWN = -2;

	private final String text;

	private int start;

	private int end;

	/** Where the first word of the text is, -1 as long as there is none. */
	private int firstWord = -1;

	private int lastWord = UNKNOWN;

	PathPlace(String text) {
		this.text = text;
	}

	void begin(int start) {
		this.start = start;
	}

	void end(int end) {
		this.end = end;
	}

	/**
	 * Take notice of a character of a word.
	 */
	void word(int index) {
		if (this.firstWord < 0) {
			this.firstWord = index;
		}
	}

	/**
	 * Return whether a word was read so far.
	 */
	boolean isBehindWord() {
		return this.firstWord >= 0;
	}

	/**
	 * Return where the path starts.
	 */
	int start() {
		return this.start;
	}

	/**
	 * Return the index behind the last character of the path.
	 */
	int end() {
		return this.end;
	}

	/**
	 * Return whether no word comes before the path, or an equals sign right before.
	 */
	boolean beginsText() {
		return this.firstWord < 0 || this.firstWord >= this.start || before() == '=';
	}

	/**
	 * Return whether no word follows the path, or an ampersand right after.
	 */
	boolean endsText() {
		if (this.lastWord == UNKNOWN) {
			this.lastWord = this.text.length() - 1;
			while (this.lastWord >= 0 && !isWord(this.text.charAt(this.lastWord))) {
				this.lastWord--;
			}
		}
		return this.lastWord < this.end || this.end < this.text.length() && this.text.charAt(this.end) == '&';
	}

	/**
	 * Return whether the text holds other words than those of the path, apart from it by
	 * white space, as sentences and scripts do.
	 */
	boolean isInProse() {
		return isApart(this.firstWord, this.start) || !endsText() && isApart(this.end, this.lastWord);
	}

	/**
	 * Return whether nothing but quotes and brackets comes before the path.
	 */
	boolean startsText() {
		int i = this.start;
		while (i > 0 && "\"'([<".indexOf(this.text.charAt(i - 1)) >= 0) {
			i--;
		}
		return i == 0;
	}

	/**
	 * Return whether the path goes on where a variable or a call ends, and is rooted
	 * wherever that points to.
	 */
	boolean followsVariable() {
		char c = before();
		return c == '}' || c == ')' || c == ']';
	}

	/**
	 * Return whether the path starts in the home folder of the user.
	 */
	boolean startsAtHome() {
		return this.start < this.text.length() && this.text.charAt(this.start) == '~';
	}

	private boolean isApart(int from, int to) {
		for (int i = (from < 0) ? to : from; i < to; i++) {
			if (this.text.charAt(i) <= ' ') {
				return true;
			}
		}
		return false;
	}

	private char before() {
		return (this.start > 0) ? this.text.charAt(this.start - 1) : ' ';
	}

	/**
	 * Return whether this is a letter or digit, in any script.
	 */
	static boolean isWord(int c) {
		return c >= '0' && c <= '9' || (c | 0x20) >= 'a' && (c | 0x20) <= 'z' || c >= 0xC0;
	}

}
