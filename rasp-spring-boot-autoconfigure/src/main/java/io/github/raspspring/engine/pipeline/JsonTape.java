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

	/** Tokens that tell how many there will be. */
	private static final int FIRST_TOKENS = 256;

	/** Bytes of a body per token, where it has many. */
	private static final int DENSE = 8;

	private static final int ROOM = 16;

	/** Names that are found again, a power of two. */
	private static final int RECENT = 32;

	private static final int KIND = 28;

	/** The text is kept as such, and what is noted is its number. */
	private static final int KEPT = 1 << KIND - 1;

	/** Where a text begins takes that many bits, and how long it is the others. */
	private static final int LENGTH = 16;

	private static final int START = (1 << LENGTH) - 1;

	/** What is noted of a text that is as long or longer. */
	private static final int LONG = (KEPT >>> LENGTH) - 1;

	private static final JsonTokens.Token[] TOKENS = JsonTokens.Token.values();

	private final byte[] body;

	/** The kind of each token and where it begins. */
	private int[] tokens;

	private int size;

	/** Names, and texts that are not written as they are. */
	private @Nullable String[] texts = new String[ROOM];

	private int kept;

	private final short[] recent = new short[RECENT];

	private boolean full;

	/**
	 * Begin a tape.
	 * @param body the body, which nobody changes from now on
	 */
	public JsonTape(byte[] body) {
		this.body = body;
		this.full = body.length > LONGEST_BODY;
		this.tokens = new int[Math.min(FIRST_TOKENS, ROOM + body.length / DENSE)];
	}

	/**
	 * Note a token that is written as it is, in ASCII without escapes.
	 * @param token what it is
	 * @param start index of its first byte, of a text behind the quotation mark
	 * @param end index behind its last byte
	 */
	public void add(JsonTokens.Token token, int start, int end) {
		note(token, Math.min(LONG, end - start) << LENGTH | start, start);
	}

	/**
	 * Note a name, or a text with escapes or beyond ASCII.
	 * @param token what it is
	 * @param start index of its first byte
	 * @param text what its bytes mean
	 */
	public void add(JsonTokens.Token token, int start, String text) {
		if (!this.full) {
			note(token, KEPT | ((token == JsonTokens.Token.NAME) ? keepOnce(text) : keep(text)), start);
		}
	}

	/**
	 * Keep a name, which comes again in each element of a list.
	 */
	private int keepOnce(String name) {
		int place = name.hashCode() & RECENT - 1;
		int number = this.recent[place];
		// The same text elsewhere is kept twice, which does no harm.
		if (this.texts[number] != name) {
			number = keep(name);
			this.recent[place] = (short) number;
		}
		return number;
	}

	private int keep(String text) {
		if (this.kept == this.texts.length) {
			this.texts = Arrays.copyOf(this.texts, 2 * this.kept);
		}
		this.texts[this.kept] = text;
		return this.kept++;
	}

	private void note(JsonTokens.Token token, int place, int reached) {
		if (this.size == this.tokens.length) {
			grow(reached);
		}
		if (!this.full) {
			this.tokens[this.size++] = token.ordinal() << KIND | place;
		}
	}

	/**
	 * Make room for as many tokens as there will be if what comes is like what was read,
	 * or give up.
	 */
	private void grow(int reached) {
		this.full |= this.size == MOST_TOKENS;
		if (!this.full) {
			long all = (long) this.size * this.body.length / Math.max(1, reached);
			long room = Math.max(all, this.size) * 9 / 8 + ROOM;
			this.tokens = Arrays.copyOf(this.tokens, (int) Math.min(MOST_TOKENS, room));
		}
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

	private String text(int token) {
		String kept = ((token & KEPT) != 0) ? this.texts[token & KEPT - 1] : null;
		if (kept != null) {
			return kept;
		}
		int start = token & START;
		int length = (token & KEPT - 1) >>> LENGTH;
		int end = (length < LONG) ? start + length : end(TOKENS[token >>> KIND], start + length);
		return new String(this.body, start, end - start, StandardCharsets.ISO_8859_1);
	}

	private int end(JsonTokens.Token token, int from) {
		boolean quoted = token == JsonTokens.Token.TEXT;
		int end = from;
		while (end < this.body.length && (quoted ? this.body[end] != '"' : isWritten(this.body[end]))) {
			end++;
		}
		return end;
	}

	/**
	 * Return whether numbers and literals may have such a sign.
	 */
	private static boolean isWritten(byte sign) {
		return sign > ' ' && sign != ',' && sign != ']' && sign != '}';
	}

	private final class Reading implements JsonTokens {

		private int next;

		@Override
		public @Nullable Token next() {
			return (this.next < JsonTape.this.size) ? TOKENS[JsonTape.this.tokens[this.next++] >>> KIND] : null;
		}

		@Override
		public String text() {
			return JsonTape.this.text(JsonTape.this.tokens[this.next - 1]);
		}

		@Override
		public byte @Nullable [] written() {
			return ((JsonTape.this.tokens[this.next - 1] & KEPT) == 0) ? JsonTape.this.body : null;
		}

		@Override
		public int start() {
			return JsonTape.this.tokens[this.next - 1] & START;
		}

	}

}
