package io.github.raspspring.engine.pipeline;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;

import org.jspecify.annotations.Nullable;

/**
 * Where the tokens of a JSON body stand, noted in the walk that judges it: who looks at
 * the body later reads them here instead of parsing it again. Texts stay bytes until
 * somebody asks. Written by one thread, read by any afterwards.
 */
public final class JsonTape {

	/** Longer bodies are read anew by whoever wants to know. */
	private static final int LONGEST_BODY = 64 * 1024;

	private static final int MOST_TOKENS = 8 * 1024;

	/** Bytes that a token takes on average, or more. */
	private static final int USUAL = 8;

	private static final int FIRST = 16;

	private static final int KIND = 60;

	private static final int START = 30;

	private static final long PLACE = (1L << START) - 1;

	/** Stands for the end of a text that is kept as such. */
	private static final long KEPT = PLACE;

	private static final JsonTokens.Token[] TOKENS = JsonTokens.Token.values();

	private final byte[] body;

	/** Kind, start and end of each token, or the number of its text. */
	private long[] tokens;

	private int size;

	/** Names, and texts that are not written as they are. */
	private @Nullable String[] texts = new String[FIRST];

	private int kept;

	private boolean full;

	/**
	 * Begin a tape.
	 * @param body the body, which nobody changes from now on
	 */
	public JsonTape(byte[] body) {
		this.body = body;
		this.full = body.length > LONGEST_BODY;
		this.tokens = new long[this.full ? 0 : FIRST + body.length / USUAL];
	}

	/**
	 * Note a token that is known by its kind.
	 * @param token what begins, ends or stands there
	 */
	public void add(JsonTokens.Token token) {
		add(token, 0, 0);
	}

	/**
	 * Note a token that is written in ASCII without escapes.
	 * @param token what it is
	 * @param start index of its first byte
	 * @param end index behind its last byte
	 */
	public void add(JsonTokens.Token token, int start, int end) {
		if (this.size == this.tokens.length && !grows()) {
			return;
		}
		this.tokens[this.size++] = (long) token.ordinal() << KIND | (long) start << START | end;
	}

	/**
	 * Note a token with its text.
	 * @param token what it is
	 * @param text what its bytes mean
	 */
	public void add(JsonTokens.Token token, String text) {
		add(token, this.kept, (int) KEPT);
		if (this.kept == this.texts.length) {
			this.texts = Arrays.copyOf(this.texts, 2 * this.kept);
		}
		this.texts[this.kept++] = text;
	}

	private boolean grows() {
		this.full |= this.size >= MOST_TOKENS;
		if (this.full) {
			this.size = 0;
			this.kept = 0;
			return false;
		}
		this.tokens = Arrays.copyOf(this.tokens, 2 * this.size);
		return true;
	}

	/**
	 * Return whether all tokens found their place.
	 * @return {@code false} if the tape is of no use
	 */
	public boolean isComplete() {
		return !this.full;
	}

	/**
	 * Return whether this is the tape of a body.
	 * @param bytes the body at the beginning of an array
	 * @param length how many bytes it has
	 * @return {@code true} if it is the same, byte by byte
	 */
	public boolean isOf(byte[] bytes, int length) {
		return Arrays.equals(this.body, 0, this.body.length, bytes, 0, length);
	}

	/**
	 * Read the tape from its beginning.
	 * @return all tokens
	 */
	public JsonTokens read() {
		return new Reading();
	}

	private final class Reading implements JsonTokens {

		private int next;

		@Override
		public @Nullable Token next() {
			return (this.next < JsonTape.this.size) ? TOKENS[(int) (JsonTape.this.tokens[this.next++] >>> KIND)] : null;
		}

		@Override
		public String text() {
			long token = JsonTape.this.tokens[this.next - 1];
			int start = (int) (token >>> START & PLACE);
			int end = (int) (token & PLACE);
			String kept = (end == KEPT) ? JsonTape.this.texts[start] : null;
			return (kept != null) ? kept
					: new String(JsonTape.this.body, start, end - start, StandardCharsets.ISO_8859_1);
		}

	}

}
