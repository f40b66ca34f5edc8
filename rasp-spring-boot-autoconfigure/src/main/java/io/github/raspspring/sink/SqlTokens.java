package io.github.raspspring.sink;

import java.util.Arrays;

import io.github.raspspring.text.SqlContext;
import io.github.raspspring.text.SqlDialect;
import io.github.raspspring.text.SqlLexer;
import io.github.raspspring.text.SqlToken;
import io.github.raspspring.text.SqlWord;

/**
 * A statement split into tokens, with their places in the text.
 */
final class SqlTokens {

	private final String text;

	private int[] starts = new int[64];

	private int[] ends = new int[64];

	private SqlToken[] kinds = new SqlToken[64];

	private SqlWord[] words = new SqlWord[64];

	private boolean[] closed = new boolean[64];

	private int size;

	private boolean wellFormed = true;

	SqlTokens(String text, SqlDialect dialect) {
		this.text = text;
		SqlLexer lexer = new SqlLexer(text, dialect, SqlContext.CODE);
		for (SqlToken token = lexer.next(); token != SqlToken.END; token = lexer.next()) {
			add(lexer, token);
		}
	}

	private void add(SqlLexer lexer, SqlToken token) {
		if (this.size == this.starts.length) {
			grow(2 * this.size);
		}
		this.starts[this.size] = lexer.start();
		this.ends[this.size] = lexer.end();
		this.kinds[this.size] = token;
		this.words[this.size] = lexer.word();
		this.closed[this.size] = lexer.closed();
		this.wellFormed &= lexer.closed();
		this.size++;
	}

	private void grow(int capacity) {
		this.starts = Arrays.copyOf(this.starts, capacity);
		this.ends = Arrays.copyOf(this.ends, capacity);
		this.kinds = Arrays.copyOf(this.kinds, capacity);
		this.words = Arrays.copyOf(this.words, capacity);
		this.closed = Arrays.copyOf(this.closed, capacity);
	}

	/**
	 * Return the number of the first token that ends behind a position.
	 */
	int firstBehind(int position) {
		int index = Arrays.binarySearch(this.ends, 0, this.size, position);
		return (index >= 0) ? index + 1 : -index - 1;
	}

	/**
	 * Return the number of the last token that starts before a position.
	 */
	int lastBefore(int position) {
		int index = Arrays.binarySearch(this.starts, 0, this.size, position);
		return (index >= 0) ? index - 1 : -index - 2;
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
		return this.starts[index];
	}

	int end(int index) {
		return this.ends[index];
	}

	SqlToken kind(int index) {
		return (index >= 0 && index < this.size) ? this.kinds[index] : SqlToken.END;
	}

	SqlWord word(int index) {
		return (kind(index) == SqlToken.WORD) ? this.words[index] : SqlWord.NAME;
	}

	boolean is(int index, String word) {
		return kind(index) == SqlToken.WORD && this.ends[index] - this.starts[index] == word.length()
				&& this.text.regionMatches(true, this.starts[index], word, 0, word.length());
	}

	boolean closed(int index) {
		return this.closed[index];
	}

	char first(int index) {
		return this.text.charAt(this.starts[index]);
	}

}
