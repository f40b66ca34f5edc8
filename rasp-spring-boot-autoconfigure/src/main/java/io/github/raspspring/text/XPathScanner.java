package io.github.raspspring.text;

/**
 * Finds what only an XPath expression has: a literal that ends and is followed by a
 * condition, a predicate that is closed to add another path, functions applied to paths,
 * and axes. One forward pass. Not thread-safe.
 */
public final class XPathScanner {

	private static final char END = '\uFFFF';

	private static final HashedWords FUNCTIONS = HashedWords.of(
			"count string-length name local-name namespace-uri substring string sum boolean normalize-space"
					+ " starts-with contains concat translate not number exists data base-uri",
			"position last true false current", "doc document unparsed-text doc-available collection");

	private static final HashedWords AXES = HashedWords.of("ancestor ancestor-or-self attribute child descendant"
			+ " descendant-or-self following following-sibling parent preceding preceding-sibling self namespace");

	private static final HashedWords CONDITIONS = HashedWords.of("or and");

	private static final HashedWords NODES = HashedWords.of("node text comment processing-instruction");

	private final CharSequence text;

	private int position;

	private boolean quoteOpen;

	private char quote;

	/**
	 * Create a scanner.
	 * @param text the text
	 */
	public XPathScanner(CharSequence text) {
		this.text = text;
	}

	/**
	 * Find the first evidence.
	 * @return {@code true} if there is some
	 */
	public boolean find() {
		while (this.position < this.text.length()) {
			char c = this.text.charAt(this.position);
			boolean found;
			if (c == '\'' || c == '"') {
				found = isBreakOut(c);
			}
			else if (isNameStart(c)) {
				found = isWordOfPath();
				continueBehindWord();
			}
			else {
				found = false;
			}
			if (found) {
				return true;
			}
			this.position++;
		}
		return false;
	}

	/**
	 * Return where the evidence is.
	 * @return the index of a character of it
	 */
	public int position() {
		return Math.min(this.position, this.text.length());
	}

	/**
	 * A quote that opens by the count of quotes before it but is followed by what follows
	 * a closing one.
	 */
	private boolean isBreakOut(char c) {
		if (c == '\'' && isNameStart(at(this.position - 1)) && isNameStart(at(this.position + 1))) {
			return false;
		}
		if (this.quoteOpen) {
			this.quoteOpen = c != this.quote;
			return false;
		}
		this.quoteOpen = true;
		this.quote = c;
		int i = skipBlanks(this.position + 1);
		int closed = i;
		while (at(i) == ')' || at(i) == ']') {
			i = skipBlanks(i + 1);
		}
		if (i > closed && at(i - 1) != ')' && isPathStep(i) && containsBracket(closed, i)) {
			return true;
		}
		return isCondition(i);
	}

	private boolean containsBracket(int start, int end) {
		for (int i = start; i < end; i++) {
			if (at(i) == ']') {
				return true;
			}
		}
		return false;
	}

	private boolean isPathStep(int index) {
		char c = at(index);
		return c == '|' || c == '/' || c == '[' || isCondition(index);
	}

	/**
	 * Whether {@code or} or {@code and} is followed by an operand of XPath: a literal
	 * that is compared, a function or a path.
	 */
	private boolean isCondition(int index) {
		int end = wordEnd(index);
		if (end == index || CONDITIONS.groupOf(hash(index, end)) == 0) {
			return false;
		}
		int i = skipBlanks(end);
		char c = at(i);
		if (c == '\'' || c == '"') {
			int close = i + 1;
			while (close < this.text.length() && at(close) != c) {
				close++;
			}
			char comparison = at(skipBlanks(close + 1));
			return at(close) == c && (comparison == '=' || comparison == '<' || comparison == '>');
		}
		if (c == '/' || c == '@' || c == '*') {
			return true;
		}
		int operand = wordEnd(i);
		if (operand == i) {
			return false;
		}
		int group = FUNCTIONS.groupOf(hash(i, operand));
		return group != 0 && at(skipBlanks(operand)) == '(';
	}

	private boolean isWordOfPath() {
		int start = this.position;
		int end = wordEnd(start);
		char following = at(end);
		if (following == ':' && at(end + 1) == ':') {
			return AXES.groupOf(hash(start, end)) != 0 && isNodeTest(end + 2);
		}
		if (following != '(') {
			return false;
		}
		int group = FUNCTIONS.groupOf(hash(start, end));
		int argument = skipBlanks(end + 1);
		if (group == 1) {
			return at(argument) == '/' && (at(argument + 1) == '/' || at(argument + 1) == '*')
					&& at(argument + 2) != ' ' && at(argument + 2) != END;
		}
		return group == 3 && (at(argument) == '\'' || at(argument) == '"') && isUrl(argument + 1);
	}

	private boolean isNodeTest(int index) {
		if (at(index) == '*') {
			return true;
		}
		int end = wordEnd(index);
		return at(end) == '(' && NODES.groupOf(hash(index, end)) != 0;
	}

	private boolean isUrl(int index) {
		int end = wordEnd(index);
		return end > index && at(end) == ':' && at(end + 1) == '/' || at(index) == '/' && at(index + 1) == '/';
	}

	private void continueBehindWord() {
		this.position = wordEnd(this.position) - 1;
	}

	private long hash(int start, int end) {
		long hash = HashedWords.SEED;
		for (int i = start; i < end; i++) {
			hash = HashedWords.extend(hash, this.text.charAt(i));
		}
		return hash;
	}

	private int wordEnd(int start) {
		int i = start;
		while (isNameStart(at(i)) || i > start && at(i) == '-') {
			i++;
		}
		return i;
	}

	private int skipBlanks(int index) {
		int i = index;
		while (i < this.text.length() && this.text.charAt(i) <= ' ') {
			i++;
		}
		return i;
	}

	private char at(int index) {
		return (index >= 0 && index < this.text.length()) ? this.text.charAt(index) : END;
	}

	private static boolean isNameStart(char c) {
		return (c | 0x20) >= 'a' && (c | 0x20) <= 'z';
	}

}
