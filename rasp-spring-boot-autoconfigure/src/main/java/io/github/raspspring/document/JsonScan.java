package io.github.raspspring.document;

import io.github.raspspring.engine.InputLocation;
import io.github.raspspring.engine.InputValue;
import io.github.raspspring.engine.ValueReader;
import io.github.raspspring.engine.pipeline.EightBytes;
import io.github.raspspring.engine.pipeline.JsonTape;
import io.github.raspspring.engine.pipeline.JsonTokens.Token;
import org.jspecify.annotations.Nullable;

/**
 * Reads a JSON body (RFC 8259) in one walk over its bytes, and makes values only of the
 * texts that a sieve keeps. Knows the plain case: what is not UTF-8, is nested deep, or
 * is no JSON in any respect, it leaves to a parser. Not thread-safe, for one body.
 */
final class JsonScan {

	/** The index behind what is not as it has to be. */
	private static final int NONE = -1;

	private final byte[] body;

	private final ValueReader.Sieve sieve;

	private final KnownNames known;

	private final KnownTexts knownTexts;

	private final JsonNames names;

	private final BoundedValues values;

	private final JsonTape tape;

	private final JsonDecoder decoder = new JsonDecoder();

	/** The name that was read last, if it is known. */
	private KnownNames.@Nullable Known before;

	/**
	 * Prepare a walk.
	 * @param body the body
	 * @param tape takes the tokens of the body, as far as they are read
	 * @param sieve tells which texts become values
	 * @param known the names of other bodies
	 * @param knownTexts the long texts of other bodies
	 * @param values takes the values, and counts those that are not made
	 */
	JsonScan(byte[] body, JsonTape tape, ValueReader.Sieve sieve, KnownNames known, KnownTexts knownTexts,
			BoundedValues values) {
		this.known = known;
		this.knownTexts = knownTexts;
		this.names = new JsonNames(known);
		this.body = body;
		this.tape = tape;
		this.sieve = sieve;
		this.values = values;
	}

	/**
	 * Read the body.
	 * @return whether it is JSON through and through, or as far as the values are bounded
	 */
	boolean read() {
		return isJson() || this.values.isFull();
	}

	private boolean isJson() {
		int end = value(0);
		while (end >= 0 && this.names.depth() > 0) {
			int next = behindBlanks(end);
			boolean array = this.names.inArray();
			if (at(next) == ',') {
				end = array ? value(next + 1) : member(next + 1);
			}
			else {
				end = (at(next) == (array ? ']' : '}')) ? close(next) : NONE;
			}
		}
		return end >= 0 && behindBlanks(end) == this.body.length;
	}

	/**
	 * Read a value, or the beginning of one up to where its first inner value has ended.
	 * @return the index behind what was read, {@link #NONE} if there is no value
	 */
	private int value(int from) {
		int start = behindBlanks(from);
		return switch (at(start)) {
			case '"' -> text(start + 1);
			case '{' -> open(start, false);
			case '[' -> open(start, true);
			case 't' -> literal(Token.TRUE, start, "true");
			case 'f' -> literal(Token.FALSE, start, "false");
			case 'n' -> literal(Token.NULL, start, "null");
			default -> number(start);
		};
	}

	private int open(int start, boolean array) {
		this.tape.add(array ? Token.START_ARRAY : Token.START_OBJECT, start, start);
		if (!this.names.open(array)) {
			return NONE;
		}
		int next = behindBlanks(start + 1);
		if (at(next) == (array ? ']' : '}')) {
			return close(next);
		}
		return array ? value(next) : member(next);
	}

	private int close(int start) {
		this.tape.add(this.names.inArray() ? Token.END_ARRAY : Token.END_OBJECT, start, start);
		this.names.close();
		return start + 1;
	}

	private int member(int from) {
		int quote = behindBlanks(from);
		int end = (at(quote) == '"') ? name(quote + 1) : NONE;
		int colon = (end >= 0) ? behindBlanks(end) : NONE;
		return (colon >= 0 && at(colon) == ':') ? value(colon + 1) : NONE;
	}

	/**
	 * Read a name. What is known of it from other bodies is not found out again.
	 */
	private int name(int start) {
		KnownNames.Known same = this.known.find(this.body, start, this.before);
		this.before = same;
		if (same != null && this.sieve.recall(same.memory())) {
			return take(InputValue.Kind.NAME, same.name(), start, start + same.name().length());
		}
		int end = this.sieve.walk(this.body, start, this.body.length);
		if (at(end) != '"') {
			return unplain(InputValue.Kind.NAME, start, end);
		}
		String name = this.known.remember(this.body, start, end, this.sieve.remember());
		return take(InputValue.Kind.NAME, name, start, end);
	}

	private int text(int start) {
		KnownTexts.Known same = this.knownTexts.find(this.body, start);
		if (same != null && this.sieve.recall(same.memory())) {
			return take(InputValue.Kind.VALUE, same.text(), start, same.end(start));
		}
		int end = this.sieve.walk(this.body, start, this.body.length);
		if (at(end) != '"') {
			return unplain(InputValue.Kind.VALUE, start, end);
		}
		if (end - start >= KnownTexts.SHORTEST) {
			remember(null, start, end);
		}
		return take(InputValue.Kind.VALUE, null, start, end);
	}

	/**
	 * Remember a long text over which the sieve has walked last.
	 * @param text what its bytes mean, {@code null} if they are a text as they are
	 */
	private void remember(@Nullable String text, int start, int end) {
		if (this.knownTexts.isWorthKeeping(this.body, start, end)) {
			ValueReader.Sieve.Memory memory = this.sieve.remember();
			String meant = (text != null) ? text : KnownNames.text(this.body, start, end);
			if (memory != null && !this.sieve.isSecret(value(meant, InputValue.Kind.VALUE))) {
				this.knownTexts.add(this.body, start, end, meant, memory);
			}
		}
	}

	/**
	 * Read a string with escapes or beyond ASCII.
	 * @param reached index of the first of its bytes that is not plain
	 */
	private int unplain(InputValue.Kind kind, int start, int reached) {
		int end = JsonText.end(this.body, reached, this.body.length);
		String text = (end >= 0) ? this.decoder.decode(this.body, start, end) : null;
		if (text == null) {
			return NONE;
		}
		this.sieve.walk(text);
		if (kind == InputValue.Kind.VALUE) {
			remember(text, start, end);
		}
		return take(kind, text, start, end);
	}

	/**
	 * Take a string.
	 * @param text what its bytes mean, {@code null} if they are a text as they are
	 */
	private int take(InputValue.Kind kind, @Nullable String text, int start, int end) {
		if (text == null) {
			this.tape.add(Token.TEXT, start, end);
		}
		else {
			if (kind == InputValue.Kind.NAME) {
				this.names.member(text);
			}
			this.tape.add((kind == InputValue.Kind.NAME) ? Token.NAME : Token.TEXT, start, text);
		}
		int length = (text != null) ? text.length() : end - start;
		if (!this.values.count(length, kind)) {
			return NONE;
		}
		if (keeps(kind, text, start, end)) {
			this.values.addCounted(value((text != null) ? text : KnownNames.text(this.body, start, end), kind),
					this.sieve);
		}
		return end + 1;
	}

	private InputValue value(String text, InputValue.Kind kind) {
		return InputValue.at(InputLocation.JSON, this.names.pointer(), text, kind);
	}

	/**
	 * A text with escapes may be a document of its own, and a query has texts within.
	 * Where a body is too long for a tape, some look at nothing but what is kept.
	 */
	private boolean keeps(InputValue.Kind kind, @Nullable String text, int start, int end) {
		String member = this.names.member();
		boolean holds = kind == InputValue.Kind.VALUE
				&& ("query".equals(member) || text != null && InnerDocuments.mayBeJson(text));
		return holds || this.sieve.keeps(kind, member) && !(text == null && this.tape.isComplete()
				&& this.sieve.knows(this.names.pointer(), this.body, start, end));
	}

	private int literal(Token token, int start, String word) {
		for (int i = 0; i < word.length(); i++) {
			if (at(start + i) != word.charAt(i)) {
				return NONE;
			}
		}
		this.tape.add(token, start, start + word.length());
		return start + word.length();
	}

	private int number(int start) {
		int digits = (at(start) == '-') ? start + 1 : start;
		int end = behindDigits(digits);
		if (end == digits || at(digits) == '0' && end > digits + 1) {
			return NONE;
		}
		int whole = end;
		if (at(end) == '.') {
			end = behindSomeDigits(end + 1);
		}
		if (end >= 0 && (at(end) | 0x20) == 'e') {
			boolean signed = at(end + 1) == '+' || at(end + 1) == '-';
			end = behindSomeDigits(signed ? end + 2 : end + 1);
		}
		if (end >= 0) {
			this.tape.add((end == whole) ? Token.INTEGER : Token.FRACTION, start, end);
		}
		return end;
	}

	private int behindSomeDigits(int from) {
		int end = behindDigits(from);
		return (end > from) ? end : NONE;
	}

	private int behindDigits(int from) {
		return EightBytes.behindDigits(this.body, from, this.body.length);
	}

	private int behindBlanks(int from) {
		int i = from;
		while (i < this.body.length && isBlank(this.body[i])) {
			i++;
		}
		return i;
	}

	private int at(int index) {
		return (index < this.body.length) ? this.body[index] : -1;
	}

	private static boolean isBlank(byte sign) {
		return sign <= ' ' && (sign == ' ' || sign == '\n' || sign == '\r' || sign == '\t');
	}

}
