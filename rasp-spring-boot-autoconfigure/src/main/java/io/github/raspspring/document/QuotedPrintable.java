package io.github.raspspring.document;

import java.io.ByteArrayOutputStream;

/**
 * Decodes quoted-printable (RFC 2045, section 6.7). What is written wrongly stays as it
 * is.
 */
final class QuotedPrintable {

	private QuotedPrintable() {
	}

	static byte[] decode(byte[] content) {
		ByteArrayOutputStream decoded = new ByteArrayOutputStream(content.length);
		for (int i = 0; i < content.length; i++) {
			int next = (content[i] == '=') ? softBreak(content, i + 1) : i;
			if (next > i) {
				i = next;
			}
			else if (content[i] == '=' && digit(content, i + 1) >= 0 && digit(content, i + 2) >= 0) {
				decoded.write(digit(content, i + 1) * 16 + digit(content, i + 2));
				i += 2;
			}
			else {
				decoded.write(content[i]);
			}
		}
		return decoded.toByteArray();
	}

	/**
	 * Return where a line ends that goes on in the next, or -1 if it doesn't. Blanks may
	 * have been added on the way.
	 */
	private static int softBreak(byte[] content, int from) {
		int i = from;
		while (i < content.length && (content[i] == ' ' || content[i] == '\t' || content[i] == '\r')) {
			i++;
		}
		return (i < content.length && content[i] == '\n') ? i : -1;
	}

	private static int digit(byte[] content, int index) {
		return (index < content.length) ? Character.digit(content[index], 16) : -1;
	}

}
