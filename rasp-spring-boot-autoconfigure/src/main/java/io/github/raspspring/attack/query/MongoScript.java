package io.github.raspspring.attack.query;

import io.github.raspspring.text.Ascii;
import io.github.raspspring.text.HashedWords;

/**
 * Tells what goes on in server-side JavaScript behind a literal that ended from what goes
 * on in a sentence. Not thread-safe.
 */
final class MongoScript {

	private static final HashedWords STATEMENTS = HashedWords.of(
			"return while sleep for var let const throw function tojson tojsononeline emit", "this db object",
			"if switch");

	private static final HashedWords OPERANDS = HashedWords.of("true false null this new undefined");

	private static final int LONGEST_WAY = 48;

	private static final int UNKNOWN = -2;

	private final QueryText text;

	/**
	 * Where the first line ends, -1 if a quote begins the text or there is no other line.
	 */
	private int firstLine = UNKNOWN;

	MongoScript(QueryText text) {
		this.text = text;
	}

	/**
	 * Whether the text goes on with {@code ||} or {@code &&}, and ends with the same
	 * again and the quote that opens what the application closes, or with a comment.
	 */
	boolean isSplice(int index, char quote) {
		int i = this.text.skipBlanks(index);
		if (!isJoint(i)) {
			return false;
		}
		int operand = this.text.skipBlanks(i + 2);
		if (isConstantBeforeComment(operand) || comparesNumbers(i) || comparesLiterals(operand, quote)
				|| joinsWords(index - 2, operand, quote)) {
			return true;
		}
		int last = this.text.length() - 1;
		int shortest = Math.max(operand, last - LONGEST_WAY);
		while (last > shortest && Ascii.isLetter(this.text.at(last))) {
			last--;
		}
		if (this.text.at(last) != quote) {
			return false;
		}
		int joint = last - 1;
		while (joint > last - LONGEST_WAY && joint > operand && this.text.at(joint) <= ' ') {
			joint--;
		}
		return joint > operand && isJoint(joint - 1);
	}

	/**
	 * Whether the text is one word, the quote that ends it, and behind the joint the
	 * beginning of another literal that the application ends: {@code x'||'1}.
	 */
	private boolean joinsWords(int before, int operand, char quote) {
		int i = operand + 1;
		while (Ascii.isWord(this.text.at(i))) {
			i++;
		}
		boolean ends = this.text.at(operand) == quote && i > operand + 1 && i == this.text.length();
		int first = before;
		while (ends && Ascii.isWord(this.text.at(first))) {
			first--;
		}
		return ends && first < 0;
	}

	/**
	 * Whether two literals are compared as scripts do, the last of which the application
	 * ends: {@code || '1'=='1}.
	 */
	boolean comparesLiterals(int operand, char quote) {
		if (this.text.at(operand) != quote) {
			return false;
		}
		int end = operand + 1;
		while (Ascii.isWord(this.text.at(end)) && end < operand + LONGEST_WAY) {
			end++;
		}
		int i = this.text.skipBlanks(end + 1);
		if (this.text.at(end) != quote || this.text.at(i) != '=' || this.text.at(i + 1) != '=') {
			return false;
		}
		return this.text.at(this.text.skipBlanks((this.text.at(i + 2) == '=') ? i + 3 : i + 2)) == quote;
	}

	private boolean isJoint(int index) {
		return (this.text.at(index) == '|' || this.text.at(index) == '&')
				&& this.text.at(index + 1) == this.text.at(index);
	}

	private boolean isConstantBeforeComment(int operand) {
		int i = operand;
		long hash = HashedWords.SEED;
		while (Ascii.isLetter(this.text.at(i))) {
			hash = HashedWords.extend(hash, this.text.at(i++));
		}
		boolean constant = i > operand && OPERANDS.groupOf(hash) != 0;
		while (!constant && this.text.at(i) >= '0' && this.text.at(i) <= '9') {
			i++;
		}
		int comment = this.text.skipBlanks(i);
		return i > operand && (constant || !Ascii.isLetter(this.text.at(operand))) && this.text.at(comment) == '/'
				&& this.text.at(comment + 1) == '/' && this.text.skipBlanks(comment + 2) >= this.text.length();
	}

	/**
	 * Whether a function is added to the literal that ended, and called.
	 */
	boolean callsFunction(int index, char quote) {
		int i = this.text.skipBlanks(index);
		if (this.text.at(i) != '+') {
			return false;
		}
		i = this.text.skipBlanks(i + 1);
		int end = i;
		while (Ascii.isLetter(this.text.at(end))) {
			end++;
		}
		int last = this.text.length() - 1;
		return end - i == 8 && this.text.at(i) == 'f' && this.text.at(i + 7) == 'n' && this.text.at(end) == '('
				&& this.text.at(last) == quote && this.text.at(this.text.skipBlanksBack(last - 1)) == '+';
	}

	/**
	 * Whether the rest of the text is a condition that compares a number to itself as
	 * scripts do: {@code || 1==1}.
	 */
	boolean comparesNumbers(int index) {
		if (!isJoint(index)) {
			return false;
		}
		int start = this.text.skipBlanks(index + 2);
		int end = digitsEnd(start);
		int i = this.text.skipBlanks(end);
		if (end == start || this.text.at(i) != '=' || this.text.at(i + 1) != '=') {
			return false;
		}
		i = this.text.skipBlanks((this.text.at(i + 2) == '=') ? i + 3 : i + 2);
		int rest = digitsEnd(i);
		int last = this.text.skipBlanks(rest);
		boolean over = last >= this.text.length() || this.text.at(last) == '/' && this.text.at(last + 1) == '/'
				|| this.text.at(last) == 0;
		return rest - i == end - start && this.text.at(start) == this.text.at(i) && over;
	}

	private int digitsEnd(int index) {
		int i = index;
		while (this.text.at(i) >= '0' && this.text.at(i) <= '9') {
			i++;
		}
		return i;
	}

	/**
	 * Whether another statement or condition follows the end of one.
	 */
	boolean goesOn(int index) {
		int i = this.text.skipBlanks(index);
		char c = this.text.at(i);
		while (c == ')' || c == '}') {
			i = this.text.skipBlanks(i + 1);
			c = this.text.at(i);
		}
		boolean joined = isJoint(i);
		if (!joined && c != ';') {
			return false;
		}
		int joint = i;
		i = this.text.skipBlanks(i + (joined ? 2 : 1));
		if (!joined && isNextLine(joint, i)) {
			return false;
		}
		while (!joined && this.text.at(i) == '}') {
			i = this.text.skipBlanks(i + 1);
		}
		int end = i;
		long hash = HashedWords.SEED;
		while (Ascii.isLetter(this.text.at(end))) {
			hash = HashedWords.extend(hash, this.text.at(end++));
		}
		int group = STATEMENTS.groupOf(hash);
		if (group == 0) {
			return end > i && assignsTime(end);
		}
		return switch (group) {
			case 1 -> isStatement(end);
			case 2 -> this.text.at(end) == '.' || this.text.at(end) == '[';
			default -> testsDocument(end);
		};
	}

	/**
	 * Whether a condition looks at the document.
	 */
	private boolean testsDocument(int end) {
		int i = this.text.skipBlanks(end);
		if (this.text.at(i) != '(') {
			return false;
		}
		while (this.text.at(i) == '(' || this.text.at(i) == '!' || this.text.at(i) == ' ') {
			i++;
		}
		return (reads(i, "this") && !Ascii.isWord(this.text.at(i + 4))) || reads(i, "db.");
	}

	/**
	 * Whether a statement begins on the next line of several, as in a listing.
	 */
	private boolean isNextLine(int joint, int statement) {
		boolean below = false;
		for (int i = joint + 1; i < statement; i++) {
			below |= this.text.at(i) == '\n';
		}
		int line = below ? firstLine() : -1;
		return line >= 0 && line <= joint;
	}

	private int firstLine() {
		if (this.firstLine == UNKNOWN) {
			char first = this.text.at(this.text.skipBlanks(0));
			boolean quoted = first == '\'' || first == '"';
			this.firstLine = quoted ? -1 : this.text.text().indexOf('\n');
		}
		return this.firstLine;
	}

	/**
	 * Whether the time is kept, as scripts do to wait without {@code sleep}.
	 */
	private boolean assignsTime(int end) {
		int i = this.text.skipBlanks(end);
		if (this.text.at(i) != '=') {
			return false;
		}
		i = this.text.skipBlanks(i + 1);
		int date = this.text.skipBlanks(i + 3);
		return reads(i, "new") && reads(date, "date");
	}

	private boolean reads(int index, String word) {
		for (int i = 0; i < word.length(); i++) {
			if (HashedWords.fold(this.text.at(index + i)) != word.charAt(i)) {
				return false;
			}
		}
		return true;
	}

	/**
	 * Whether the rest of a statement follows its keyword, and not a sentence.
	 */
	private boolean isStatement(int end) {
		int i = this.text.skipBlanks(end);
		char c = this.text.at(i);
		if (!Ascii.isLetter(c)) {
			return c == '(' || c == ';' || c == '!' || c == '\'' || c == '"' || c == '{' || c == 0xFFFF
					|| c >= '0' && c <= '9';
		}
		long hash = HashedWords.SEED;
		while (Ascii.isLetter(this.text.at(i)) || this.text.at(i) == '_') {
			hash = HashedWords.extend(hash, this.text.at(i++));
		}
		char following = this.text.at(this.text.skipBlanks(i));
		return OPERANDS.groupOf(hash) != 0 || following == '=' || following == '(' || following == ';'
				|| this.text.at(i) == '.' && Ascii.isLetter(this.text.at(i + 1));
	}

}
