package io.github.raspspring.attack.url;

import java.text.Normalizer;

import io.github.raspspring.text.Hex;

/**
 * Brings the host of a URL into the form in which a resolver sees it: percent-encoding
 * removed, compatibility characters such as full-width and circled digits replaced,
 * invisible ones dropped (UTS 46).
 */
final class HostText {

	private static final int LONGEST = 1024;

	private HostText() {
	}

	/**
	 * Return whether a host has to be normalized before it can be read.
	 * @param text the text
	 * @param start index of its first character
	 * @param end index behind its last character
	 * @return {@code true} if it is more than ASCII letters, digits and punctuation
	 */
	static boolean isDisguised(CharSequence text, int start, int end) {
		boolean bracket = start < end && text.charAt(start) == '[';
		for (int i = start; i < end; i++) {
			char c = text.charAt(i);
			if (c >= 0x7F || c <= ' ' || c == '%' && !bracket) {
				return true;
			}
		}
		return false;
	}

	/**
	 * Normalize a host.
	 * @param text the text
	 * @param start index of its first character
	 * @param end index behind its last character; what is beyond 1024 characters is cut
	 * @return the host in ASCII as far as it has an ASCII form
	 */
	static String normalize(CharSequence text, int start, int end) {
		int stop = Math.min(end, start + LONGEST);
		StringBuilder decoded = new StringBuilder(stop - start);
		for (int i = start; i < stop; i++) {
			char c = text.charAt(i);
			int high = (c == '%' && i + 2 < stop) ? Hex.digit(text.charAt(i + 1)) : -1;
			int low = (high >= 0) ? Hex.digit(text.charAt(i + 2)) : -1;
			if (low >= 0) {
				c = (char) (high << 4 | low);
				i += 2;
			}
			if (c > ' ' && c != 0x7F && c != 0xAD && !isInvisible(c)) {
				decoded.append((c == 0x3002 || c == 0xFF61) ? '.' : c);
			}
		}
		return Normalizer.normalize(decoded, Normalizer.Form.NFKC);
	}

	private static boolean isInvisible(char c) {
		return c >= 0x200B && c <= 0x200F || c == 0x2060 || c == 0xFEFF;
	}

}
