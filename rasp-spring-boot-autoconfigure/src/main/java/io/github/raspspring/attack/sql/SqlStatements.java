package io.github.raspspring.attack.sql;

/**
 * Tells a statement that begins at a token from a sentence that begins with the same
 * word. Offsets count from the current token. Not thread-safe.
 */
final class SqlStatements {

	private static final int MOST_COLUMNS = 16;

	private final SqlTokens tokens;

	private final SqlGrammar grammar;

	private final SqlSelectList selectList;

	SqlStatements(SqlTokens tokens, SqlGrammar grammar, SqlSelectList selectList) {
		this.selectList = selectList;
		this.tokens = tokens;
		this.grammar = grammar;
	}

	/**
	 * Tell whether a stored procedure is run.
	 */
	boolean storedProcedure(int offset) {
		if (this.tokens.is(offset, SqlToken.OPEN)) {
			return (this.tokens.is(-1, SqlToken.SEMICOLON) || offset == 2) && !this.tokens.reads(offset - 1, "call")
					&& (this.tokens.is(offset + 1, SqlToken.VARIABLE) || this.tokens.is(offset + 1, SqlToken.STRING)
							|| (this.tokens.is(offset + 1, SqlToken.NUMBER)
									&& this.tokens.secondChar(offset + 1) == 'x'));
		}
		if (this.tokens.is(offset, SqlWord.HARMFUL_FUNCTION)) {
			return !this.grammar.ambiguousFunction(offset);
		}
		if (!this.tokens.is(offset, SqlToken.WORD)) {
			return false;
		}
		if (this.tokens.is(offset + 1, SqlToken.DOT) && this.tokens.is(offset + 2, SqlToken.DOT)
				&& this.tokens.end(offset) == this.tokens.start(offset + 1)) {
			return true;
		}
		return this.tokens.is(offset + 1, SqlToken.VARIABLE) && this.tokens.is(offset + 2, SqlToken.COMPARISON)
				|| (this.tokens.reads(offset, "immediate") && this.tokens.is(offset + 1, SqlToken.STRING));
	}

	/**
	 * Tell whether the text is a query with named subqueries, which continues nothing.
	 */
	boolean isScript() {
		if (!this.tokens.reads(0, "with")) {
			return false;
		}
		int name = (this.tokens.reads(1, "recursive") && this.tokens.name(2)) ? 2 : 1;
		int as = endOfColumns(name + 1);
		return this.tokens.name(name) && this.tokens.is(as, SqlWord.AS) && this.tokens.is(as + 1, SqlToken.OPEN);
	}

	/**
	 * Return what follows the names of columns in parentheses, if there are any.
	 */
	private int endOfColumns(int open) {
		if (!this.tokens.is(open, SqlToken.OPEN)) {
			return open;
		}
		int next = open + 2;
		while (next < open + MOST_COLUMNS && this.tokens.is(next - 1, SqlToken.WORD)
				&& this.tokens.is(next, SqlToken.COMMA)) {
			next += 2;
		}
		return this.tokens.is(next, SqlToken.CLOSE) ? next + 1 : open;
	}

	/**
	 * Tell whether the text begins with a statement, as what breaks out of one never
	 * does.
	 */
	boolean begins() {
		return switch (this.tokens.word(0)) {
			case SELECT, INSERT, UPDATE, DELETE, DEFINE, SET -> begin(0) > 0;
			default -> false;
		};
	}

	/**
	 * Tell whether what begins is a statement if it follows a value.
	 */
	boolean mayBegin(int offset) {
		return this.tokens.reads(offset, "drop") && this.tokens.is(offset + 1, SqlWord.OBJECT)
				&& !this.tokens.is(offset + 2, SqlToken.SEMICOLON);
	}

	/**
	 * Tell how surely a statement begins: 0 not at all, 5 surely.
	 */
	int begin(int offset) {
		boolean begins = switch (this.tokens.word(offset)) {
			case SELECT -> this.selectList.kindAt(offset + 1) != SqlSelectList.NOTHING;
			case INSERT -> insertion(offset + 1);
			case UPDATE -> this.tokens.is(offset + 1, SqlToken.WORD) && (assigns(offset + 2) || assigns(offset + 4));
			case DELETE -> this.tokens.is(offset + 1, SqlWord.FROM) && named(offset + 2) && over(offset + 3)
					&& (!this.tokens.is(offset + 3, SqlWord.WHERE) || !isRemark(offset + 4)
							|| this.tokens.is(offset - 2, SqlToken.NUMBER));
			case DEFINE -> definition(offset + 1);
			case EXECUTE -> storedProcedure(offset + 1) || call(offset + 1)
					|| this.tokens.is(offset + 1, SqlWord.SHUTDOWN) && over(offset + 2);
			case DECLARE -> declares(offset + 1) || this.tokens.reads(offset + 2, "int")
					|| this.tokens.reads(offset + 2, "varchar");
			case SET -> assignment(offset + 1);
			case SHUTDOWN -> over(offset + 1) && !isItem(offset) || this.tokens.reads(offset + 1, "with")
					|| shutdownMode(offset + 1);
			case WAITFOR -> this.tokens.is(offset + 1, SqlWord.DELAY) && !this.tokens.name(offset + 2);
			case IF -> this.tokens.is(offset + 1, SqlToken.OPEN)
					&& (this.grammar.comparesNumbers(offset + 1) || this.tokens.is(offset + 2, SqlWord.SELECT));
			case HARMFUL_FUNCTION -> this.grammar.argumentsOfCall(offset) > 0 && !this.grammar.isTalkedAbout(offset);
			case STATEMENT -> lessCommon(offset);
			case VALUES, SET_OPERATION, HAVING, WHERE -> false;
			default -> false;
		};
		return begins ? 5 : 0;
	}

	/**
	 * Tell whether a variable is declared. One without a name has a type behind it.
	 */
	boolean declares(int variable) {
		return this.tokens.is(variable, SqlToken.VARIABLE)
				&& (this.tokens.length(variable) > 1 || this.tokens.is(variable + 2, SqlToken.OPEN)
						|| this.tokens.is(variable + 2, SqlToken.COMPARISON) || this.tokens.reads(variable + 1, "int")
						|| this.tokens.reads(variable + 1, "as") || this.tokens.reads(variable + 1, "sysname"));
	}

	private boolean shutdownMode(int offset) {
		return over(offset + 1) && (this.tokens.reads(offset, "immediately") || this.tokens.reads(offset, "immediate")
				|| this.tokens.reads(offset, "compact") || this.tokens.reads(offset, "defrag")
				|| this.tokens.reads(offset, "abort") || this.tokens.reads(offset, "script"));
	}

	/**
	 * Tell whether a word is an item of a list that goes on, or has begun, with words.
	 */
	private boolean isItem(int offset) {
		boolean behind = this.tokens.is(offset + 1, SqlToken.SEMICOLON) && this.tokens.is(offset + 2, SqlToken.WORD)
				&& (this.tokens.is(offset + 3, SqlToken.SEMICOLON) || this.tokens.is(offset + 3, SqlToken.END));
		boolean before = this.tokens.is(offset + 1, SqlToken.END) && this.tokens.is(offset - 1, SqlToken.SEMICOLON)
				&& this.tokens.is(offset - 2, SqlToken.WORD) && this.tokens.is(offset - 3, SqlToken.SEMICOLON);
		return behind || before;
	}

	/**
	 * Tell whether a column is set, and nothing else is said behind the word.
	 */
	private boolean assigns(int offset) {
		int column = this.tokens.is(offset + 2, SqlToken.DOT) ? offset + 3 : offset + 1;
		return this.tokens.is(offset, SqlWord.SET)
				&& (this.tokens.is(column, SqlToken.OPEN) || this.tokens.is(column + 1, SqlToken.COMPARISON)
						|| this.tokens.ended(column) || this.tokens.is(column + 1, SqlToken.LINE_COMMENT));
	}

	/**
	 * Tell whether one name is all that a line says of what a statement is about.
	 */
	private boolean isRemark(int offset) {
		boolean line = this.tokens.name(offset + 1) && this.tokens.endsLine(offset);
		return this.tokens.name(offset) && (line || this.tokens.is(offset + 1, SqlToken.END));
	}

	/**
	 * Tell whether two words stand next to each other before the semicolon that a
	 * statement follows, with blanks as in a sentence: no expression ends with them, so
	 * that nothing is run.
	 */
	boolean isOfSentence(int offset) {
		boolean spaced = this.tokens.end(offset - 1) < this.tokens.start(offset)
				&& this.tokens.end(offset - 3) < this.tokens.start(offset - 2);
		boolean quotation = this.tokens.is(offset - 2, SqlToken.STRING);
		boolean noun = this.tokens.name(offset - 2)
				|| this.tokens.is(offset - 2, SqlWord.OBJECT) && this.tokens.name(offset - 3);
		return spaced && (quotation || noun) && this.tokens.is(offset - 3, SqlToken.WORD)
				&& switch (this.tokens.word(offset - 3)) {
					case NAME, QUANTIFIER, OBJECT, STATEMENT, FUNCTION, COMMON_FUNCTION -> true;
					case LIKE, NOT -> !quotation;
					case IN_OR_IS -> quotation;
					default -> false;
				};
	}

	private boolean named(int offset) {
		return this.tokens.is(offset, SqlToken.WORD) || this.tokens.is(offset, SqlToken.QUOTED_IDENTIFIER);
	}

	private boolean over(int offset) {
		return this.tokens.ended(offset) || this.tokens.is(offset, SqlToken.SEMICOLON)
				|| this.tokens.is(offset, SqlWord.WHERE) || this.tokens.is(offset, SqlToken.DOT)
				|| this.tokens.is(offset, SqlToken.COMMA) || this.tokens.is(offset, SqlWord.LIMIT);
	}

	private boolean insertion(int offset) {
		int next = this.tokens.is(offset, SqlWord.INTO) ? offset + 1 : offset;
		if (!named(next)) {
			return false;
		}
		while (this.tokens.is(next + 1, SqlToken.DOT) && next < offset + 6) {
			next += 2;
		}
		if (this.tokens.is(next + 1, SqlToken.OPEN)) {
			return next > offset;
		}
		if (this.tokens.reads(offset - 1, "merge") && next > offset && this.tokens.reads(next + 1, "key")) {
			return this.tokens.is(next + 2, SqlToken.OPEN);
		}
		return this.tokens.is(next + 1, SqlWord.VALUES) || this.tokens.is(next + 1, SqlWord.SELECT)
				|| this.tokens.is(next + 1, SqlWord.SET);
	}

	private boolean definition(int offset) {
		if (this.tokens.reads(offset, "all") || this.tokens.reads(offset, "alias")) {
			return this.tokens.reads(offset + 1, "objects")
					|| named(offset + 1)
							&& (this.tokens.is(offset + 2, SqlWord.AS) || this.tokens.reads(offset + 2, "for"))
					|| this.tokens.is(offset + 1, SqlWord.IF) && this.tokens.reads(offset + 3, "exists");
		}
		if (this.tokens.is(offset, SqlWord.OBJECT) && (named(offset + 1) || this.tokens.is(offset + 1, SqlWord.IF))) {
			boolean called = this.tokens.is(offset + 1, SqlWord.CLAUSE) && this.tokens.is(offset + 2, SqlToken.WORD);
			return !called && !this.tokens.name(offset + 2) || this.tokens.is(offset + 3, SqlToken.OPEN)
					|| this.tokens.reads(offset + 2, "identified") || this.tokens.reads(offset + 2, "add")
					|| this.tokens.reads(offset + 2, "cascade") || this.tokens.reads(offset + 2, "returns")
					|| protectedBy(offset + 2) || triggered(offset + 2)
					|| this.tokens.reads(offset - 1, "rename") && this.tokens.reads(offset + 2, "to");
		}
		boolean elsewhere = this.tokens.reads(offset, "linked") || this.tokens.reads(offset, "foreign")
				|| this.tokens.reads(offset, "external");
		if (elsewhere && this.tokens.is(offset + 1, SqlWord.OBJECT) && named(offset + 2)) {
			return this.tokens.is(offset + 3, SqlToken.OPEN);
		}
		boolean setting = this.tokens.reads(offset, "session") || this.tokens.reads(offset, "system");
		if (setting && this.tokens.is(offset + 1, SqlWord.SET)) {
			return true;
		}
		return this.tokens.is(offset, SqlWord.LOGIC) && this.tokens.is(offset + 1, SqlWord.INSERT)
				&& this.tokens.is(offset + 2, SqlWord.OBJECT);
	}

	private boolean protectedBy(int offset) {
		return this.tokens.reads(offset, "password") && this.tokens.is(offset + 1, SqlToken.STRING);
	}

	private boolean triggered(int offset) {
		boolean when = this.tokens.reads(offset, "before") || this.tokens.reads(offset, "after");
		return when && switch (this.tokens.word(offset + 1)) {
			case INSERT, UPDATE, DELETE, SELECT -> this.tokens.reads(offset + 2, "on");
			default -> false;
		};
	}

	private boolean call(int offset) {
		return this.tokens.is(offset, SqlToken.WORD)
				&& (this.tokens.is(offset + 1, SqlToken.OPEN)
						|| (this.tokens.is(offset + 1, SqlToken.DOT) && this.tokens.is(offset + 3, SqlToken.OPEN))
						|| this.tokens.is(offset + 1, SqlToken.STRING))
				|| this.tokens.is(offset, SqlToken.STRING) && this.tokens.is(offset + 1, SqlToken.OPEN)
						&& this.tokens.end(offset) == this.tokens.start(offset + 1);
	}

	private boolean assignment(int offset) {
		boolean equals = this.tokens.is(offset + 1, SqlToken.COMPARISON)
				|| (this.tokens.is(offset + 1, SqlToken.OPERATOR) && this.tokens.firstChar(offset + 1) == ':');
		boolean scoped = (this.tokens.reads(offset, "global") || this.tokens.reads(offset, "session")
				|| this.tokens.reads(offset, "persist")) && this.tokens.is(offset + 2, SqlToken.COMPARISON);
		return scoped || (this.tokens.is(offset, SqlToken.VARIABLE) && equals)
				|| (this.tokens.is(offset, SqlToken.WORD) && equals && this.grammar.operand(offset + 2));
	}

	private boolean lessCommon(int offset) {
		if (this.tokens.is(offset + 1, SqlToken.VARIABLE)) {
			return this.tokens.reads(offset, "open") || this.tokens.reads(offset, "fetch")
					|| this.tokens.reads(offset, "print") || this.tokens.reads(offset, "kill");
		}
		if (this.tokens.reads(offset, "grant") || this.tokens.reads(offset, "revoke")) {
			return granted(offset + 2);
		}
		if (this.tokens.reads(offset, "show")) {
			return (this.tokens.is(offset + 1, SqlWord.OBJECT) || this.tokens.reads(offset + 1, "warnings")
					|| this.tokens.reads(offset + 1, "variables") || this.tokens.reads(offset + 1, "grants"))
					&& (over(offset + 2) || this.tokens.is(offset + 2, SqlWord.FROM)
							|| this.tokens.is(offset + 2, SqlWord.LIKE));
		}
		if (this.tokens.reads(offset, "load")) {
			return this.tokens.is(offset + 2, SqlWord.FILE_TARGET) || this.tokens.is(offset + 3, SqlWord.FILE_TARGET)
					|| this.tokens.is(offset + 4, SqlWord.FILE_TARGET);
		}
		if (this.tokens.reads(offset, "prepare")) {
			return named(offset + 1)
					&& (this.tokens.is(offset + 2, SqlWord.FROM) || this.tokens.is(offset + 2, SqlWord.AS))
					&& (this.grammar.literal(offset + 3) || this.tokens.is(offset + 3, SqlWord.SELECT));
		}
		if (this.tokens.reads(offset, "begin")) {
			return this.tokens.is(offset + 1, SqlWord.HARMFUL_FUNCTION) || this.tokens.is(offset + 1, SqlWord.DECLARE)
					|| this.tokens.is(offset + 1, SqlWord.EXECUTE) || this.tokens.reads(offset + 1, "try")
					|| call(offset + 1);
		}
		if (this.tokens.reads(offset, "print")) {
			return this.tokens.is(offset + 1, SqlToken.STRING) && !this.tokens.is(offset - 2, SqlToken.WORD)
					&& (this.tokens.is(offset + 2, SqlToken.SEMICOLON) || this.tokens.ended(offset + 2));
		}
		if (this.tokens.reads(offset, "do")) {
			return this.grammar.callsFunction(offset + 1)
					|| this.tokens.is(offset + 1, SqlToken.STRING) && this.tokens.firstChar(offset + 1) == '$';
		}
		if (this.tokens.reads(offset, "raiserror")) {
			return this.tokens.is(offset + 1, SqlToken.OPEN) && this.tokens.is(offset + 2, SqlToken.STRING);
		}
		if (this.tokens.reads(offset, "with")) {
			return this.tokens.is(offset + 2, SqlWord.AS) && this.tokens.is(offset + 3, SqlToken.OPEN);
		}
		return objectStatement(offset);
	}

	/**
	 * Tell whether rows are copied to or from a program.
	 */
	private boolean copies(int offset) {
		return (this.tokens.is(offset, SqlWord.FROM) || this.tokens.reads(offset, "to"))
				&& this.tokens.reads(offset + 1, "program") && this.tokens.is(offset + 2, SqlToken.STRING);
	}

	private boolean granted(int offset) {
		for (int next = offset; next < offset + 6; next++) {
			if (this.tokens.reads(next, "on") || this.tokens.reads(next, "to")) {
				return (named(next + 1) || this.tokens.is(next + 1, SqlToken.OPERATOR))
						&& (!this.tokens.name(next + 2) || this.tokens.reads(next + 2, "to"));
			}
		}
		return false;
	}

	private boolean objectStatement(int offset) {
		boolean toFile = this.tokens.reads(offset, "vacuum") && this.tokens.is(offset + 1, SqlWord.INTO)
				|| this.tokens.reads(offset, "backup") && this.tokens.reads(offset + 1, "to");
		if (toFile && this.tokens.is(offset + 2, SqlToken.STRING)) {
			return true;
		}
		if (this.tokens.reads(offset, "backup") || this.tokens.reads(offset, "restore")
				|| this.tokens.reads(offset, "attach") || this.tokens.reads(offset, "lock")) {
			return this.tokens.is(offset + 1, SqlWord.OBJECT)
					&& (!this.tokens.name(offset + 3) || this.tokens.reads(offset + 3, "to"));
		}
		if (this.tokens.reads(offset, "copy") || this.tokens.reads(offset, "bulk")) {
			return this.tokens.is(offset + 1, SqlToken.OPEN) || this.tokens.is(offset + 1, SqlWord.INSERT)
					|| this.tokens.is(offset + 1, SqlWord.INTO) && this.tokens.is(offset + 2, SqlToken.VARIABLE)
					|| (named(offset + 1) && (this.tokens.is(offset + 3, SqlToken.STRING) || copies(offset + 2)));
		}
		if (this.tokens.reads(offset, "runscript") || this.tokens.reads(offset, "script")) {
			return (this.tokens.is(offset + 1, SqlWord.FROM) || this.tokens.reads(offset + 1, "to"))
					&& this.tokens.is(offset + 2, SqlToken.STRING);
		}
		if (this.tokens.reads(offset, "handler")) {
			return this.tokens.reads(offset + 2, "open") || this.tokens.reads(offset + 2, "read");
		}
		if (this.tokens.reads(offset, "pragma") || this.tokens.reads(offset, "dbcc")) {
			return named(offset + 1) && !this.tokens.name(offset + 2);
		}
		return this.tokens.reads(offset, "use") && this.tokens.is(offset + 1, SqlWord.CATALOG);
	}

}
