package io.github.raspspring.document;

import java.nio.charset.StandardCharsets;

/**
 * A text in UTF-8 that arrives byte by byte, of which the last kilobytes are kept: enough
 * to see an attack in, whatever stands before it.
 */
final class ArrivingText {

	private final StringBuilder bytes = new StringBuilder();

	/**
	 * Take a byte.
	 * @param b the byte as a character of ISO-8859-1
	 */
	void append(char b) {
		if (this.bytes.length() == 2 * TextArrivals.OVERLAP) {
			this.bytes.delete(0, TextArrivals.OVERLAP);
		}
		this.bytes.append(b);
	}

	boolean startsWith(String sign) {
		return this.bytes.indexOf(sign) == 0;
	}

	boolean endsWith(String sign) {
		int start = this.bytes.length() - sign.length();
		for (int i = 0; i < sign.length(); i++) {
			if (start < 0 || this.bytes.charAt(start + i) != sign.charAt(i)) {
				return false;
			}
		}
		return true;
	}

	/**
	 * Whether what has come so far is how a longer sign begins.
	 */
	boolean begins(String sign) {
		return sign.startsWith(this.bytes.toString());
	}

	void cut(int length) {
		this.bytes.setLength(this.bytes.length() - length);
	}

	void clear() {
		this.bytes.setLength(0);
	}

	int length() {
		return this.bytes.length();
	}

	@Override
	public String toString() {
		return new String(this.bytes.toString().getBytes(StandardCharsets.ISO_8859_1), StandardCharsets.UTF_8);
	}

}
