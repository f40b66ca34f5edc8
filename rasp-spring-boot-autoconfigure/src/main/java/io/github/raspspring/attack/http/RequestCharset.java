package io.github.raspspring.attack.http;

import java.util.Locale;

import io.github.raspspring.engine.Confidence;
import io.github.raspspring.text.HashedWords;
import org.jspecify.annotations.Nullable;

/**
 * The character encoding that a content type declares.
 */
final class RequestCharset {

	private static final String PARAMETER = "charset=";

	private static final HashedWords USUAL = HashedWords.of("utf-8 utf8 us-ascii ascii iso-8859-1 iso8859-1 latin1"
			+ " iso-8859-15 windows-1252 cp1252 utf-16 utf-16le utf-16be utf16");

	/** EBCDIC by the numbers of its code pages, which Java knows by this name too. */
	private static final HashedWords EBCDIC = HashedWords.of("cp037 cp273 cp277 cp278 cp280 cp284 cp285 cp290 cp297"
			+ " cp420 cp424 cp500 cp870 cp871 cp875 cp1025 cp1026 cp1047 cp1140 cp1141 cp1142 cp1143 cp1144 cp1145"
			+ " cp1146 cp1147 cp1148 cp1149");

	private RequestCharset() {
	}

	/**
	 * Tell how suspicious the declared encoding is: those in which ASCII text reads as
	 * other signs serve to get past filters, others are just rare.
	 * @return {@code null} for an encoding that honest clients use, or none
	 */
	static @Nullable Confidence suspicion(String contentType) {
		int start = indexOfParameter(contentType);
		if (start < 0) {
			return null;
		}
		int end = contentType.indexOf(';', start);
		String charset = contentType.substring(start, (end < 0) ? contentType.length() : end)
			.replace("\"", "")
			.trim()
			.toLowerCase(Locale.ROOT);
		if (charset.isEmpty() || USUAL.groupOf(HashedWords.hash(charset)) != 0) {
			return null;
		}
		return isUnlikeAscii(charset) ? Confidence.STRONG : Confidence.WEAK;
	}

	private static int indexOfParameter(String contentType) {
		for (int i = contentType.indexOf(';'); i >= 0 && i < contentType.length(); i++) {
			if (contentType.regionMatches(true, i, PARAMETER, 0, PARAMETER.length())) {
				return i + PARAMETER.length();
			}
		}
		return -1;
	}

	private static boolean isUnlikeAscii(String charset) {
		return charset.contains("utf-7") || charset.startsWith("utf7") || charset.startsWith("ibm")
				|| charset.startsWith("x-ibm") || charset.startsWith("ebcdic") || charset.startsWith("cp-")
				|| EBCDIC.groupOf(HashedWords.hash(charset)) != 0;
	}

}
