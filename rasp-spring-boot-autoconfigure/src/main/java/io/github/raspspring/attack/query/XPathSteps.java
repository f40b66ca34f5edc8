package io.github.raspspring.attack.query;

/**
 * Tells whether what stands at a place of a text goes on with a path or a condition of
 * XPath. Not thread-safe.
 */
abstract class XPathSteps extends XPathReader {

	XPathSteps(String text) {
		super(text);
	}

	final boolean isPathStep(int index) {
		char c = at(index);
		return c == '|' || c == '/' || c == '[' || isCondition(index) || isCombined(index);
	}

	/**
	 * Whether a word of XPath 2.0 combines what was selected with another path.
	 */
	final boolean isCombined(int index) {
		int end = wordEnd(index);
		return end > index && XPathWords.COMBINATIONS.groupOf(hash(index, end)) != 0 && at(skipBlanks(end)) == '/';
	}

	/**
	 * Whether {@code or} or {@code and} is followed by an operand of XPath: a literal
	 * that is compared, a function or a path.
	 */
	final boolean isCondition(int index) {
		if (!joinsConditions(index)) {
			return false;
		}
		int i = skipBlanks(wordEnd(index));
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

	/**
	 * Whether a word is one of those that join conditions.
	 */
	final boolean joinsConditions(int index) {
		int first = at(index) | 0x20;
		int second = at(index + 1) | 0x20;
		int end = (first == 'o' && second == 'r') ? index + 2
				: (first == 'a' && second == 'n' && (at(index + 2) | 0x20) == 'd') ? index + 3 : index;
		return end > index && !isNameStart(at(end)) && at(end) != '-';
	}

	final boolean isNodeTest(int index) {
		if (at(index) == '*') {
			return true;
		}
		int end = wordEnd(index);
		return at(end) == '(' && XPathWords.NODES.groupOf(hash(index, end)) != 0;
	}

	final boolean containsBracket(int start, int end) {
		for (int i = start; i < end; i++) {
			if (at(i) == ']') {
				return true;
			}
		}
		return false;
	}

	final boolean isWord(int start, int end) {
		return end > start && XPathWords.CONDITIONS.groupOf(hash(start, end)) == 0
				&& XPathWords.COMBINATIONS.groupOf(hash(start, end)) == 0
				&& XPathWords.FUNCTIONS.groupOf(hash(start, end)) == 0;
	}

	/**
	 * Return where the word begins that ends there, behind hyphens that begin none.
	 */
	final int wordStart(int end) {
		int start = end;
		for (int i = end - 1; isNameStart(at(i)) || at(i) == '-'; i--) {
			start = (at(i) == '-') ? start : i;
		}
		return start;
	}

}
