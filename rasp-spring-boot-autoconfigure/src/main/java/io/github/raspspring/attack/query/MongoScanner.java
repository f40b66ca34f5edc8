package io.github.raspspring.attack.query;

import io.github.raspspring.text.Ascii;
import io.github.raspspring.text.HashedWords;

/**
 * Finds operators of document databases and statements of server-side JavaScript in a
 * text, where they have the grammar of a query rather than of a sentence. One forward
 * pass. Not thread-safe.
 */
final class MongoScanner {

	/** What was found. */
	enum Evidence {

		/** Nothing. */
		NONE,

		/** An operator that changes data or orders results. */
		UPDATE_OPERATOR,

		/** An operator that changes what a query matches. */
		QUERY_OPERATOR,

		/** An operator that runs JavaScript. */
		SCRIPT_OPERATOR,

		/** A quote that ends a literal, followed by a statement. */
		SCRIPT

	}

	private static final HashedWords STATEMENTS = HashedWords
		.of("return while sleep for var let throw function tojson tojsononeline emit", "this db");

	private static final HashedWords OPERANDS = HashedWords.of("true false null this new undefined");

	private static final int LONGEST_WAY = 48;

	private final CharSequence text;

	private Evidence evidence = Evidence.NONE;

	private int position;

	private boolean quoteOpen;

	private char quote;

	/**
	 * Create a scanner.
	 * @param text the text
	 */
	MongoScanner(CharSequence text) {
		this.text = text;
	}

	/**
	 * Return what a name is, be it that of a JSON member or of a parameter with brackets.
	 * @param name the name
	 * @return the strongest operator in it
	 */
	static Evidence ofName(CharSequence name) {
		return MongoOperators.strongestIn(name);
	}

	/**
	 * Read on to the next evidence.
	 * @return what was found, {@link Evidence#NONE} at the end
	 */
	Evidence next() {
		this.evidence = Evidence.NONE;
		while (this.position < this.text.length() && this.evidence == Evidence.NONE) {
			char c = this.text.charAt(this.position);
			if (c == '$') {
				readOperator(this.position);
			}
			else if (c == '\'' || c == '"') {
				readQuote(c);
			}
			else if (this.position == 0 && c >= '0' && c <= '9') {
				readNumber();
			}
			else if (this.position == 0 && c == '|' && comparesNumbers(0)) {
				this.evidence = Evidence.SCRIPT;
			}
			this.position++;
		}
		return this.evidence;
	}

	/**
	 * Return where the reading stands.
	 * @return the index behind the evidence
	 */
	int position() {
		return this.position;
	}

	private void readOperator(int start) {
		int end = MongoOperators.nameEnd(this.text, start + 1);
		if (end > start + 1 && beginsMember(start) && endsMember(end) && !isVariable(end)) {
			this.evidence = MongoOperators.of(this.text, start, end);
		}
		this.position = Math.max(start, end - 1);
	}

	private boolean beginsMember(int start) {
		int i = start - 1;
		char c = at(i);
		if (c == '\'' || c == '"') {
			i--;
		}
		i = skipBlanksBack(i);
		c = at(i);
		if (i < 0) {
			return MongoOperators.of(this.text, start,
					MongoOperators.nameEnd(this.text, start + 1)) == Evidence.SCRIPT_OPERATOR;
		}
		return (c == '{' || c == '[' || c == ',') && !isArgument(i);
	}

	/**
	 * Return whether the declaration of a variable of GraphQL ends there: a type follows
	 * the colon, which no operand of a query looks like.
	 */
	private boolean isVariable(int end) {
		if (at(end) == '"' || at(end) == '\'') {
			return false;
		}
		int i = skipBlanks(skipBlanks(end) + 1);
		while (at(i) == '[') {
			i = skipBlanks(i + 1);
		}
		if (at(i) < 'A' || at(i) > 'Z') {
			return false;
		}
		while (Ascii.isWord(at(i))) {
			i++;
		}
		char next = at(skipBlanks(i));
		return next == '!' || next == ']' || next == ',' || next == ')' || next == '=' || next == '$';
	}

	/**
	 * Return whether an object is the argument of a call, which is how manuals write it:
	 * what is read as JSON can't be one.
	 */
	private boolean isArgument(int brace) {
		int i = brace;
		while (i > brace - LONGEST_WAY && (at(i) <= ' ' || at(i) == '{' || at(i) == ':' || Ascii.isWord(at(i)))) {
			i--;
		}
		return at(i) == '(' && Ascii.isLetter(at(i - 1));
	}

	private int skipBlanksBack(int index) {
		int i = index;
		while (i >= 0 && at(i) <= ' ') {
			i--;
		}
		return i;
	}

	private boolean endsMember(int end) {
		int i = end;
		char c = at(i);
		if (c == ']') {
			return true;
		}
		if (c == '\'' || c == '"') {
			i++;
		}
		return at(skipBlanks(i)) == ':';
	}

	/**
	 * A quote that opens by the count of quotes before it, but is followed by what only
	 * follows a closing one, ends a literal of the query.
	 */
	private void readQuote(char c) {
		if (c == '\'' && Ascii.isLetter(at(this.position - 1)) && Ascii.isLetter(at(this.position + 1))) {
			return;
		}
		if (this.quoteOpen) {
			this.quoteOpen = c != this.quote;
			return;
		}
		this.quoteOpen = true;
		this.quote = c;
		int behind = this.position + 1;
		if (continuesScript(behind) || isSplice(behind) || callsFunction(behind)) {
			this.evidence = Evidence.SCRIPT;
		}
	}

	/**
	 * Whether the text goes on with {@code ||} or {@code &&}, and ends with the same
	 * again and the quote that opens what the application closes, or with a comment.
	 */
	private boolean isSplice(int index) {
		int i = skipBlanks(index);
		if (!isJoint(i)) {
			return false;
		}
		int operand = skipBlanks(i + 2);
		if (isConstantBeforeComment(operand) || comparesNumbers(i) || comparesLiterals(operand)) {
			return true;
		}
		int last = this.text.length() - 1;
		int shortest = Math.max(operand, last - LONGEST_WAY);
		while (last > shortest && Ascii.isLetter(at(last))) {
			last--;
		}
		if (at(last) != this.quote) {
			return false;
		}
		int joint = last - 1;
		while (joint > last - LONGEST_WAY && joint > operand && at(joint) <= ' ') {
			joint--;
		}
		return joint > operand && isJoint(joint - 1);
	}

	/**
	 * Whether two literals are compared as scripts do, the last of which the application
	 * ends: {@code || '1'=='1}.
	 */
	private boolean comparesLiterals(int operand) {
		if (at(operand) != this.quote) {
			return false;
		}
		int end = operand + 1;
		while (Ascii.isWord(at(end)) && end < operand + LONGEST_WAY) {
			end++;
		}
		int i = skipBlanks(end + 1);
		if (at(end) != this.quote || at(i) != '=' || at(i + 1) != '=') {
			return false;
		}
		return at(skipBlanks((at(i + 2) == '=') ? i + 3 : i + 2)) == this.quote;
	}

	private boolean isJoint(int index) {
		return (at(index) == '|' || at(index) == '&') && at(index + 1) == at(index);
	}

	private boolean isConstantBeforeComment(int operand) {
		int i = operand;
		long hash = HashedWords.SEED;
		while (Ascii.isLetter(at(i))) {
			hash = HashedWords.extend(hash, at(i++));
		}
		boolean constant = i > operand && OPERANDS.groupOf(hash) != 0;
		while (!constant && at(i) >= '0' && at(i) <= '9') {
			i++;
		}
		int comment = skipBlanks(i);
		return i > operand && (constant || !Ascii.isLetter(at(operand))) && at(comment) == '/' && at(comment + 1) == '/'
				&& skipBlanks(comment + 2) >= this.text.length();
	}

	/**
	 * Whether a function is added to the literal that ended, and called.
	 */
	private boolean callsFunction(int index) {
		int i = skipBlanks(index);
		if (at(i) != '+') {
			return false;
		}
		i = skipBlanks(i + 1);
		int end = i;
		while (Ascii.isLetter(at(end))) {
			end++;
		}
		int last = this.text.length() - 1;
		return end - i == 8 && at(i) == 'f' && at(i + 7) == 'n' && at(end) == '(' && at(last) == this.quote
				&& at(skipBlanksBack(last - 1)) == '+';
	}

	private void readNumber() {
		int i = this.position;
		while (at(i) >= '0' && at(i) <= '9') {
			i++;
		}
		if (continuesScript(i) || comparesNumbers(skipBlanks(i))) {
			this.evidence = Evidence.SCRIPT;
		}
	}

	/**
	 * Whether the rest of the text is a condition that compares a number to itself as
	 * scripts do: {@code || 1==1}.
	 */
	private boolean comparesNumbers(int index) {
		if (!isJoint(index)) {
			return false;
		}
		int start = skipBlanks(index + 2);
		int end = digitsEnd(start);
		int i = skipBlanks(end);
		if (end == start || at(i) != '=' || at(i + 1) != '=') {
			return false;
		}
		i = skipBlanks((at(i + 2) == '=') ? i + 3 : i + 2);
		int rest = digitsEnd(i);
		int last = skipBlanks(rest);
		boolean over = last >= this.text.length() || at(last) == '/' && at(last + 1) == '/' || at(last) == 0;
		return rest - i == end - start && at(start) == at(i) && over;
	}

	private int digitsEnd(int index) {
		int i = index;
		while (at(i) >= '0' && at(i) <= '9') {
			i++;
		}
		return i;
	}

	private boolean continuesScript(int index) {
		int i = skipBlanks(index);
		char c = at(i);
		while (c == ')' || c == '}') {
			i = skipBlanks(i + 1);
			c = at(i);
		}
		boolean joined = isJoint(i);
		if (!joined && c != ';') {
			return false;
		}
		int joint = i;
		i = skipBlanks(i + (joined ? 2 : 1));
		if (!joined && isNextLine(joint, i)) {
			return false;
		}
		while (!joined && at(i) == '}') {
			i = skipBlanks(i + 1);
		}
		int end = i;
		long hash = HashedWords.SEED;
		while (Ascii.isLetter(at(end))) {
			hash = HashedWords.extend(hash, at(end++));
		}
		int group = STATEMENTS.groupOf(hash);
		if (group == 0) {
			return end > i && assignsTime(end);
		}
		return (group == 2) ? at(end) == '.' || at(end) == '[' : group == 1 && isStatement(end);
	}

	/**
	 * Whether a statement begins on the next line of several, as in a listing.
	 */
	private boolean isNextLine(int joint, int statement) {
		boolean below = false;
		for (int i = joint + 1; i < statement; i++) {
			below |= at(i) == '\n';
		}
		char first = at(skipBlanks(0));
		below &= first != '\'' && first != '"';
		for (int i = joint; below && i >= 0; i--) {
			if (at(i) == '\n') {
				return true;
			}
		}
		return false;
	}

	/**
	 * Whether the time is kept, as scripts do to wait without {@code sleep}.
	 */
	private boolean assignsTime(int end) {
		int i = skipBlanks(end);
		if (at(i) != '=') {
			return false;
		}
		i = skipBlanks(i + 1);
		int date = skipBlanks(i + 3);
		return reads(i, "new") && reads(date, "date");
	}

	private boolean reads(int index, String word) {
		for (int i = 0; i < word.length(); i++) {
			if (HashedWords.fold(at(index + i)) != word.charAt(i)) {
				return false;
			}
		}
		return true;
	}

	/**
	 * Whether the rest of a statement follows its keyword, and not a sentence.
	 */
	private boolean isStatement(int end) {
		int i = skipBlanks(end);
		char c = at(i);
		if (!Ascii.isLetter(c)) {
			return c == '(' || c == ';' || c == '!' || c == '\'' || c == '"' || c == '{' || c == 0xFFFF
					|| c >= '0' && c <= '9';
		}
		long hash = HashedWords.SEED;
		while (Ascii.isLetter(at(i)) || at(i) == '_') {
			hash = HashedWords.extend(hash, at(i++));
		}
		char following = at(skipBlanks(i));
		return OPERANDS.groupOf(hash) != 0 || following == '=' || following == '(' || following == ';'
				|| at(i) == '.' && Ascii.isLetter(at(i + 1));
	}

	private int skipBlanks(int index) {
		int i = index;
		while (i < this.text.length() && this.text.charAt(i) <= ' ') {
			i++;
		}
		return i;
	}

	private char at(int index) {
		return (index >= 0 && index < this.text.length()) ? this.text.charAt(index) : '\uFFFF';
	}

}
