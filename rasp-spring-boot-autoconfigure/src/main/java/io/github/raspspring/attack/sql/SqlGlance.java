package io.github.raspspring.attack.sql;

import io.github.raspspring.text.Ascii;

/**
 * Tells by the characters around a word or sign whether it may be evidence at all, in any
 * place of a statement. Says yes where a comment or literal stands in the way. Not
 * thread-safe.
 */
final class SqlGlance {

	private static final String JOINING = "|&+*/-%^~!=<>:@";

	/** Signs with which an operator may end, and those of a comment. */
	private static final String OPERATORS = "+-*/%|&!~^:#<>@=";

	/** How far the begin of a word is looked for. */
	private static final int LONGEST = 64;

	/** Words that a statement may have that is cut off at once. */
	private static final int MOST_WORDS = 8;

	private final SqlConditionGlance conditions = new SqlConditionGlance(this);

	private String text = "";

	private int length;

	/** Mark of the last comment of a line, and the end of that line. */
	private int comment;

	private int commentEnd;

	/** Where the first token begins. */
	private int first;

	void over(String text) {
		this.text = text;
		this.length = text.length();
		this.conditions.over(text);
		this.comment = -1;
		this.commentEnd = -1;
		this.first = skip(0);
	}

	SqlConditionGlance conditions() {
		return this.conditions;
	}

	/**
	 * Take notice of a comment, which a place may show or not.
	 */
	void comment(int mark, int end) {
		this.comment = mark;
		this.commentEnd = end;
	}

	/**
	 * Tell whether a word may be evidence.
	 * @param code whether it may stand right behind the literal of the statement
	 */
	boolean mayMatter(SqlWord word, int start, int end, boolean code) {
		return switch (word) {
			case SELECT -> true;
			case EXECUTE -> code || mayRun(start, end);
			case WAITFOR -> isBefore(end, SqlWord.DELAY);
			case SET_OPERATION -> joinsQuery(end);
			case LOGIC, WHERE, HAVING -> this.conditions.mayMatter(word, start, end, code);
			case LIKE -> code && isBehindValue(start) || beginsWithNumber();
			case CLAUSE, INSERT, UPDATE, DELETE, DEFINE, SHUTDOWN, STATEMENT, SET -> code && isBehindValue(start);
			case LIMIT -> code && isBehindValue(start) || isCutOffBehindNumber(end);
			case ORDER_OR_GROUP -> isBefore(end, SqlWord.BY) && (code && isBehindValue(start) || mayBeOrdered(end));
			case CASE ->
				isBefore(end, SqlWord.WHEN) || !isName(skip(end)) || isBefore(endOfWord(skip(end)), SqlWord.WHEN);
			case OBJECT -> isBefore(end, SqlWord.ANALYSE);
			case INTO -> isBefore(end, SqlWord.FILE_TARGET) || code && at(skip(end)) == '@';
			case FROM -> isBefore(end, SqlWord.CATALOG) || at(skip(end)) == '(';
			case DECLARE -> isComment(skip(end)) || at(skip(end)) == '@';
			case HARMFUL_FUNCTION -> isCalled(end) || at(skip(end)) == '.';
			case IF -> isCalled(end) && mayChoose(start, end);
			default -> false;
		};
	}

	/**
	 * Tell whether a procedure may be run.
	 */
	private boolean mayRun(int start, int end) {
		int i = skip(end);
		if (isComment(i) || at(i) == '(') {
			return isComment(i) || ";'/".indexOf(before(start)) >= 0;
		}
		if (!SqlCharacter.isWordStart(at(i)) || i >= this.length) {
			return false;
		}
		int behind = endOfWord(i);
		int next = skip(behind);
		return isPrefix(next) || isComment(next) || ".@'\"".indexOf(at(next)) >= 0
				|| SqlWord.of(this.text, i, behind) == SqlWord.HARMFUL_FUNCTION;
	}

	/**
	 * Tell whether rows are put in order by something else than a name.
	 */
	private boolean mayBeOrdered(int end) {
		int i = skip(end);
		int by = skip(endOfWord(i));
		return isComment(i) || by >= this.length || isPrefix(by) || !SqlCharacter.isWordStart(at(by))
				|| SqlWord.of(this.text, by, endOfWord(by)) != SqlWord.NAME;
	}

	/**
	 * Tell whether IF may choose an operand: behind an operator or a word that compares,
	 * or as what the text begins with. A name decides that only where a number goes
	 * before.
	 */
	private boolean mayChoose(int start, int end) {
		int last = last(start);
		char c = before(start);
		boolean behindWord = SqlCharacter.isWordPart(c) && mayCompare(beginOfWord(last), last + 1);
		if (isPlainName(skip(skip(end) + 1)) && !isComment(skip(end))) {
			return behindWord || beginsWithNumber();
		}
		boolean first = this.comment >= 0 || last(last) < 0 || at(last(last)) == '/';
		return last < 0 || c == '\'' || OPERATORS.indexOf(c) >= 0 || first && !SqlCharacter.isWordPart(c) || behindWord;
	}

	private boolean mayCompare(int start, int end) {
		return !SqlCharacter.isWordStart(at(start)) || SqlWord.of(this.text, start, end) == SqlWord.LIKE;
	}

	/**
	 * Tell whether a word stands there that is neither a literal nor a function, and no
	 * word behind it.
	 */
	boolean isPlainName(int start) {
		int end = endOfWord(start);
		int next = skip(end);
		return isName(start) && !isComment(next) && !SqlCharacter.isWordStart(at(next))
				&& switch (SqlWord.of(this.text, start, end)) {
					case CONSTANT, FUNCTION, HARMFUL_FUNCTION, OPERAND_PREFIX -> false;
					default -> true;
				};
	}

	/**
	 * Tell whether a query is no more than a quoted or told one, where code does not go
	 * on behind the literal of the statement: a quote or a name stands before it.
	 */
	boolean isOfText(int select) {
		int last = last(select);
		char c = before(select);
		if (c == '"' || c == '`') {
			return true;
		}
		int start = beginOfWord(last);
		return SqlCharacter.isWordPart(c) && SqlCharacter.isWordStart(at(start)) && at(start - 1) != '@'
				&& SqlWord.of(this.text, start, last + 1) == SqlWord.NAME;
	}

	int beginOfWord(int last) {
		int i = last;
		while (i > 0 && last - i < LONGEST && SqlCharacter.isWordPart(this.text.charAt(i - 1))) {
			i--;
		}
		return i;
	}

	private boolean beginsWithNumber() {
		return Ascii.isDigit(at(this.first)) || at(this.first) == '.' || isComment(this.first);
	}

	/**
	 * Tell whether what stands before may be a value.
	 */
	boolean isBehindValue(int start) {
		char c = before(start);
		return c == ')' || c == '\'' || c == '"' || c == '`' || c == '/' && at(last(start) - 1) == '*';
	}

	/**
	 * Tell whether a comment may cut off what stands behind a value.
	 */
	boolean mayCutOff(int mark) {
		return isBehindValue(mark) || before(mark) == ';';
	}

	/**
	 * Tell whether a statement may begin behind a semicolon.
	 */
	boolean mayBeginStatement(int semicolon) {
		int next = skip(semicolon + 1);
		if (isComment(next)) {
			return true;
		}
		if (next >= this.length || !SqlCharacter.isWordStart(this.text.charAt(next))) {
			return false;
		}
		int end = endOfWord(next);
		return switch (SqlWord.of(this.text, next, end)) {
			case SELECT, INSERT, UPDATE, DELETE, DEFINE, EXECUTE, DECLARE, SET, SHUTDOWN, WAITFOR, HARMFUL_FUNCTION,
					STATEMENT ->
				true;
			case IF -> isCalled(end);
			default -> mayBeTerse(next);
		};
	}

	private boolean mayBeTerse(int from) {
		int i = from;
		for (int words = 0; words < MOST_WORDS; words++) {
			while (i < this.length && SqlCharacter.isWordPart(this.text.charAt(i))) {
				i++;
			}
			while (i < this.length && (this.text.charAt(i) == '.' || SqlCharacter.isWhiteSpace(this.text.charAt(i)))) {
				i++;
			}
			if (i >= this.length || isComment(i) || isQuote(this.text.charAt(i)) || this.text.charAt(i) == '[') {
				return true;
			}
			if (this.text.charAt(i) == ';') {
				int next = skip(i + 1);
				return next >= this.length || isComment(next);
			}
			if (!SqlCharacter.isWordPart(this.text.charAt(i))) {
				return false;
			}
		}
		return false;
	}

	/**
	 * Tell whether a variable is a system's or is assigned.
	 */
	boolean mayMatter(int variable) {
		if (at(variable + 1) == '@') {
			return true;
		}
		int i = variable + 1;
		while (i < this.length && (this.text.charAt(i) == '.' || SqlCharacter.isWordPart(this.text.charAt(i)))) {
			i++;
		}
		i = skip(i);
		return isComment(i) || this.text.startsWith(":=", i);
	}

	/**
	 * Tell whether an expression may go on behind a quote that ends a literal.
	 */
	boolean mayGoOn(int end) {
		int i = end;
		while (i < this.length && (this.text.charAt(i) == ')' || SqlCharacter.isWhiteSpace(this.text.charAt(i)))) {
			i++;
		}
		if (i >= this.length) {
			return false;
		}
		if (isComment(i)) {
			return true;
		}
		if (SqlCharacter.isWordStart(this.text.charAt(i))) {
			SqlWord word = SqlWord.of(this.text, i, endOfWord(i));
			return word == SqlWord.IN_OR_IS || word == SqlWord.ARITHMETIC;
		}
		int operator = i;
		while (i < this.length && JOINING.indexOf(this.text.charAt(i)) >= 0) {
			if (isComment(i) || this.text.charAt(i) == '@') {
				return true;
			}
			if (this.text.charAt(i) == ':' && !isOperator(i)) {
				return false;
			}
			i += (this.text.charAt(i) == ':') ? 2 : 1;
		}
		return i > operator && mayBeOperand(skip(i));
	}

	/**
	 * Tell whether a colon is the sign of an operator.
	 */
	boolean isOperator(int colon) {
		return at(colon + 1) == ':' || at(colon + 1) == '=';
	}

	private boolean mayBeOperand(int i) {
		if (i >= this.length) {
			return false;
		}
		char c = this.text.charAt(i);
		if (isComment(i) || isQuote(c) || isPrefix(i) || "(.$@-+~!".indexOf(c) >= 0 || Ascii.isDigit(c)) {
			return true;
		}
		return SqlCharacter.isWordStart(c) && switch (SqlWord.of(this.text, i, endOfWord(i))) {
			case CONSTANT, FUNCTION, COMMON_FUNCTION, HARMFUL_FUNCTION, IF, OPERAND_PREFIX -> true;
			default -> false;
		};
	}

	private boolean joinsQuery(int end) {
		int i = skip(end);
		if (i >= this.length || isComment(i) || this.text.charAt(i) == '(') {
			return true;
		}
		return SqlCharacter.isWordStart(this.text.charAt(i)) && switch (SqlWord.of(this.text, i, endOfWord(i))) {
			case SELECT, QUANTIFIER, VALUES, OBJECT -> true;
			default -> false;
		};
	}

	boolean isBefore(int end, SqlWord word) {
		int i = skip(end);
		return isComment(i) || i < this.length && SqlWord.of(this.text, i, endOfWord(i)) == word;
	}

	/**
	 * Tell whether a parenthesis opens behind a word.
	 */
	boolean isCalled(int end) {
		int i = skip(end);
		return at(i) == '(' || isComment(i);
	}

	/**
	 * Tell whether a comment follows behind a number or two.
	 */
	private boolean isCutOffBehindNumber(int end) {
		int i = skip(end);
		if (!Ascii.isDigit(at(i)) && at(i) != '.') {
			return isComment(i);
		}
		i = skip(SqlCharacter.endOfNumber(this.text, i));
		return isComment(i) || at(i) == ',';
	}

	/**
	 * Return what stands before, without blanks: a quote if that is in another line,
	 * which a comment may hide.
	 */
	char before(int start) {
		int i = last(start);
		boolean hidden = this.comment >= 0 && i >= this.comment && i < this.commentEnd && start >= this.commentEnd;
		return hidden ? '\'' : at(i);
	}

	int last(int start) {
		int i = start - 1;
		while (i >= 0 && SqlCharacter.isWhiteSpace(this.text.charAt(i))) {
			i--;
		}
		return i;
	}

	boolean isName(int start) {
		return start < this.length && SqlCharacter.isWordStart(this.text.charAt(start)) && !isPrefix(start);
	}

	/**
	 * Tell whether a quote sticks to the prefix of a literal.
	 */
	boolean isPrefix(int start) {
		char c = (char) (at(start) | 0x20);
		return at(start + 1) == '\'' && "nxbeq".indexOf(c) >= 0
				|| c == 'n' && (at(start + 1) | 0x20) == 'q' && at(start + 2) == '\'';
	}

	boolean isComment(int i) {
		char c = at(i);
		return c == '#' || c == '-' && at(i + 1) == '-' || c == '/' && at(i + 1) == '*';
	}

	private static boolean isQuote(char c) {
		return c == '\'' || c == '"' || c == '`';
	}

	int endOfWord(int from) {
		return SqlCharacter.endOfWord(this.text, from);
	}

	int skip(int from) {
		return SqlCharacter.endOfWhiteSpace(this.text, from);
	}

	char at(int index) {
		return (index >= 0 && index < this.length) ? this.text.charAt(index) : '\0';
	}

}
