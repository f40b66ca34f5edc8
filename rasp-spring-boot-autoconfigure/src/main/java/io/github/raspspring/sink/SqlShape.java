package io.github.raspspring.sink;

import java.util.concurrent.ThreadLocalRandom;

import io.github.raspspring.text.SqlToken;

/**
 * What stays of a statement when its values are taken out, as a hash: the same for all
 * executions of the same piece of code. A list of values counts as one, and so does a
 * list of rows: their length depends on data. The seed is the JVM's own, so that nobody
 * can make up a statement for a hash.
 */
final class SqlShape {

	private static final long SEED = ThreadLocalRandom.current().nextLong();

	private static final long PRIME = 0x9E3779B97F4A7C15L;

	private static final long VALUE = 1;

	private static final long COMMA = 2;

	private static final long OPEN = 3;

	private static final long CLOSE = 4;

	private static final long COMMENT = 5;

	private final long[] codes;

	private final long[] hashes;

	private int size;

	private SqlShape(int tokens) {
		this.codes = new long[tokens + 1];
		this.hashes = new long[tokens + 1];
		this.hashes[0] = SEED;
	}

	static long of(SqlTokens tokens) {
		SqlShape shape = new SqlShape(tokens.size());
		for (int i = 0; i < tokens.size(); i++) {
			shape.append(code(tokens, i));
		}
		return shape.hashes[shape.size];
	}

	private void append(long code) {
		if (code == VALUE && isBehind(VALUE, COMMA)) {
			this.size--;
			return;
		}
		if (code == CLOSE && isBehind(OPEN, VALUE, CLOSE, COMMA, OPEN, VALUE)) {
			this.size -= 3;
			return;
		}
		long mixed = (this.hashes[this.size] ^ code) * PRIME;
		this.size++;
		this.codes[this.size] = code;
		this.hashes[this.size] = mixed ^ mixed >>> 32;
	}

	private boolean isBehind(long... pattern) {
		int from = this.size - pattern.length + 1;
		for (int i = 0; i < pattern.length; i++) {
			if (from + i < 1 || this.codes[from + i] != pattern[i]) {
				return false;
			}
		}
		return true;
	}

	private static long code(SqlTokens tokens, int token) {
		return switch (tokens.kind(token)) {
			case STRING, NUMBER, PLACEHOLDER -> VALUE;
			case COMMA -> COMMA;
			case OPEN -> OPEN;
			case CLOSE -> CLOSE;
			case BLOCK_COMMENT, LINE_COMMENT -> COMMENT;
			default -> spelling(tokens.text(), tokens.start(token), tokens.end(token), tokens.kind(token));
		};
	}

	private static long spelling(String text, int start, int end, SqlToken kind) {
		long hash = SEED + kind.ordinal();
		for (int i = start; i < end; i++) {
			hash = (hash ^ CharMask.fold(text.charAt(i))) * PRIME;
		}
		return hash ^ hash >>> 32;
	}

}
