package io.github.raspspring.sink;

import java.nio.charset.StandardCharsets;
import java.util.Base64;

import org.jspecify.annotations.Nullable;

/**
 * Base64 of texts so short that words look the same. To look for such a text in what runs
 * does no harm: words hardly ever stand for one that is printable.
 */
final class ShortBase64 {

	private static final int SHORTEST = 6;

	private static final int LONGEST = 16;

	private ShortBase64() {
	}

	/**
	 * Decode a text.
	 * @return what it stands for, or {@code null} if that is no short text of more than a
	 * word
	 */
	static @Nullable String decode(String text) {
		if (text.length() < SHORTEST || text.length() > LONGEST || !isBase64(text)) {
			return null;
		}
		String plain = text.replace('-', '+').replace('_', '/');
		String decoded = new String(Base64.getDecoder().decode(plain), StandardCharsets.ISO_8859_1);
		boolean printable = decoded.chars().allMatch((c) -> c >= ' ' && c < 0x7F);
		return (printable && (CharMask.of(decoded) & ~CharMask.WORD) != 0) ? decoded : null;
	}

	private static boolean isBase64(String text) {
		int padding = text.indexOf('=');
		int length = (padding >= 0) ? padding : text.length();
		for (int i = 0; i < length; i++) {
			if (text.charAt(i) != '+' && !Encodings.isBase64(text.charAt(i))) {
				return false;
			}
		}
		boolean padded = padding >= 0 && text.length() % 4 == 0 && text.endsWith("=") && text.length() - length < 3;
		return length % 4 != 1 && (padding < 0 || padded);
	}

}
