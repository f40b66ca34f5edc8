package io.github.raspspring.document;

import io.github.raspspring.engine.InputLocation;
import io.github.raspspring.engine.InputValue;
import io.github.raspspring.engine.ValueReader;
import io.github.raspspring.engine.pipeline.JsonTape;
import io.github.raspspring.engine.pipeline.JsonTokens.Token;
import org.jspecify.annotations.Nullable;

/**
 * Reads a JSON body (RFC 8259) in one walk over its bytes, and makes values only of the
 * texts that a sieve keeps. Knows the plain case: what is not UTF-8, is nested deep, or
 * is no JSON in any respect, it leaves to a parser. Not thread-safe, for one body.
 */
final class JsonScan {

	private static final String LITERALS = "true false null";

	private final byte[] body;

	private final ValueReader.Sieve sieve;

	private final KnownNames known;

	private final JsonNames names;

	private final BoundedValues values;

	private final JsonTape tape;

	private int position;

	/**
	 * Prepare a walk.
	 * @param body the body
	 * @param tape takes the tokens of the body, as far as they are read
	 * @param sieve tells which texts become values
	 * @param known the names of other bodies
	 * @param values takes the values, and counts those that are not made
	 */
	JsonScan(byte[] body, JsonTape tape, ValueReader.Sieve sieve, KnownNames known, BoundedValues values) {
		this.known = known;
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
		while (begins()) {
			while (this.names.depth() > 0 && closes()) {
				close();
			}
			if (this.names.depth() == 0) {
				return next() < 0;
			}
			if (next() != ',') {
				return false;
			}
			this.position++;
			if (!this.names.inArray() && !name()) {
				return false;
			}
		}
		return false;
	}

	/**
	 * Read a value, or the beginning of one up to where its first inner value has ended.
	 */
	private boolean begins() {
		while (true) {
			int sign = next();
			if (sign != '{' && sign != '[') {
				return scalar(sign);
			}
			this.position++;
			this.tape.add((sign == '[') ? Token.START_ARRAY : Token.START_OBJECT, this.position);
			if (!this.names.open(sign == '[')) {
				return false;
			}
			if (closes()) {
				close();
				return true;
			}
			if (sign == '{' && !name()) {
				return false;
			}
		}
	}

	private boolean closes() {
		boolean closed = next() == (this.names.inArray() ? ']' : '}');
		this.position += closed ? 1 : 0;
		return closed;
	}

	private void close() {
		this.tape.add(this.names.inArray() ? Token.END_ARRAY : Token.END_OBJECT, this.position);
		this.names.close();
	}

	private boolean scalar(int sign) {
		return switch (sign) {
			case '"' -> text(InputValue.Kind.VALUE);
			case 't' -> literal(Token.TRUE, 0, 4);
			case 'f' -> literal(Token.FALSE, 5, 10);
			case 'n' -> literal(Token.NULL, 11, 15);
			default -> number();
		};
	}

	private boolean name() {
		if (next() != '"' || !text(InputValue.Kind.NAME) || next() != ':') {
			return false;
		}
		this.position++;
		return true;
	}

	/**
	 * Read a string, at whose quotation mark the walk stands.
	 */
	private boolean text(InputValue.Kind kind) {
		int start = this.position + 1;
		int end = this.sieve.walk(this.body, start, this.body.length);
		String text = null;
		if (end == this.body.length || this.body[end] != '"') {
			end = JsonText.end(this.body, end, this.body.length);
			text = (end < 0) ? null : JsonText.decode(this.body, start, end);
			if (text == null) {
				return false;
			}
			this.sieve.walk(text);
		}
		this.position = end + 1;
		if (kind == InputValue.Kind.NAME) {
			text = (text != null) ? text : this.known.of(this.body, start, end);
			this.names.member(text);
		}
		note(kind, text, start);
		take(kind, text, start, end);
		return !this.values.isFull();
	}

	private void note(InputValue.Kind kind, @Nullable String text, int start) {
		if (text == null) {
			this.tape.add(Token.TEXT, start);
		}
		else {
			this.tape.add((kind == InputValue.Kind.NAME) ? Token.NAME : Token.TEXT, start, text);
		}
	}

	private void take(InputValue.Kind kind, @Nullable String text, int start, int end) {
		int length = (text != null) ? text.length() : end - start;
		if (!this.values.count(length, kind)) {
			return;
		}
		if (keeps(kind, text)) {
			this.values.addCounted(InputValue.at(InputLocation.JSON, this.names.pointer(),
					(text != null) ? text : KnownNames.text(this.body, start, end), kind));
		}
	}

	/**
	 * A text with escapes may be a document of its own, and a query has texts within.
	 */
	private boolean keeps(InputValue.Kind kind, @Nullable String text) {
		String member = this.names.member();
		boolean holds = kind == InputValue.Kind.VALUE
				&& ("query".equals(member) || text != null && InnerDocuments.mayBeJson(text));
		return holds || this.sieve.keeps(kind, member);
	}

	private boolean literal(Token token, int start, int end) {
		this.tape.add(token, this.position);
		for (int i = start; i < end; i++) {
			if (at(this.position) != LITERALS.charAt(i)) {
				return false;
			}
			this.position++;
		}
		return isEnded();
	}

	private boolean number() {
		int start = this.position;
		Token token = Token.INTEGER;
		this.position += (at(this.position) == '-') ? 1 : 0;
		int leading = at(this.position);
		int digits = digits();
		if (digits == 0 || leading == '0' && digits > 1) {
			return false;
		}
		if (at(this.position) == '.') {
			token = Token.FRACTION;
			this.position++;
			if (digits() == 0) {
				return false;
			}
		}
		if ((at(this.position) | 0x20) == 'e') {
			token = Token.FRACTION;
			this.position++;
			this.position += (at(this.position) == '+' || at(this.position) == '-') ? 1 : 0;
			if (digits() == 0) {
				return false;
			}
		}
		this.tape.add(token, start);
		return isEnded();
	}

	private int digits() {
		int start = this.position;
		while (at(this.position) >= '0' && at(this.position) <= '9') {
			this.position++;
		}
		return this.position - start;
	}

	/**
	 * Return whether a number or literal ends here.
	 */
	private boolean isEnded() {
		return switch (at(this.position)) {
			case ' ', '\t', '\n', '\r', ',', ']', '}', -1 -> true;
			default -> false;
		};
	}

	/**
	 * Go to the next sign, and return it.
	 */
	private int next() {
		while (isBlank(at(this.position))) {
			this.position++;
		}
		return at(this.position);
	}

	private int at(int index) {
		return (index < this.body.length) ? this.body[index] & 0xFF : -1;
	}

	private static boolean isBlank(int sign) {
		return sign == ' ' || sign == '\n' || sign == '\r' || sign == '\t';
	}

}
