package io.github.raspspring.attack.sql;

import io.github.raspspring.attack.sql.SqlDialect.Feature;

/**
 * Splits SQL, or a text that may become part of SQL, into tokens: one pass, linear in the
 * length of the text, allocating nothing and never failing. White space is skipped,
 * comments are tokens. Not thread-safe.
 *
 * <pre class="code">
 * SqlLexer lexer = new SqlLexer(statement, SqlDialect.POSTGRESQL, SqlContext.CODE);
 * for (SqlToken token = lexer.next(); token != SqlToken.END; token = lexer.next()) {
 *     ...statement.substring(lexer.start(), lexer.end())
 * }
 * </pre>
 */
final class SqlLexer {

	/**
	 * How often a literal of {@link SqlDialect#ANY} that turns out to be unclosed may be
	 * searched for its end. Keeps the pass linear.
	 */
	private static final int SEARCHES = 8;

	private String text = "";

	private SqlDialect dialect = SqlDialect.ANY;

	private int length;

	private int position;

	private int start;

	private boolean closed;

	/** Whether the last token is a word, which is looked up when it is asked for. */
	private boolean word;

	private int wordEnd;

	private boolean inExecutableComment;

	private int failedSearches;

	private char openedBefore;

	/** The next backslash, so that it is searched once. */
	private int escape;

	private int escapeFrom;

	/** End of the line in which the last comment was, so that it is searched once. */
	private int lineEnd;

	/**
	 * Create a lexer without a text; {@link #read} gives it one.
	 */
	SqlLexer() {
	}

	/**
	 * Create a lexer.
	 * @param text what to split
	 * @param dialect how to split it
	 * @param context where the text begins
	 */
	SqlLexer(String text, SqlDialect dialect, SqlContext context) {
		read(text, dialect, context);
	}

	/**
	 * Start over with another text.
	 * @param text what to split
	 * @param dialect how to split it
	 * @param context where the text begins
	 */
	void read(String text, SqlDialect dialect, SqlContext context) {
		this.text = text;
		this.dialect = dialect;
		this.length = text.length();
		this.position = 0;
		this.start = 0;
		this.closed = true;
		this.word = false;
		this.inExecutableComment = false;
		this.failedSearches = 0;
		this.openedBefore = context.quote();
		this.lineEnd = -1;
		this.escape = -1;
	}

	/**
	 * Return the index of the first character of the last token.
	 * @return the index
	 */
	int start() {
		return this.start;
	}

	/**
	 * Return the index behind the last character of the last token.
	 * @return the index
	 */
	int end() {
		return this.position;
	}

	/**
	 * Return whether the last token, if it is a literal, a quoted name or a block
	 * comment, ended before the text did.
	 * @return {@code false} if the text ended within it
	 */
	boolean closed() {
		return this.closed;
	}

	/**
	 * Return the meaning of the last token if it was a {@link SqlToken#WORD}.
	 * @return the meaning, {@link SqlWord#NAME} for all other tokens
	 */
	SqlWord word() {
		return this.word ? SqlWord.of(this.text, this.start, this.wordEnd) : SqlWord.NAME;
	}

	/**
	 * Go on at another place, such as within what was taken for a comment. Going back
	 * makes the pass longer: the caller sees to it that this stays bounded.
	 * @param position index of the character to go on with
	 */
	void moveTo(int position) {
		this.position = Math.max(0, Math.min(position, this.length));
	}

	/**
	 * Return where a literal or quoted name ends, whatever was read last.
	 * @param start index of the quote that opens it
	 * @return the index behind it; {@link #closed()} tells whether it ended before the
	 * text did
	 */
	int endOf(int start) {
		char quote = this.text.charAt(start);
		this.closed = true;
		literal(start + 1, quote, this.dialect.has(Feature.BACKSLASH) && quote != '`');
		return this.position;
	}

	/**
	 * Read the next token.
	 * @return its kind, {@link SqlToken#END} when there is none
	 */
	SqlToken next() {
		this.word = false;
		this.closed = true;
		if (this.openedBefore != '\0') {
			return firstLiteral();
		}
		skipWhiteSpace();
		this.start = this.position;
		if (this.position >= this.length) {
			return SqlToken.END;
		}
		char c = this.text.charAt(this.position);
		if (SqlCharacter.isWordStart(c)) {
			return word(c);
		}
		if (SqlCharacter.isDigit(c) || (c == '.' && SqlCharacter.isDigit(peek(1)))) {
			this.position = SqlCharacter.endOfNumber(this.text, this.position);
			return SqlToken.NUMBER;
		}
		return punctuation(c);
	}

	/**
	 * Read the rest of a literal that was opened before the text. In a dialect that is
	 * unknown a backslash doesn't protect its end: some databases ignore it.
	 */
	private SqlToken firstLiteral() {
		char quote = this.openedBefore;
		this.openedBefore = '\0';
		this.start = 0;
		literal(0, quote, this.dialect != SqlDialect.ANY && this.dialect.has(Feature.BACKSLASH));
		return (this.dialect != SqlDialect.ANY) ? kindOfLiteral(quote) : SqlToken.STRING;
	}

	private SqlToken kindOfLiteral(char quote) {
		if (quote == '\'' || (quote == '"' && this.dialect.has(Feature.DOUBLE_QUOTED_STRINGS))) {
			return SqlToken.STRING;
		}
		return SqlToken.QUOTED_IDENTIFIER;
	}

	private SqlToken word(char first) {
		if (mayBePrefix(first) && (peek(1) == '\'' || (peek(2) == '\'' && (peek(1) | 0x20) == 'q'))) {
			SqlToken literal = prefixedLiteral(first);
			if (literal != SqlToken.OTHER) {
				return literal;
			}
		}
		int i = SqlCharacter.endOfWord(this.text, this.position + 1);
		this.position = i;
		this.wordEnd = i;
		this.word = true;
		return SqlToken.WORD;
	}

	private static boolean mayBePrefix(char c) {
		return switch ((char) (c | 0x20)) {
			case 'b', 'e', 'n', 'q', 'x' -> true;
			default -> false;
		};
	}

	private SqlToken prefixedLiteral(char first) {
		char prefix = (char) (first | 0x20);
		boolean national = peek(1) != '\'';
		if ((prefix == 'q' && !national) || (prefix == 'n' && national)) {
			return qQuoted(this.start + (national ? 3 : 2));
		}
		if (national || (prefix != 'n' && prefix != 'x' && prefix != 'b' && prefix != 'e')) {
			return SqlToken.OTHER;
		}
		boolean escapes = (prefix == 'e' && this.dialect.has(Feature.ESCAPE_STRINGS))
				|| this.dialect.has(Feature.BACKSLASH);
		if (prefix == 'e' && !this.dialect.has(Feature.ESCAPE_STRINGS)) {
			return SqlToken.OTHER;
		}
		literal(this.start + 2, '\'', escapes);
		return SqlToken.STRING;
	}

	private SqlToken qQuoted(int delimiter) {
		if (!this.dialect.has(Feature.Q_QUOTES) || delimiter >= this.length
				|| SqlCharacter.isWhiteSpace(this.text.charAt(delimiter))) {
			return SqlToken.OTHER;
		}
		char closing = SqlCharacter.closingOf(this.text.charAt(delimiter));
		if (this.dialect == SqlDialect.ANY && SqlCharacter.isLetterOrDigit(closing)) {
			return SqlToken.OTHER;
		}
		for (int i = delimiter + 1; i + 1 < this.length && this.failedSearches < SEARCHES; i++) {
			if (this.text.charAt(i) == closing && this.text.charAt(i + 1) == '\'') {
				this.position = i + 2;
				return SqlToken.STRING;
			}
		}
		return unclosed(SqlToken.STRING);
	}

	/**
	 * Take the rest of the text, unless the dialect is a guess.
	 */
	private SqlToken unclosed(SqlToken kind) {
		if (this.dialect == SqlDialect.ANY) {
			this.failedSearches++;
			return SqlToken.OTHER;
		}
		this.closed = false;
		this.position = this.length;
		return kind;
	}

	private void literal(int from, char quote, boolean backslashEscapes) {
		int i = lastOfDoubled(from, quote);
		if (backslashEscapes && mayHoldEscape(from, i)) {
			i = endOfEscaped(from, quote);
		}
		this.closed = i < this.length;
		this.position = this.closed ? i + 1 : this.length;
	}

	private int endOfEscaped(int from, char quote) {
		int i = from;
		while (i < this.length) {
			char c = this.text.charAt(i);
			if (c == quote) {
				if (i + 1 >= this.length || this.text.charAt(i + 1) != quote) {
					return i;
				}
				i++;
			}
			i += (c == '\\') ? 2 : 1;
		}
		return this.length;
	}

	private boolean mayHoldEscape(int from, int end) {
		if (this.escape < from || from < this.escapeFrom) {
			int next = this.text.indexOf('\\', from);
			this.escape = (next < 0) ? this.length : next;
			this.escapeFrom = from;
		}
		return this.escape < end;
	}

	private int lastOfDoubled(int from, char quote) {
		int i = this.text.indexOf(quote, from);
		while (i >= 0 && i + 1 < this.length && this.text.charAt(i + 1) == quote) {
			i = this.text.indexOf(quote, i + 2);
		}
		return (i < 0) ? this.length : i;
	}

	private SqlToken punctuation(char c) {
		this.position = this.start + 1;
		return switch (c) {
			case '\'' -> quoted(c);
			case '"' -> quoted(c);
			case '`' -> this.dialect.has(Feature.BACKTICKS) ? quoted(c) : SqlToken.OTHER;
			case '(' -> SqlToken.OPEN;
			case ')' -> SqlToken.CLOSE;
			case ',' -> SqlToken.COMMA;
			case '.' -> SqlToken.DOT;
			case ';' -> SqlToken.SEMICOLON;
			case '[' -> bracket();
			case '@' -> variable();
			case '$' -> dollar();
			case ':' -> colon();
			case '?' -> SqlToken.PLACEHOLDER;
			case '#' -> this.dialect.has(Feature.HASH_COMMENTS) ? lineComment() : hash();
			default -> operator(c);
		};
	}

	private SqlToken quoted(char quote) {
		int from = this.position;
		boolean escapes = this.dialect.has(Feature.BACKSLASH) && quote != '`';
		if (quote == '`' && this.dialect == SqlDialect.ANY && this.failedSearches >= SEARCHES) {
			return SqlToken.OTHER;
		}
		literal(from, quote, escapes);
		if (!this.closed && quote == '`' && this.dialect == SqlDialect.ANY) {
			this.failedSearches++;
			this.closed = true;
			this.position = from;
			return SqlToken.OTHER;
		}
		return kindOfLiteral(quote);
	}

	private SqlToken bracket() {
		if (!this.dialect.has(Feature.BRACKETS)) {
			return SqlToken.OTHER;
		}
		int i = this.position;
		boolean guess = this.dialect == SqlDialect.ANY;
		while (i < this.length && this.text.charAt(i) != ']') {
			char c = this.text.charAt(i);
			if (guess && !SqlCharacter.isWordPart(c)) {
				return SqlToken.OTHER;
			}
			i++;
		}
		if (i >= this.length || i == this.position) {
			return guess ? SqlToken.OTHER : unclosed(SqlToken.QUOTED_IDENTIFIER);
		}
		if (guess && SqlCharacter.isDigit(this.text.charAt(this.position))) {
			return SqlToken.OTHER;
		}
		this.position = i + 1;
		return SqlToken.QUOTED_IDENTIFIER;
	}

	private SqlToken variable() {
		int i = this.position;
		if (i < this.length && this.text.charAt(i) == '@') {
			i++;
		}
		int name = i;
		while (i < this.length
				&& (SqlCharacter.isWordPart(this.text.charAt(i)) || (this.text.charAt(i) == '.' && i > name))) {
			i++;
		}
		if (i > name) {
			this.position = i;
			return SqlToken.VARIABLE;
		}
		if (i < this.length && (this.text.charAt(i) == '`' || this.text.charAt(i) == '\'')) {
			this.position = name;
			return SqlToken.VARIABLE;
		}
		if (i < this.length && (this.text.charAt(i) == '>' || this.text.charAt(i) == '@')) {
			this.position = i + 1;
			return SqlToken.OPERATOR;
		}
		this.position = name;
		return SqlToken.VARIABLE;
	}

	private SqlToken dollar() {
		if (SqlCharacter.isDigit(peek(1))) {
			int i = this.position;
			while (i < this.length && SqlCharacter.isDigit(this.text.charAt(i))) {
				i++;
			}
			this.position = i;
			return SqlToken.PLACEHOLDER;
		}
		if (!this.dialect.has(Feature.DOLLAR_QUOTES)) {
			return dollarName();
		}
		int tagEnd = this.position;
		while (tagEnd < this.length && SqlCharacter.isLetterOrDigit(this.text.charAt(tagEnd))) {
			tagEnd++;
		}
		if (tagEnd >= this.length || this.text.charAt(tagEnd) != '$' || this.failedSearches >= SEARCHES) {
			return SqlToken.OTHER;
		}
		return dollarQuoted(tagEnd + 1);
	}

	/**
	 * Where a dollar sign is no quote it is a letter, if anything.
	 */
	private SqlToken dollarName() {
		while (this.position < this.length && SqlCharacter.isWordPart(this.text.charAt(this.position))) {
			this.position++;
		}
		this.wordEnd = this.position;
		return SqlToken.WORD;
	}

	private SqlToken dollarQuoted(int from) {
		int tagLength = from - this.start;
		for (int i = this.text.indexOf('$', from); i >= 0; i = this.text.indexOf('$', i + 1)) {
			if (this.text.regionMatches(i, this.text, this.start, tagLength)) {
				this.position = i + tagLength;
				return SqlToken.STRING;
			}
		}
		return unclosed(SqlToken.STRING);
	}

	private SqlToken colon() {
		char next = peek(1);
		if (next == ':' || next == '=') {
			this.position++;
			return SqlToken.OPERATOR;
		}
		if (!SqlCharacter.isWordStart(next) || this.dialect == SqlDialect.ANY) {
			return SqlToken.OTHER;
		}
		while (this.position < this.length && SqlCharacter.isWordPart(this.text.charAt(this.position))) {
			this.position++;
		}
		return SqlToken.PLACEHOLDER;
	}

	private SqlToken hash() {
		if (!this.dialect.has(Feature.HASH_NAMES)) {
			return SqlToken.OPERATOR;
		}
		while (this.position < this.length && SqlCharacter.isWordPart(this.text.charAt(this.position))) {
			this.position++;
		}
		return SqlToken.WORD;
	}

	private SqlToken operator(char c) {
		char next = peek(1);
		return switch (c) {
			case '-' -> dash(next);
			case '/' -> (next == '*') ? blockComment() : SqlToken.OPERATOR;
			case '*' -> asterisk(next);
			case '|' -> doubled(next, '|');
			case '&' -> doubled(next, '&');
			case '=' -> comparison(next == '=' || next == '~' || next == '>');
			case '<' -> lessThan(next);
			case '>' -> (next == '>') ? longer(SqlToken.OPERATOR) : comparison(next == '=');
			case '!' ->
				(next == '=' || next == '<' || next == '>' || next == '~') ? comparison(true) : SqlToken.OPERATOR;
			case '^' -> (next == '=') ? comparison(true) : SqlToken.OPERATOR;
			case '~' -> (next == '*' || next == '=') ? comparison(true) : SqlToken.OPERATOR;
			case '+', '%' -> SqlToken.OPERATOR;
			default -> SqlToken.OTHER;
		};
	}

	private SqlToken dash(char next) {
		if (next == '-') {
			char after = peek(2);
			if (!this.dialect.has(Feature.SPACED_DASHES) || after == '\0' || SqlCharacter.isWhiteSpace(after)) {
				return lineComment();
			}
		}
		else if (next == '>') {
			this.position += (peek(2) == '>') ? 2 : 1;
		}
		return SqlToken.OPERATOR;
	}

	private SqlToken asterisk(char next) {
		if (next == '/' && this.inExecutableComment) {
			this.inExecutableComment = false;
			return longer(SqlToken.EXECUTABLE_COMMENT);
		}
		return SqlToken.OPERATOR;
	}

	private SqlToken doubled(char next, char self) {
		return (next == self) ? longer(SqlToken.LOGICAL_OPERATOR) : SqlToken.OPERATOR;
	}

	private SqlToken lessThan(char next) {
		if (next == '=' && peek(2) == '>') {
			this.position++;
		}
		if (next == '<' || next == '@') {
			return longer(SqlToken.OPERATOR);
		}
		return comparison(next == '=' || next == '>');
	}

	private SqlToken comparison(boolean twoCharacters) {
		return twoCharacters ? longer(SqlToken.COMPARISON) : SqlToken.COMPARISON;
	}

	private SqlToken longer(SqlToken kind) {
		this.position++;
		return kind;
	}

	private SqlToken lineComment() {
		if (this.lineEnd < this.position) {
			int i = this.position;
			while (i < this.length && this.text.charAt(i) != '\n' && this.text.charAt(i) != '\r') {
				i++;
			}
			this.lineEnd = i;
		}
		this.position = this.lineEnd;
		return SqlToken.LINE_COMMENT;
	}

	private SqlToken blockComment() {
		int i = this.start + 2;
		if (this.dialect.has(Feature.EXECUTABLE_COMMENTS) && executable(i)) {
			return SqlToken.EXECUTABLE_COMMENT;
		}
		boolean nests = this.dialect.has(Feature.NESTED_COMMENTS);
		int depth = 1;
		while (i + 1 < this.length) {
			char c = this.text.charAt(i);
			char next = this.text.charAt(i + 1);
			if (c == '*' && next == '/') {
				i += 2;
				depth--;
				if (depth == 0) {
					this.position = i;
					return SqlToken.BLOCK_COMMENT;
				}
			}
			else if (nests && c == '/' && next == '*') {
				i += 2;
				depth++;
			}
			else {
				i++;
			}
		}
		this.closed = false;
		this.position = this.length;
		return SqlToken.BLOCK_COMMENT;
	}

	private boolean executable(int from) {
		int i = from;
		if (i < this.length && (this.text.charAt(i) | 0x20) == 'm') {
			i++;
		}
		if (i >= this.length || this.text.charAt(i) != '!') {
			return false;
		}
		i++;
		int digits = i;
		while (i < this.length && i - digits < 6 && SqlCharacter.isDigit(this.text.charAt(i))) {
			i++;
		}
		this.inExecutableComment = true;
		this.position = i;
		return true;
	}

	private void skipWhiteSpace() {
		int i = this.position;
		while (i < this.length && SqlCharacter.isWhiteSpace(this.text.charAt(i))) {
			i++;
		}
		this.position = i;
	}

	private char peek(int offset) {
		int index = this.start + offset;
		return (index < this.length) ? this.text.charAt(index) : '\0';
	}

}
