package io.github.raspspring.document;

import io.github.raspspring.engine.pipeline.EightBytes;

/**
 * A string of JSON (RFC 8259, section 7) as its bytes have it.
 */
final class JsonText {

	private JsonText() {
	}

	/**
	 * Return the index of the quotation mark that ends a string.
	 * @param from index of one of its bytes, not within an escape
	 * @return the index, -1 if it does not end or has what a string must not have
	 */
	static int end(byte[] bytes, int from, int length) {
		int i = from;
		while (i < length && bytes[i] != '"') {
			if (bytes[i] >= 0 && bytes[i] < ' ') {
				return -1;
			}
			i += (bytes[i] == '\\') ? 2 : 1;
			while (i + EightBytes.COUNT <= length) {
				long eight = EightBytes.at(bytes, i);
				int plain = EightBytes.before(EightBytes.quotesOrBackslashes(eight) | EightBytes.controls(eight));
				i += plain;
				if (plain < EightBytes.COUNT) {
					break;
				}
			}
		}
		return (i < length) ? i : -1;
	}

}
