package io.github.raspspring.profile.answer;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Set;

/**
 * Leaves values out of a JSON document by the names of their properties, whatever they
 * are, and everything else as it is. For one document.
 */
final class JsonRedaction {

	private static final byte[] STARS = "\"***\"".getBytes(StandardCharsets.US_ASCII);

	private final AnswerBytes answer;

	private final Set<String> names;

	private int copied;

	private JsonRedaction(AnswerBytes answer, Set<String> names) {
		this.answer = answer;
		this.names = names;
	}

	/**
	 * Redact a document.
	 * @param names names of properties
	 * @return the document without their values
	 */
	static byte[] of(byte[] bytes, int length, Set<String> names) {
		return new JsonRedaction(new AnswerBytes(bytes, length), names).redact();
	}

	private byte[] redact() {
		ByteArrayOutputStream redacted = new ByteArrayOutputStream(this.answer.length());
		int length = this.answer.length();
		int index = 0;
		while (index < length) {
			if (this.answer.at(index) != '"') {
				index++;
				continue;
			}
			int end = endOfText(index);
			int colon = skipBlanks(end);
			if (this.answer.at(colon) == ':' && isNamed(index + 1, end - 1)) {
				int value = skipBlanks(colon + 1);
				redacted.write(this.answer.bytes(), this.copied, value - this.copied);
				redacted.write(STARS, 0, STARS.length);
				end = endOfValue(value);
				this.copied = end;
			}
			index = end;
		}
		redacted.write(this.answer.bytes(), this.copied, length - this.copied);
		return redacted.toByteArray();
	}

	private boolean isNamed(int start, int end) {
		return end > start
				&& this.names.contains(new String(this.answer.bytes(), start, end - start, StandardCharsets.UTF_8));
	}

	/**
	 * Return the index behind the quotation mark that ends a text.
	 */
	private int endOfText(int start) {
		int index = start + 1;
		while (index < this.answer.length() && this.answer.at(index) != '"') {
			index += (this.answer.at(index) == '\\') ? 2 : 1;
		}
		return Math.min(index + 1, this.answer.length());
	}

	private int endOfValue(int start) {
		int depth = 0;
		int index = start;
		while (index < this.answer.length()) {
			int b = this.answer.at(index);
			if (b == '"') {
				index = endOfText(index);
				if (depth == 0) {
					return index;
				}
				continue;
			}
			if (depth == 0 && (b == ',' || b == '}' || b == ']')) {
				return index;
			}
			depth += (b == '{' || b == '[') ? 1 : 0;
			depth -= (b == '}' || b == ']') ? 1 : 0;
			index++;
			if (depth == 0 && (b == '}' || b == ']')) {
				return index;
			}
		}
		return index;
	}

	private int skipBlanks(int start) {
		int index = start;
		while (index < this.answer.length() && (this.answer.at(index) == ' ' || this.answer.at(index) == '\n'
				|| this.answer.at(index) == '\r' || this.answer.at(index) == '\t')) {
			index++;
		}
		return index;
	}

}
