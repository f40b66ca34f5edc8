package io.github.raspspring.attack.sql;

import java.util.concurrent.ThreadLocalRandom;

/**
 * What stays of a statement when its values are taken out, as a hash: the same for all
 * executions of the same piece of code. A list of values counts as one, and so does a
 * list of rows: their length depends on data. The seed is the JVM's own, so that nobody
 * can make up a statement for a hash.
 */
final class SqlShape {

	private static final long SEED = ThreadLocalRandom.current().nextLong();

	private static final long PRIME = 0x9E3779B97F4A7C15L;

	private static final long CASE = 0x200020L;

	private static final long VALUE = 1;

	private static final long COMMA = 2;

	private static final long OPEN = 3;

	private static final long CLOSE = 4;

	private static final long COMMENT = 5;

	private static final long UNCLOSED = 6;

	/** As many of the last tokens as the longest pattern of values has. */
	private static final int LAST = 8;

	private static final int LAST_MASK = LAST - 1;

	private static final int PAIR = code(VALUE, COMMA);

	private static final int ROWS = code(OPEN, VALUE, CLOSE, COMMA, OPEN, VALUE);

	private final long[] hashes = new long[LAST];

	private int size;

	/** The kinds of the last tokens, four bits each. */
	private int last;

	static long of(StatementTokens tokens) {
		SqlShape shape = new SqlShape();
		shape.hashes[0] = SEED;
		for (int i = 0; i < tokens.size(); i++) {
			shape.append(code(tokens, i));
		}
		return shape.hashes[shape.size & LAST_MASK];
	}

	private void append(long code) {
		if (code == VALUE && (this.last & 0xFF) == PAIR) {
			drop(1);
			return;
		}
		if (code == CLOSE && (this.last & 0xFFFFFF) == ROWS) {
			drop(3);
			return;
		}
		long mixed = (this.hashes[this.size & LAST_MASK] ^ code) * PRIME;
		this.size++;
		this.hashes[this.size & LAST_MASK] = mixed ^ mixed >>> 32;
		this.last = this.last << 4 | (int) ((code > 0 && code <= COMMENT) ? code : 0);
	}

	/**
	 * Take back the last tokens; what was before them is not looked at again.
	 */
	private void drop(int tokens) {
		this.size -= tokens;
		this.last >>>= 4 * tokens;
	}

	private static int code(long... kinds) {
		int code = 0;
		for (long kind : kinds) {
			code = code << 4 | (int) kind;
		}
		return code;
	}

	private static long code(StatementTokens tokens, int token) {
		SqlToken kind = tokens.kind(token);
		return switch (kind) {
			case STRING, NUMBER, PLACEHOLDER -> tokens.closed(token) ? VALUE : UNCLOSED;
			case COMMA -> COMMA;
			case OPEN -> OPEN;
			case CLOSE -> CLOSE;
			case BLOCK_COMMENT, LINE_COMMENT -> COMMENT;
			default -> spelling(tokens.text(), tokens.start(token), tokens.end(token), kind);
		};
	}

	/**
	 * Two characters a step, and letters whatever their case.
	 */
	private static long spelling(String text, int start, int end, SqlToken kind) {
		long hash = SEED + kind.ordinal();
		int i = start;
		for (; i + 1 < end; i += 2) {
			hash = (hash ^ (text.charAt(i) << 16 | text.charAt(i + 1) | CASE)) * PRIME;
		}
		if (i < end) {
			hash = (hash ^ (text.charAt(i) | CASE)) * PRIME;
		}
		return hash ^ hash >>> 32;
	}

}
