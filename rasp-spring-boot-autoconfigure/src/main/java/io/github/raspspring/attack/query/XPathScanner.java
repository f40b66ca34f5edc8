package io.github.raspspring.attack.query;

import io.github.raspspring.text.CharacterSet;
import io.github.raspspring.text.SignSearch;

/**
 * Finds what only an XPath expression has: a literal that ends and is followed by a
 * condition, a predicate that is closed to add another path, functions applied to paths,
 * and axes. One forward pass from sign to sign, which looks back at a word where one that
 * follows it tells. Not thread-safe.
 */
final class XPathScanner extends XPathReader {

	private static final int LONGEST_BLANK = 8;

	private static final int LONGEST_TOLD = 64;

	/** What tells that something begins or ends. */
	private static final CharacterSet SIGNS = CharacterSet.of("'\"[](:");

	private final SignSearch signs = new SignSearch(SIGNS);

	private int position;

	private int brackets;

	private boolean quoteOpen;

	private char quote;

	/**
	 * Create a scanner.
	 * @param text the text
	 */
	XPathScanner(String text) {
		super(text);
	}

	/**
	 * Find the first evidence.
	 * @return {@code true} if there is some
	 */
	boolean find() {
		if (new XPathContinuation(this.text).isOne()) {
			return true;
		}
		this.signs.begin(this.text);
		this.position = this.signs.next(0);
		while (this.position < this.text.length()) {
			if (isEvidence(this.text.charAt(this.position))) {
				return true;
			}
			this.position = this.signs.next(this.position + 1);
		}
		return false;
	}

	private boolean isEvidence(char sign) {
		return switch (sign) {
			case '(' -> isCallOfPath();
			case ':' -> isAxis();
			case '[' -> {
				this.brackets++;
				yield false;
			}
			case ']' -> {
				boolean closes = closesPredicate();
				this.brackets -= (this.brackets > 0) ? 1 : 0;
				yield closes;
			}
			default -> isBreakOut(sign);
		};
	}

	/**
	 * Return where the evidence is.
	 * @return the index of a character of it
	 */
	int position() {
		return Math.min(this.position, this.text.length());
	}

	/**
	 * A bracket that was never opened, followed by another path.
	 */
	private boolean closesPredicate() {
		if (this.brackets > 0 || this.quoteOpen) {
			return false;
		}
		int i = skipBlanks(this.position + 1);
		if (at(i) != '|') {
			int end = wordEnd(i);
			if (end == i || XPathWords.CONDITIONS.groupOf(hash(i, end)) == 0) {
				return false;
			}
			i = end - 1;
		}
		i = skipBlanks(i + 1);
		return at(i) == '/' && (at(i + 1) == '/' || at(i + 1) == '*' || isNameStart(at(i + 1)));
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
		if (at(closed) == '/' && isNodeTest(closed + 1) && closed == this.position + 1 && isUnited(closed)) {
			return true;
		}
		if (PathUnion.follows(this.text, i, c)) {
			return true;
		}
		char before = at(this.position - 1);
		if (i > closed && at(i - 1) != ')' && before != '\'' && before != '"' && isPathStep(i)
				&& containsBracket(closed, i)) {
			return true;
		}
		return mayBeCondition(i) && (i > this.position + 1 || isLower(i)) && (isCondition(i) || isSplice(i))
				&& !isChoiceOfWords();
	}

	/**
	 * Whether a word begins as those that join conditions do.
	 */
	private boolean mayBeCondition(int index) {
		int first = at(index) | 0x20;
		return first == 'o' || first == 'a';
	}

	/**
	 * Whether a word is written as XPath writes its own. Right behind a quote it may be
	 * another one in quotation marks, such as a name.
	 */
	private boolean isLower(int index) {
		return at(index) >= 'a' && at(index + 1) >= 'a';
	}

	/**
	 * Whether another path from the root is united with a step.
	 */
	private boolean isUnited(int step) {
		int last = Math.min(this.text.length(), step + LONGEST_TOLD);
		for (int i = step; i < last; i++) {
			if (at(i) == '|') {
				return at(skipBlanks(i + 1)) == '/';
			}
		}
		return false;
	}

	/**
	 * Whether words that a slash joins stand in quotation marks of a sentence:
	 * {@code the box "and/or" is}.
	 */
	private boolean isChoiceOfWords() {
		int i = this.position + 1;
		boolean joined = false;
		while (isNameStart(at(i)) || at(i) == '/') {
			joined |= at(i) == '/';
			i++;
		}
		char behind = at(i + 1);
		return joined && at(i) == this.quote && at(this.position - 1) == ' '
				&& (behind == ' ' || behind == '.' || behind == ',' || behind == '?' || behind == END);
	}

	/**
	 * Whether the text goes on with a condition, and ends with another one and the quote
	 * that opens what the application closes: {@code ' or user or '}. A word in quotation
	 * marks is neither.
	 */
	private boolean isSplice(int index) {
		int end = wordEnd(index);
		int last = this.text.length() - 1;
		if (end == index || at(last) != this.quote || XPathWords.CONDITIONS.groupOf(hash(index, end)) == 0) {
			return false;
		}
		int i = last - 1;
		while (i > last - LONGEST_BLANK && i >= index && at(i) <= ' ') {
			i--;
		}
		int word = i + 1;
		while (word > i - 3 && word > index && isNameStart(at(word - 1))) {
			word--;
		}
		if (word == index && index == this.position + 1 && i == last - 1
				&& (this.position == 0 || at(this.position - 1) <= ' ') && isFirstQuote()) {
			return false;
		}
		boolean apart = at(word - 1) <= ' ' || at(word - 1) == ')' || at(word - 1) == this.quote;
		return word <= i && XPathWords.CONDITIONS.groupOf(hash(word, i + 1)) != 0 && (apart || word == index);
	}

	private boolean isFirstQuote() {
		for (int i = 0; i < this.position; i++) {
			if (at(i) == this.quote) {
				return false;
			}
		}
		return true;
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
		return c == '|' || c == '/' || c == '[' || isCondition(index) || isCombined(index);
	}

	/**
	 * Whether a word of XPath 2.0 combines what was selected with another path.
	 */
	private boolean isCombined(int index) {
		int end = wordEnd(index);
		return end > index && XPathWords.COMBINATIONS.groupOf(hash(index, end)) != 0 && at(skipBlanks(end)) == '/';
	}

	/**
	 * Whether {@code or} or {@code and} is followed by an operand of XPath: a literal
	 * that is compared, a function or a path.
	 */
	private boolean isCondition(int index) {
		int end = wordEnd(index);
		if (end == index || XPathWords.CONDITIONS.groupOf(hash(index, end)) == 0) {
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
		if (c == '/' || c == '@' || c == '*'
				|| c == '.' && (at(i + 1) == '=' || at(i + 1) == '.' && at(i + 2) == '=')) {
			return true;
		}
		int name = i;
		while (at(name) == '(') {
			name++;
		}
		int operand = wordEnd(name);
		if (operand == name) {
			return false;
		}
		int group = XPathWords.FUNCTIONS.groupOf(hash(name, operand));
		return group != 0 && ((name > i) ? at(operand) == '(' && "./@*'\"".indexOf(at(operand + 1)) >= 0
				: at(skipBlanks(operand)) == '(');
	}

	private boolean isAxis() {
		int end = this.position;
		int start = wordStart(end);
		return at(end + 1) == ':' && start < end && XPathWords.AXES.groupOf(hash(start, end)) != 0
				&& isNodeTest(end + 2) && !isQuoted(start, end + 2) && !isToldOf(start, end + 2);
	}

	private boolean isCallOfPath() {
		int end = this.position;
		int argument = skipBlanks(end + 1);
		boolean path = at(argument) == '/' && (at(argument + 1) == '/' || at(argument + 1) == '*')
				&& at(argument + 2) != ' ' && at(argument + 2) != END;
		if (!path && !isLocated(argument)) {
			return false;
		}
		int start = wordStart(end);
		int group = (start < end) ? XPathWords.FUNCTIONS.groupOf(hash(start, end)) : 0;
		return path ? group == 1 && !isToldOf(start, end) : group == 3 && !isAttribute(start);
	}

	/**
	 * Whether words stand before a call or step and behind it, none of which joins
	 * conditions, as in a sentence, or a word and a semicolon, which no expression has.
	 */
	private boolean isToldOf(int start, int from) {
		if (at(start - 1) == ' ' && at(start - 2) == ';' && isNameStart(at(start - 3))) {
			return true;
		}
		int word = start - 2;
		while (isNameStart(at(word))) {
			word--;
		}
		int end = from;
		int last = Math.min(this.text.length(), from + LONGEST_TOLD);
		while (end < last && at(end) > ' ') {
			end++;
		}
		int next = wordEnd(end + 1);
		return at(start - 1) == ' ' && isWord(word + 1, start - 1) && at(end) == ' ' && isWord(end + 1, next);
	}

	private boolean isWord(int start, int end) {
		return end > start && XPathWords.CONDITIONS.groupOf(hash(start, end)) == 0
				&& XPathWords.COMBINATIONS.groupOf(hash(start, end)) == 0
				&& XPathWords.FUNCTIONS.groupOf(hash(start, end)) == 0;
	}

	/**
	 * Whether a document is located by a literal, alone or as the beginning of what is
	 * put together.
	 */
	private boolean isLocated(int argument) {
		int i = argument;
		int end = wordEnd(i);
		if (at(end) == '(' && end - i == 6) {
			i = skipBlanks(end + 1);
		}
		return (at(i) == '\'' || at(i) == '"') && isUrl(i + 1);
	}

	/**
	 * Whether the value of an attribute begins here, as in a style sheet.
	 */
	private boolean isAttribute(int index) {
		return (at(index - 1) == '"' || at(index - 1) == '\'') && at(index - 2) == '=';
	}

	/**
	 * Whether a step stands between quotation marks.
	 */
	private boolean isQuoted(int start, int nodeTest) {
		char before = at(start - 1);
		int end = (at(nodeTest) == '*') ? nodeTest + 1 : wordEnd(nodeTest) + 2;
		return (before == '"' || before == '\'') && at(end) == before;
	}

	private boolean isNodeTest(int index) {
		if (at(index) == '*') {
			return true;
		}
		int end = wordEnd(index);
		return at(end) == '(' && XPathWords.NODES.groupOf(hash(index, end)) != 0;
	}

	private boolean isUrl(int index) {
		int end = wordEnd(index);
		return end > index && at(end) == ':' && at(end + 1) == '/' || at(index) == '/' && at(index + 1) == '/';
	}

	/**
	 * Return where the word begins that ends there, behind hyphens that begin none.
	 */
	private int wordStart(int end) {
		int start = end;
		for (int i = end - 1; isNameStart(at(i)) || at(i) == '-'; i--) {
			start = (at(i) == '-') ? start : i;
		}
		return start;
	}

}
