package io.github.raspspring.attack.query;

import io.github.raspspring.text.HashedWords;

/**
 * Recognizes a text that as a whole goes on with an expression of XPath: a number and a
 * condition or path behind it, or a path alone. Immutable.
 */
final class XPathContinuation extends XPathReader {

	private static final String POSITION = "position()";

	private static final long SYSTEM_PROPERTY = HashedWords.hash("system-property");

	XPathContinuation(String text) {
		super(text);
	}

	/**
	 * Return whether the text is one.
	 */
	boolean isOne() {
		return continuesNumber() || isWholePath(0) || stepsOut() || comparesPosition() || choosesNode();
	}

	/**
	 * The position compared with a number, as a predicate that holds for any node.
	 */
	private boolean comparesPosition() {
		int sign = skipBlanks(POSITION.length());
		int number = skipBlanks((at(sign + 1) == '=') ? sign + 2 : sign + 1);
		int end = number;
		while (isDigit(at(end))) {
			end++;
		}
		return this.text.startsWith(POSITION)
				&& (at(sign) == '>' || at(sign) == '<' || at(sign) == '=' || at(sign) == '!') && end > number
				&& skipBlanks(end) == this.text.length();
	}

	/**
	 * A number that ends a predicate, and steps from there to another predicate that the
	 * application ends: {@code 5]/../user[1}.
	 */
	private boolean stepsOut() {
		int i = 0;
		while (isDigit(at(i))) {
			i++;
		}
		if (i == 0 || at(i) != ']' || at(i + 1) != '/' || at(i + 2) == '[') {
			return false;
		}
		int depth = 0;
		boolean steps = false;
		for (i++; i < this.text.length(); i++) {
			char c = at(i);
			steps |= c == '@' || c == '*' || ".:/".indexOf(c) >= 0 && at(i + 1) == c;
			depth += (c == '[') ? 1 : (c == ']') ? -1 : 0;
			boolean step = isNameStart(c) || isDigit(c) || "/.@*:-_()[]='\"".indexOf(c) >= 0;
			if (depth < 0 || depth == 0 && !step) {
				return false;
			}
		}
		return steps && depth == 1;
	}

	/**
	 * One of the nodes of a path in parentheses, which ends the text or is joined to
	 * another path: {@code (//*)[17]|/x}.
	 */
	private boolean choosesNode() {
		if (at(0) != '(' || at(1) != '/' || at(2) != '/' && at(2) != '*') {
			return false;
		}
		int i = 1;
		while (isNameStart(at(i)) || isDigit(at(i)) || "/*@:-_.".indexOf(at(i)) >= 0) {
			i++;
		}
		if (at(i) != ')' || at(i + 1) != '[') {
			return false;
		}
		int next = skipBlanks(closing(i + 1) + 1);
		return next >= this.text.length() || at(next) == '/' || at(next) == '|' && at(skipBlanks(next + 1)) == '/';
	}

	private static boolean isDigit(char c) {
		return c >= '0' && c <= '9';
	}

	/**
	 * A number that begins the text and a condition that ends it with a call without
	 * arguments: {@code 1 or true()}.
	 */
	private boolean continuesNumber() {
		int i = (at(0) == '-') ? 1 : 0;
		while (at(i) >= '0' && at(i) <= '9') {
			i++;
		}
		int word = skipBlanks(i);
		if (at(word) == '|' && at(word + 1) != '|') {
			return isPathOrCall(skipBlanks(word + 1), 0) && at(skipBlanks(word + 1)) == '/';
		}
		if (i > 0 && at(i) == '/') {
			return isWholePath(i);
		}
		int end = wordEnd(word);
		if (end == word || XPathWords.CONDITIONS.groupOf(hash(word, end)) == 0) {
			return false;
		}
		int name = skipBlanks(end);
		int open = wordEnd(name);
		if (i > 0 && (isPathOrCall(name, open) || isRootedPath(name) || isSystem(name, open))) {
			return true;
		}
		return XPathWords.FUNCTIONS.groupOf(hash(name, open)) != 0 && at(open) == '(' && at(open + 1) == ')'
				&& endsCondition(skipBlanks(open + 2));
	}

	/**
	 * Whether a path of names from the root has a predicate or an attribute.
	 */
	private boolean isRootedPath(int slash) {
		int i = slash + 1;
		while (isNameStart(at(i)) || at(i) == '/' && isNameStart(at(i - 1))) {
			i++;
		}
		return at(slash) == '/' && i > slash + 1
				&& (at(i) == '[' && isDigit(at(i + 1)) || at(i) == '@' && at(i - 1) == '/');
	}

	private boolean isSystem(int name, int open) {
		return at(open) == '(' && hash(name, open) == SYSTEM_PROPERTY;
	}

	/**
	 * Whether the text ends, or a comparison with a literal ends it.
	 */
	private boolean endsCondition(int index) {
		if (index >= this.text.length()) {
			return true;
		}
		int literal = skipBlanks(index + 1);
		return (at(index) == '=' || at(index) == '<' || at(index) == '>')
				&& (at(literal) == '\'' || at(literal) == '"' || at(literal) >= '0' && at(literal) <= '9');
	}

	/**
	 * A path from the root, or a function of a path or of another function, up to the end
	 * of the text.
	 */
	private boolean isPathOrCall(int name, int open) {
		if (at(name) == '/') {
			return at(name + 1) == '/' && (isNameStart(at(name + 2)) || at(name + 2) == '*');
		}
		if (at(open) != '(' || XPathWords.FUNCTIONS.groupOf(hash(name, open)) == 0) {
			return false;
		}
		int inner = wordEnd(open + 1);
		return at(open + 1) == '/' || at(inner) == '(' && XPathWords.FUNCTIONS.groupOf(hash(open + 1, inner)) != 0;
	}

	/**
	 * A path that is the whole text, begins anywhere in the document and asks by a
	 * predicate or for text: {@code //user[name='x']}, {@code //a/text()}. Behind a
	 * number the path may begin at the root.
	 */
	private boolean isWholePath(int start) {
		if (at(start) != '/' || at(start + 1) != '/' && (start == 0 || at(start + 1) != '*')) {
			return false;
		}
		boolean asks = start > 0 && at(start + 1) == '/' && (at(start + 2) == '*' || at(start + 2) == '@');
		int i = start + 2;
		while (i < this.text.length()) {
			char c = at(i);
			if (c == '[') {
				int close = closing(i);
				asks |= close > i + 1;
				i = close;
			}
			else if (c == '(') {
				asks |= at(i + 1) == ')' && XPathWords.NODES.groupOf(hash(wordStart(i), i)) != 0 && i > 8;
				i = (at(i + 1) == ')') ? i + 1 : this.text.length();
			}
			else if (!isNameStart(c) && c != '/' && c != '*' && c != '@' && c != ':' && c != '-'
					&& (c < '0' || c > '9')) {
				return false;
			}
			i++;
		}
		return asks && i == this.text.length();
	}

	private int closing(int open) {
		int depth = 0;
		for (int i = open; i < this.text.length(); i++) {
			depth += (at(i) == '[') ? 1 : (at(i) == ']') ? -1 : 0;
			if (depth == 0) {
				return i;
			}
		}
		return this.text.length();
	}

	private int wordStart(int end) {
		int start = end;
		while (start > 0 && isNameStart(at(start - 1))) {
			start--;
		}
		return start;
	}

}
