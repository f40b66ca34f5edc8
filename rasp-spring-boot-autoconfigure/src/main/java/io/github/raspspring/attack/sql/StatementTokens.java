package io.github.raspspring.attack.sql;

import java.util.Arrays;

import io.github.raspspring.sink.OutsideText;
import org.jspecify.annotations.Nullable;

/**
 * A statement split into tokens, with their places in the text.
 */
final class StatementTokens {

	/** Start, end, and what is known of each token in one: fewer arrays to clear. */
	private static final int STRIDE = 3;

	private static final SqlToken[] KINDS = SqlToken.values();

	private static final int CLOSED = 1 << 16;

	private final String text;

	private int[] data;

	private int size;

	private int literals;

	private int numbers;

	private boolean wellFormed = true;

	private @Nullable SqlNesting nesting;

	StatementTokens(String text, SqlDialect dialect) {
		this.text = text;
		this.data = new int[STRIDE * (text.length() / 3 + 8)];
		SqlLexer lexer = new SqlLexer(text, dialect, SqlContext.CODE);
		for (SqlToken token = lexer.next(); token != SqlToken.END; token = lexer.next()) {
			add(lexer, token);
		}
	}

	private void add(SqlLexer lexer, SqlToken token) {
		int at = STRIDE * this.size++;
		if (at == this.data.length) {
			this.data = Arrays.copyOf(this.data, 2 * at);
		}
		boolean closed = lexer.closed();
		this.wellFormed &= closed;
		this.literals += (token == SqlToken.STRING) ? 1 : 0;
		this.numbers += (token == SqlToken.NUMBER) ? 1 : 0;
		this.data[at] = lexer.start();
		this.data[at + 1] = lexer.end();
		this.data[at + 2] = token.ordinal() | (closed ? CLOSED : 0);
	}

	/**
	 * Return the number of the first token that ends behind a position.
	 */
	int firstBehind(int position) {
		int low = 0;
		int high = this.size;
		while (low < high) {
			int middle = low + high >>> 1;
			if (this.data[STRIDE * middle + 1] > position) {
				high = middle;
			}
			else {
				low = middle + 1;
			}
		}
		return low;
	}

	/**
	 * Return the number of the last token that starts before a position.
	 */
	int lastBefore(int position) {
		int low = 0;
		int high = this.size;
		while (low < high) {
			int middle = low + high >>> 1;
			if (this.data[STRIDE * middle] >= position) {
				high = middle;
			}
			else {
				low = middle + 1;
			}
		}
		return low - 1;
	}

	/**
	 * Return what parentheses and clauses the tokens stand in. Read when it is asked for.
	 */
	SqlNesting nesting() {
		SqlNesting known = this.nesting;
		if (known == null) {
			known = new SqlNesting(this);
			this.nesting = known;
		}
		return known;
	}

	/**
	 * Return whether the text is read in the same way.
	 */
	boolean isSame(StatementTokens other) {
		return this == other || this.size == other.size
				&& Arrays.mismatch(this.data, 0, STRIDE * this.size, other.data, 0, STRIDE * this.size) < 0;
	}

	/**
	 * Return the text without what is within its literals.
	 * @param dialect how the database reads it
	 */
	OutsideText outside(SqlDialect dialect) {
		int[] bounds = new int[2 * this.literals];
		int count = 0;
		boolean allPlain = true;
		for (int i = 0; i < this.size && count < bounds.length; i++) {
			if (kind(i) == SqlToken.STRING) {
				char first = first(i);
				boolean plain = first == '\'' || first == '"';
				SqlQuotes quotes = plain ? null : SqlQuotes.of(this, i);
				bounds[count++] = (quotes != null) ? quotes.contentStart() : start(i) + 1;
				bounds[count++] = (quotes != null) ? quotes.contentEnd() : end(i) - 1;
				allPlain &= first == '\''
						&& (start(i) == 0 || !SqlCharacter.isWordPart(this.text.charAt(start(i) - 1)));
			}
		}
		return new OutsideText(this.text, dialect.ordinal(), bounds, count, numbers(), allPlain,
				dialect.has(SqlDialect.Feature.BACKSLASH));
	}

	/**
	 * Return where numbers begin and end that stay one number whatever their digits.
	 */
	private int[] numbers() {
		int[] bounds = new int[2 * this.numbers];
		int count = 0;
		for (int i = 0; i < this.size && this.numbers > 0; i++) {
			if (kind(i) == SqlToken.NUMBER && isDecimal(i)) {
				boolean joined = count > 0 && bounds[count - 1] == start(i);
				bounds[joined ? count - 1 : count + 1] = end(i);
				if (!joined) {
					bounds[count] = start(i);
					count += 2;
				}
			}
		}
		return (count == bounds.length) ? bounds : Arrays.copyOf(bounds, count);
	}

	private boolean isDecimal(int index) {
		int end = end(index);
		for (int i = start(index); i < end; i++) {
			if (!SqlCharacter.isDigit(this.text.charAt(i)) && this.text.charAt(i) != '.') {
				return false;
			}
		}
		return end == this.text.length() || !SqlCharacter.isWordPart(this.text.charAt(end));
	}

	String text() {
		return this.text;
	}

	int size() {
		return this.size;
	}

	/**
	 * Return whether every literal and comment has an end.
	 */
	boolean wellFormed() {
		return this.wellFormed;
	}

	int start(int index) {
		return this.data[STRIDE * index];
	}

	int end(int index) {
		return this.data[STRIDE * index + 1];
	}

	SqlToken kind(int index) {
		return (index >= 0 && index < this.size) ? KINDS[this.data[STRIDE * index + 2] & 0xFF] : SqlToken.END;
	}

	SqlWord word(int index) {
		return (kind(index) == SqlToken.WORD) ? SqlWord.of(this.text, start(index), end(index)) : SqlWord.NAME;
	}

	boolean is(int index, String word) {
		return kind(index) == SqlToken.WORD && end(index) - start(index) == word.length()
				&& this.text.regionMatches(true, start(index), word, 0, word.length());
	}

	boolean closed(int index) {
		return (this.data[STRIDE * index + 2] & CLOSED) != 0;
	}

	char first(int index) {
		return this.text.charAt(start(index));
	}

}
