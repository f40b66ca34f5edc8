package io.github.raspspring.attack.sql;

import io.github.raspspring.text.Ascii;

/**
 * Tells by the characters around a word or sign whether it may be evidence at all, in any
 * place of a statement. Says yes where a comment or literal stands in the way. Not
 * thread-safe.
 */
final class SqlGlance {

	private static final String COMPARING = "=<>!^~";

	private static final String JOINING = "|&+*/-%^~!=<>:@";

	/** Signs with which an operator may end, and those of a comment. */
	private static final String OPERATORS = "+-*/%|&!~^:#<>@=";

	/** Names and signs that a condition is followed for. */
	private static final int MOST_OPERANDS = 12;

	/** Parentheses around what is compared, and some to spare. */
	private static final int MOST_PARENS = 9;

	/** Words that a statement may have that is cut off at once. */
	private static final int MOST_WORDS = 8;

	private String text = "";

	private int length;

	/** Mark of the last comment of a line, and the end of that line. */
	private int comment;

	private int commentEnd;

	void over(String text) {
		this.text = text;
		this.length = text.length();
		this.comment = -1;
		this.commentEnd = -1;
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
	 */
	boolean mayMatter(SqlWord word, int start, int end) {
		return switch (word) {
			case SELECT, EXECUTE, WAITFOR -> true;
			case SET_OPERATION -> joinsQuery(end);
			case LOGIC, WHERE, HAVING -> !isQuiet(end);
			case LIKE, CLAUSE, INSERT, UPDATE, DELETE, DEFINE, SHUTDOWN, STATEMENT, SET -> isBehindValue(start);
			case LIMIT -> isBehindValue(start) || isNumberOrComment(end);
			case ORDER_OR_GROUP -> isBefore(end, SqlWord.BY);
			case CASE ->
				isBefore(end, SqlWord.WHEN) || !isName(skip(end)) || isBefore(endOfWord(skip(end)), SqlWord.WHEN);
			case OBJECT -> isBefore(end, SqlWord.ANALYSE);
			case INTO -> isBefore(end, SqlWord.FILE_TARGET) || at(skip(end)) == '@';
			case FROM -> isBefore(end, SqlWord.CATALOG) || at(skip(end)) == '(';
			case DECLARE -> isComment(skip(end)) || at(skip(end)) == '@';
			case HARMFUL_FUNCTION -> isCalled(end) || at(skip(end)) == '.';
			case IF -> isCalled(end) && OPERATORS.indexOf(before(start)) >= 0;
			default -> false;
		};
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
	 * Tell whether two literals may be compared behind a parenthesis.
	 */
	boolean mayCompare(int paren) {
		int i = skip(paren + 1);
		for (int parens = 1; parens < MOST_PARENS && at(i) == '('; parens++) {
			i = skip(i + 1);
		}
		char c = at(i);
		if (isComment(i) || c == '$' || isPrefix(i)) {
			return true;
		}
		if (c == '\'' || c == '"') {
			int end = this.text.indexOf(c, i + 1);
			return end >= 0 && (holdsEscape(i, end) || at(end + 1) == c || mayBeCompared(end + 1));
		}
		boolean number = Ascii.isDigit(c) || c == '.' && Ascii.isDigit(at(i + 1));
		return number && mayBeCompared(SqlCharacter.endOfNumber(this.text, i));
	}

	private boolean holdsEscape(int start, int end) {
		for (int i = start; i < end; i++) {
			if (this.text.charAt(i) == '\\') {
				return true;
			}
		}
		return false;
	}

	private boolean mayBeCompared(int end) {
		int i = end;
		while (i < this.length && (this.text.charAt(i) == ')' || SqlCharacter.isWhiteSpace(this.text.charAt(i)))) {
			i++;
		}
		boolean code = at(i) == '=' && (at(i + 1) == '=' || at(i + 1) == '~' || at(i + 1) == '>');
		return isComment(i) || COMPARING.indexOf(at(i)) >= 0 && !code;
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
			if (isComment(i)) {
				return true;
			}
			i++;
		}
		return i > operator && mayBeOperand(skip(i), this.text.charAt(i - 1) == '@');
	}

	private boolean mayBeOperand(int i, boolean variable) {
		if (i >= this.length) {
			return false;
		}
		char c = this.text.charAt(i);
		if (variable || isComment(i) || isQuote(c) || isPrefix(i) || "(.$@-+~!".indexOf(c) >= 0 || Ascii.isDigit(c)) {
			return true;
		}
		return SqlCharacter.isWordStart(c) && switch (SqlWord.of(this.text, i, endOfWord(i))) {
			case CONSTANT, FUNCTION, COMMON_FUNCTION, HARMFUL_FUNCTION, IF, OPERAND_PREFIX -> true;
			default -> false;
		};
	}

	/**
	 * Tell whether a condition ends before it compares or is cut off: by a sign that it
	 * can't have, or a second name behind the first.
	 */
	boolean isQuiet(int end) {
		int i = end;
		boolean name = false;
		boolean operand = false;
		for (int operands = 0; operands < MOST_OPERANDS; operands++) {
			i = skip(i);
			if (i >= this.length) {
				return true;
			}
			if (isComment(i)) {
				return false;
			}
			char c = this.text.charAt(i);
			if (SqlCharacter.isWordStart(c)) {
				int behind = endOfWord(i);
				if (SqlWord.of(this.text, i, behind) != SqlWord.NAME || isPrefix(i)) {
					return false;
				}
				if (name) {
					return true;
				}
				name = true;
				operand = true;
				i = behind;
				continue;
			}
			switch (c) {
				case ',', '{', '}', ']', '\\' -> {
					return true;
				}
				case ':' -> {
					return at(i + 1) != ':' && at(i + 1) != '=';
				}
				case ';' -> {
					int next = skip(i + 1);
					return next < this.length && !isComment(next) && this.text.charAt(next) != '%'
							&& this.text.charAt(i + 1) != '\0';
				}
				case ')' -> {
					return endsQuietly(i);
				}
				case '&', '|' -> {
					if (at(i + 1) == c) {
						return true;
					}
				}
				case '<' -> {
					return !operand && at(i + 1) != '<' && at(i + 1) != '@' || at(i + 1) == '/' && isName(i + 2);
				}
				case '=', '>' -> {
					return !operand && at(i + 1) != '>';
				}
				case '-', '.', '/', '+' -> {
					if (c == '.' && Ascii.isDigit(at(i + 1)) || c == '-' && at(i + 1) == '>') {
						return false;
					}
				}
				default -> {
					return name && Ascii.isDigit(c);
				}
			}
			name = false;
			i++;
		}
		return false;
	}

	private boolean endsQuietly(int paren) {
		int i = paren;
		while (i < this.length && (this.text.charAt(i) == ')' || SqlCharacter.isWhiteSpace(this.text.charAt(i)))) {
			i++;
		}
		return !isComment(i);
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

	private boolean isBefore(int end, SqlWord word) {
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

	private boolean isNumberOrComment(int end) {
		int i = skip(end);
		return Ascii.isDigit(at(i)) || at(i) == '.' || isComment(i);
	}

	/**
	 * Return what stands before, without blanks: a quote if that is in another line,
	 * which a comment may hide.
	 */
	private char before(int start) {
		int i = last(start);
		boolean hidden = this.comment >= 0 && i >= this.comment && i < this.commentEnd && start >= this.commentEnd;
		return hidden ? '\'' : at(i);
	}

	private int last(int start) {
		int i = start - 1;
		while (i >= 0 && SqlCharacter.isWhiteSpace(this.text.charAt(i))) {
			i--;
		}
		return i;
	}

	private boolean isName(int start) {
		return start < this.length && SqlCharacter.isWordStart(this.text.charAt(start)) && !isPrefix(start);
	}

	/**
	 * Tell whether a quote sticks to a word, as to the prefix of a literal.
	 */
	private boolean isPrefix(int start) {
		return at(start) > ' ' && SqlCharacter.isWordStart(at(start)) && at(endOfWord(start)) == '\'';
	}

	private int endOfWord(int start) {
		int i = start;
		while (i < this.length && SqlCharacter.isWordPart(this.text.charAt(i))) {
			i++;
		}
		return i;
	}

	private boolean isComment(int i) {
		char c = at(i);
		return c == '#' || c == '-' && at(i + 1) == '-' || c == '/' && at(i + 1) == '*';
	}

	private static boolean isQuote(char c) {
		return c == '\'' || c == '"' || c == '`';
	}

	private int skip(int from) {
		int i = from;
		while (i < this.length && SqlCharacter.isWhiteSpace(this.text.charAt(i))) {
			i++;
		}
		return i;
	}

	private char at(int index) {
		return (index >= 0 && index < this.length) ? this.text.charAt(index) : '\0';
	}

}
