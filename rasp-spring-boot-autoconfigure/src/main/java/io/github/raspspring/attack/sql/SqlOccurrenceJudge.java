package io.github.raspspring.attack.sql;

import io.github.raspspring.engine.Rule;
import io.github.raspspring.sink.CharMask;
import org.jspecify.annotations.Nullable;

/**
 * Judges one place of a statement at which an input occurs, by the tokens it touches. The
 * input is harmless within one literal, name or number; it is an attack when it opens or
 * closes a literal or comment, or is more than a value can be.
 */
final class SqlOccurrenceJudge {

	private static final int SHORT = 3;

	private final StatementTokens tokens;

	private final SqlDialect dialect;

	SqlOccurrenceJudge(StatementTokens tokens, SqlDialect dialect) {
		this.tokens = tokens;
		this.dialect = dialect;
	}

	StatementTokens tokens() {
		return this.tokens;
	}

	/**
	 * Judge the text from start to end.
	 * @return what was recognized, or {@code null} if the input is harmless there
	 */
	@Nullable Rule judge(int start, int end) {
		int first = this.tokens.firstBehind(start);
		int last = this.tokens.lastBefore(end);
		if (first > last || (this.tokens.wellFormed() && (isCommentSign(start, end) || isHalfLiteral(start, end)))) {
			return null;
		}
		boolean covers = start <= this.tokens.start(first) && end >= this.tokens.end(last);
		if (covers && StatementGrammar.comparesWithItself(this.tokens, first, last)) {
			return SqlSinkRules.STRUCTURE;
		}
		return (first == last) ? judgeOne(first, start, end) : judgeMany(first, last, start, end);
	}

	/**
	 * Judge an input by whether it chooses names.
	 */
	@Nullable Rule judgeName(int start, int end) {
		int first = this.tokens.firstBehind(start);
		int last = this.tokens.lastBefore(end);
		if (first > last || this.tokens.kind(first) == SqlToken.NUMBER) {
			return null;
		}
		boolean quoted = first == last && this.tokens.kind(first) == SqlToken.QUOTED_IDENTIFIER;
		boolean covers = quoted || (start <= this.tokens.start(first) && end >= this.tokens.end(last));
		return (covers && StatementGrammar.endOfNames(this.tokens, first, last, true) > last) ? SqlSinkRules.IDENTIFIER
				: null;
	}

	private @Nullable Rule judgeMany(int first, int last, int start, int end) {
		if (start > this.tokens.start(first) && isOpaque(first)) {
			return isComment(first) ? SqlSinkRules.COMMENT : SqlSinkRules.LITERAL;
		}
		if (isComment(last)) {
			return SqlSinkRules.COMMENT;
		}
		if ((end < this.tokens.end(last) || !this.tokens.closed(last)) && isOpaque(last)) {
			return SqlSinkRules.LITERAL;
		}
		int from = (start > this.tokens.start(first) && isKeyWord(first)) ? first + 1 : first;
		int to = (end < this.tokens.end(last) && isKeyWord(last)) ? last - 1 : last;
		if (from >= to) {
			return (from == to) ? judgeOne(from, this.tokens.start(from), this.tokens.end(from)) : null;
		}
		return new SqlFragment(this.tokens, from, to).judge();
	}

	private @Nullable Rule judgeOne(int token, int start, int end) {
		return switch (this.tokens.kind(token)) {
			case STRING, QUOTED_IDENTIFIER -> judgeLiteral(token, start, end);
			case LINE_COMMENT, BLOCK_COMMENT -> judgeComment(token, start, end);
			case EXECUTABLE_COMMENT -> SqlSinkRules.COMMENT;
			case VARIABLE -> {
				boolean whole = start <= this.tokens.start(token) && end >= this.tokens.end(token);
				yield (whole && !isParameter(token) && this.tokens.word(token - 1) != SqlWord.DECLARE)
						? SqlSinkRules.STRUCTURE : null;
			}
			case SEMICOLON -> isBetweenStatements(token) ? null : SqlSinkRules.STACKED;
			default -> null;
		};
	}

	/**
	 * Drivers of SQL Server bind values to names, which nobody else can set: such a name
	 * tells no more than that of a column.
	 */
	private boolean isParameter(int token) {
		return this.dialect == SqlDialect.SQL_SERVER && !this.tokens.text().startsWith("@@", this.tokens.start(token));
	}

	/**
	 * A semicolon alone brings no statement. Where whole ones stand on either side it is
	 * the template's.
	 */
	private boolean isBetweenStatements(int token) {
		return token == this.tokens.size() - 1 || switch (this.tokens.word(token + 1)) {
			case SELECT, INSERT, UPDATE, DELETE, DEFINE, DECLARE, SET, EXECUTE -> true;
			default -> false;
		};
	}

	private @Nullable Rule judgeLiteral(int token, int start, int end) {
		SqlQuotes quotes = SqlQuotes.of(this.tokens, token);
		if (start >= quotes.contentStart() && end <= quotes.contentEnd()) {
			boolean breaksOut = this.tokens.closed(token) ? quotes.escapesEnd(end, this.dialect)
					: quotes.occursBetween(start, end);
			return breaksOut ? SqlSinkRules.LITERAL : null;
		}
		boolean whole = start <= this.tokens.start(token) && end >= this.tokens.end(token);
		// A quote of the template may coincide with one of the input, but only as long as
		// the statement is still in balance.
		boolean harmless = whole ? this.tokens.closed(token) : this.tokens.wellFormed();
		return harmless ? null : SqlSinkRules.LITERAL;
	}

	private @Nullable Rule judgeComment(int token, int start, int end) {
		int opening = this.tokens.start(token);
		int openingEnd = opening + ((this.tokens.first(token) == '#') ? 1 : 2);
		boolean opens = start <= opening && end >= openingEnd;
		boolean closes = this.tokens.kind(token) == SqlToken.BLOCK_COMMENT && this.tokens.closed(token)
				&& end >= this.tokens.end(token) && start <= this.tokens.end(token) - 2;
		boolean remark = !closes && this.tokens.kind(token) == SqlToken.LINE_COMMENT
				&& isRemark(token, openingEnd, end);
		return ((opens && !remark) || closes) ? SqlSinkRules.COMMENT : null;
	}

	/**
	 * Words that mean nothing to a database behind the sign that makes them a comment,
	 * most of them not of the input: nobody gains by their being no part of the
	 * statement.
	 */
	private boolean isRemark(int token, int from, int end) {
		String text = this.tokens.text();
		int until = this.tokens.end(token);
		boolean first = true;
		int i = from;
		while (i < until && (Character.isLetterOrDigit(text.charAt(i)) || CharMask.isBlank(text.charAt(i)))) {
			int wordEnd = i;
			while (wordEnd < until && Character.isLetterOrDigit(text.charAt(wordEnd))) {
				wordEnd++;
			}
			if (i < wordEnd && !isOfProse(SqlWord.of(text, i, wordEnd), first)) {
				return false;
			}
			first &= i == wordEnd;
			i = Math.max(wordEnd, i + 1);
		}
		return i == until && !text.substring(end, until).isBlank();
	}

	private static boolean isOfProse(SqlWord word, boolean first) {
		return word == SqlWord.NAME || !first && switch (word) {
			case BY, FROM, IN_OR_IS, AS, LOGIC, NOT, INTO, QUANTIFIER, CLAUSE, THEN, WHEN, IF -> true;
			default -> false;
		};
	}

	/**
	 * The signs of a block comment alone bring nothing: whoever opens one needs somebody
	 * to close it, and is found by that.
	 */
	private boolean isCommentSign(int start, int end) {
		for (int i = start; i < end; i++) {
			char c = this.tokens.text().charAt(i);
			if (c != '*' && c != '/' && !CharMask.isBlank(c)) {
				return false;
			}
		}
		return true;
	}

	/**
	 * One quote and a sign or two next to it: with a value in their place a literal would
	 * have no end. Whatever is longer may be half of an attack that comes in two values.
	 */
	private boolean isHalfLiteral(int start, int end) {
		int quotes = 0;
		for (int i = start; i < end; i++) {
			char c = this.tokens.text().charAt(i);
			if (c == '\'' || c == '"' || c == '`') {
				quotes++;
			}
			else if (c != '(' && c != ')' && c != ',' && c != '=' && !CharMask.isBlank(c)) {
				return false;
			}
		}
		return quotes == 1 && end - start <= SHORT && this.tokens.nesting().balanced();
	}

	private boolean isOpaque(int token) {
		SqlToken kind = this.tokens.kind(token);
		return kind == SqlToken.STRING || kind == SqlToken.QUOTED_IDENTIFIER || isComment(token);
	}

	private boolean isComment(int token) {
		SqlToken kind = this.tokens.kind(token);
		return kind == SqlToken.LINE_COMMENT || kind == SqlToken.BLOCK_COMMENT;
	}

	private boolean isKeyWord(int token) {
		return this.tokens.kind(token) == SqlToken.WORD && this.tokens.word(token) != SqlWord.NAME;
	}

}
