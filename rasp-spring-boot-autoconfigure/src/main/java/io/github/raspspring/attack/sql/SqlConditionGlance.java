package io.github.raspspring.attack.sql;

import io.github.raspspring.text.Ascii;

/**
 * Tells by the characters around a word or sign that begins a condition whether the
 * condition may be evidence. Not thread-safe.
 */
final class SqlConditionGlance {

	private static final String COMPARING = "=<>!^~";

	/** Parentheses around what is compared, and some to spare. */
	private static final int MOST_PARENS = 9;

	/** Longest name that is looked at. */
	private static final int LONGEST = 64;

	/** Names and signs that a condition is followed for. */
	private static final int MOST_OPERANDS = 12;

	/** How far a call is followed. */
	private static final int LONGEST_CALL = 200;

	private static final int QUIET = -1;

	private static final int LOUD = -2;

	private final SqlGlance glance;

	private String text = "";

	private int length;

	/** Whether the text holds a backslash, so that quotes may be escaped. */
	private boolean escapes;

	/** Whether the condition weighs nothing if it compares a name. */
	private boolean tame;

	/** Whether a name comes right before, and whether it may be one of a function. */
	private boolean name;

	private boolean callable;

	/** Whether there is a name so far. */
	private boolean operand;

	SqlConditionGlance(SqlGlance glance) {
		this.glance = glance;
	}

	void over(String text) {
		this.text = text;
		this.length = text.length();
		this.escapes = text.indexOf('\\') >= 0;
	}

	/**
	 * Tell whether two literals may be compared behind a parenthesis.
	 */
	boolean mayCompare(int paren) {
		int i = this.glance.skip(paren + 1);
		for (int parens = 1; parens < MOST_PARENS && this.glance.at(i) == '('; parens++) {
			i = this.glance.skip(i + 1);
		}
		char c = this.glance.at(i);
		if (this.glance.isComment(i) || c == '$' || this.glance.isPrefix(i)) {
			return true;
		}
		if (c == '\'' || c == '"') {
			int end = this.text.indexOf(c, i + 1);
			return end >= 0 && (this.glance.at(end + 1) == c || mayBeCompared(end + 1) || holdsEscape(i, end));
		}
		boolean number = Ascii.isDigit(c) || c == '.' && Ascii.isDigit(this.glance.at(i + 1));
		return number && mayBeCompared(SqlCharacter.endOfNumber(this.text, i));
	}

	private boolean holdsEscape(int start, int end) {
		for (int i = start; i < end && this.escapes; i++) {
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
		boolean code = this.glance.at(i) == '='
				&& (this.glance.at(i + 1) == '=' || this.glance.at(i + 1) == '~' || this.glance.at(i + 1) == '>');
		return this.glance.isComment(i) || COMPARING.indexOf(this.glance.at(i)) >= 0 && !code;
	}

	/**
	 * Tell whether a sign joins a condition that may be evidence.
	 */
	boolean mayJoin(int sign, int end, boolean code) {
		return !isQuiet(end, !code && isTame(sign));
	}

	/**
	 * Tell whether a condition may be evidence, calls a function on groups or follows the
	 * table of a query in parentheses.
	 */
	boolean mayMatter(SqlWord word, int start, int end, boolean code) {
		boolean alone = switch (word) {
			case HAVING -> !this.glance.isPlainName(this.glance.skip(end))
					|| this.glance.isCalled(this.glance.endOfWord(this.glance.skip(end)));
			case WHERE -> isTableOfClosed(start);
			default -> false;
		};
		return alone || mayJoin(start, end, code);
	}

	private boolean isTableOfClosed(int where) {
		int last = this.glance.last(where);
		int table = this.glance.beginOfWord(last);
		int from = this.glance.last(table);
		boolean hidden = this.glance.before(table) == '\'' || this.glance.at(from) == '/' || last - table >= LONGEST;
		return hidden || SqlWord.of(this.text, Math.max(0, from - 3), from + 1) == SqlWord.FROM
				&& this.glance.isBehindValue(from - 3);
	}

	/**
	 * Tell whether a condition begins behind a plain word, the place of a value or a
	 * number that is compared, as conditions of sentences, code and whole queries do. If
	 * it compares a name with anything but a call of SQL or a query, it weighs nothing.
	 */
	boolean isTame(int start) {
		char c = this.glance.before(start);
		int last = this.glance.last(start);
		if (c == '?' || !SqlCharacter.isWordPart(c)) {
			return c == '?';
		}
		boolean digits = true;
		boolean fraction = false;
		int i = last;
		while (c == '.' || SqlCharacter.isWordPart(c)) {
			digits &= c == '.' || Ascii.isDigit(c);
			fraction |= c == '.' && Ascii.isDigit(next(i));
			i--;
			c = this.glance.at(i);
			if (last - i > LONGEST) {
				return false;
			}
		}
		boolean word = !fraction && SqlCharacter.isWordStart(next(i)) && c != '@';
		return digits ? isCompared(i + 1) : word;
	}

	private boolean isCompared(int number) {
		char c = this.glance.before(number);
		char before = this.glance.at(this.glance.last(number) - 1);
		return c == '=' || (c == '<' || c == '>') && before != '-' && before != c;
	}

	/**
	 * Tell whether a condition ends before it compares or is cut off: by a sign that it
	 * can't have, or a second name behind the first.
	 * @param tame whether it weighs nothing if it compares a name
	 */
	boolean isQuiet(int end, boolean tame) {
		this.tame = tame;
		this.name = false;
		this.callable = false;
		this.operand = false;
		int i = end;
		for (int operands = 0; operands < MOST_OPERANDS && i >= 0; operands++) {
			i = this.glance.skip(i);
			if (i >= this.length) {
				return true;
			}
			if (this.glance.isComment(i)) {
				return false;
			}
			char c = this.text.charAt(i);
			i = SqlCharacter.isWordStart(c) ? word(i) : (this.callable && c == '(') ? endOfCall(i) : sign(i, c);
		}
		return i == QUIET;
	}

	/**
	 * Go on behind a word. Most words that SQL knows are names where they make no sense.
	 * @return where to go on, or what is known of the condition
	 */
	private int word(int start) {
		int end = SqlCharacter.endOfWord(this.text, start);
		SqlWord word = SqlWord.of(this.text, start, end);
		if (this.glance.isPrefix(start)) {
			return LOUD;
		}
		switch (word) {
			case LOGIC, WHERE, SET_OPERATION, ORDER_OR_GROUP, LIMIT, INTO -> {
				return QUIET;
			}
			case IN_OR_IS -> {
				return (!this.operand || this.tame) ? QUIET : LOUD;
			}
			case LIKE -> {
				return (!this.operand || this.tame && isQuietOperand(end)) ? QUIET : LOUD;
			}
			case HAVING -> {
				return LOUD;
			}
			case OPERAND_PREFIX -> {
				return this.glance.isCalled(end) ? LOUD : behind(end);
			}
			case CONSTANT -> {
				return this.operand ? behind(end) : LOUD;
			}
			case NOT, ARITHMETIC, SELECT -> {
				return behind(end);
			}
			case FUNCTION, HARMFUL_FUNCTION, IF -> {
				if (this.glance.isCalled(end)) {
					return LOUD;
				}
			}
			default -> {
			}
		}
		if (this.name) {
			return QUIET;
		}
		this.name = word == SqlWord.NAME;
		this.callable = true;
		this.operand = true;
		return end;
	}

	private int behind(int end) {
		this.name = false;
		this.callable = false;
		return end;
	}

	private int sign(int i, char c) {
		boolean quiet = switch (c) {
			case ',', '{', '}', ']', '\\' -> true;
			case '[' -> Ascii.isDigit(next(i)) || !SqlCharacter.isWordPart(next(i));
			case ':' -> next(i) != ':' && next(i) != '=';
			case ';' -> endsAtSemicolon(i);
			case ')' -> endsQuietly(i);
			case '&', '|' -> next(i) == c;
			case '<' ->
				next(i) != '<' && next(i) != '@' && comparesQuietly(i) || next(i) == '/' && this.glance.isName(i + 2);
			case '=' -> (this.operand || next(i) != '>') && comparesQuietly(i);
			case '>' -> next(i) != '>' && comparesQuietly(i);
			case '!' -> "=<>~".indexOf(next(i)) >= 0 && comparesQuietly(i);
			case '\'', '"' -> this.operand && endsInWord(i, c);
			default -> this.name && Ascii.isDigit(c);
		};
		return quiet ? QUIET : goOnBehind(i, c);
	}

	/**
	 * Go on behind an operator, or an operand that makes a name no literal.
	 */
	private int goOnBehind(int i, char c) {
		boolean goesOn = switch (c) {
			case '-' -> next(i) != '>';
			case '.' -> !Ascii.isDigit(next(i));
			case '!' -> "=<>~".indexOf(next(i)) < 0;
			case '/', '+', '?', '%', '*', '&', '|' -> true;
			default -> false;
		};
		if (goesOn) {
			return behind(i + 1);
		}
		if (this.operand && Ascii.isDigit(c)) {
			return behind(SqlCharacter.endOfNumber(this.text, i));
		}
		return (c == '`') ? quoted(i) : LOUD;
	}

	private int quoted(int quote) {
		int end = endOfQuoted(quote, '`');
		this.operand = true;
		return (end < 0) ? LOUD : (end > this.length) ? QUIET : behind(end);
	}

	private boolean endsAtSemicolon(int i) {
		int next = this.glance.skip(i + 1);
		return next < this.length && !this.glance.isComment(next) && next(next - 1) != '%' && next(i) != '\0';
	}

	private boolean endsQuietly(int paren) {
		int i = paren;
		while (i < this.length && (this.text.charAt(i) == ')' || SqlCharacter.isWhiteSpace(this.text.charAt(i)))) {
			i++;
		}
		return !this.glance.isComment(i);
	}

	/**
	 * Go on behind a call that holds neither literals nor comments.
	 */
	private int endOfCall(int paren) {
		int depth = 0;
		for (int i = paren; i < Math.min(this.length, paren + LONGEST_CALL); i++) {
			char c = this.text.charAt(i);
			if (c == '\'' || c == '"' || c == '`' || c == '$' || this.glance.isComment(i)) {
				return LOUD;
			}
			depth += (c == '(') ? 1 : (c == ')') ? -1 : 0;
			if (depth == 0) {
				return behind(i + 1);
			}
		}
		return LOUD;
	}

	/**
	 * Tell whether a literal is the rest of the text, or a word follows that ends the
	 * condition.
	 */
	private boolean endsInWord(int quote, char c) {
		int behind = endOfQuoted(quote, c);
		int next = (behind < 0) ? this.length : this.glance.skip(behind);
		if (!this.glance.isName(next)) {
			return behind > this.length;
		}
		int end = SqlCharacter.endOfWord(this.text, next);
		return SqlWord.of(this.text, next, end) == SqlWord.NAME && !this.glance.isCalled(end);
	}

	/**
	 * Return the index behind a literal or name without escapes, or -1; one behind the
	 * end of the text if it has no end.
	 */
	private int endOfQuoted(int quote, char c) {
		int end = this.text.indexOf(c, quote + 1);
		int i = (end < 0) ? this.length : end;
		if (holdsEscape(quote + 1, i)) {
			return -1;
		}
		return (i < this.length && next(i) == c) ? -1 : i + 1;
	}

	private boolean comparesQuietly(int sign) {
		int i = sign;
		while (i < sign + 3 && "=<>!~".indexOf(this.glance.at(i)) >= 0) {
			i++;
		}
		return !this.operand || this.tame && isQuietOperand(i);
	}

	/**
	 * Tell whether what a name is compared with is neither a call of SQL nor a query.
	 */
	private boolean isQuietOperand(int from) {
		int i = this.glance.skip(from);
		for (int parts = 0; parts < MOST_OPERANDS && i < this.length && !this.glance.isComment(i); parts++) {
			char c = this.text.charAt(i);
			if (SqlCharacter.isWordStart(c)) {
				int end = SqlCharacter.endOfWord(this.text, i);
				SqlWord word = SqlWord.of(this.text, i, end);
				if (word != SqlWord.OPERAND_PREFIX || this.glance.isPrefix(i) || this.glance.isCalled(end)) {
					return this.glance.isPrefix(i) || isQuiet(word);
				}
				i = this.glance.skip(end);
			}
			else if (c == '-' || c == '+' || c == '?') {
				i = this.glance.skip(i + 1);
			}
			else {
				return isQuietOperand(i, c);
			}
		}
		return i >= this.length;
	}

	private boolean isQuietOperand(int i, char c) {
		return switch (c) {
			case '\'', '"', '`', ',', ';', ')', '[', ']', '{', '}', '\\' -> true;
			case ':' -> next(i) != ':' && next(i) != '=';
			case '.' -> Ascii.isDigit(next(i));
			default -> Ascii.isDigit(c);
		};
	}

	private char next(int i) {
		return this.glance.at(i + 1);
	}

	private static boolean isQuiet(SqlWord operand) {
		return switch (operand) {
			case NAME, COMMON_FUNCTION, CONSTANT, OBJECT, VALUES, STATEMENT, LOGIC, WHERE, HAVING, ORDER_OR_GROUP,
					SET_OPERATION, LIMIT, INTO ->
				true;
			default -> false;
		};
	}

}
