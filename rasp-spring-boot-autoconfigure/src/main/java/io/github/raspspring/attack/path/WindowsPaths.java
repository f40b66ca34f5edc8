package io.github.raspspring.attack.path;

import io.github.raspspring.text.Ascii;
import io.github.raspspring.text.Hex;

/**
 * Paths in the syntax of Windows shares and devices.
 */
final class WindowsPaths {

	private static final String STREAM = "::$DATA";

	/**
	 * What an address without dots has at least, where names of hosts have some digits.
	 */
	private static final int SHORTEST_NUMBER = 7;

	private WindowsPaths() {
	}

	/**
	 * Whether a text is the name of a file followed by that of its main stream
	 * ({@code web.config::$DATA}), which only serves to hide the suffix.
	 */
	static boolean endsWithStream(String text) {
		int stream = text.length() - STREAM.length();
		return stream > 0 && text.regionMatches(true, stream, STREAM, 0, STREAM.length()) && text.indexOf(' ') < 0;
	}

	/**
	 * Whether a text is the path of a file on the share of another host
	 * ({@code \\host\share\x}).
	 */
	static boolean isShare(String text) {
		if (text.length() < 6 || !text.startsWith("\\\\") || !Ascii.isWord(text.charAt(2))) {
			return false;
		}
		int share = text.indexOf('\\', 2);
		return share > 2 && text.indexOf('\\', share + 1) > share + 1 && text.indexOf(' ') < 0;
	}

	/**
	 * Whether the path of a file on a share names its host with its domain, by its
	 * address in any notation, or as the host itself: those of one's own network are not.
	 */
	static boolean isForeignShare(String text) {
		int dot = text.indexOf('.');
		int share = text.indexOf('\\', 2);
		return dot > 2 && dot < share || Ascii.startsWith(text, 2, "localhost\\") || isNumber(text, 2, share);
	}

	private static boolean isNumber(String text, int start, int end) {
		int i = Ascii.startsWith(text, start, "0x") ? start + 2 : start;
		while (i < end && (Ascii.isDigit(text.charAt(i)) || i > start + 1 && Hex.digit(text.charAt(i)) >= 0)) {
			i++;
		}
		return i == end && (text.charAt(start) == '0' || end - start > SHORTEST_NUMBER);
	}

	/**
	 * Whether a text is the share of such a host, or a file on it.
	 */
	static boolean namesForeignShare(String text) {
		if (!text.startsWith("\\\\")) {
			return false;
		}
		int dot = text.indexOf('.');
		int share = text.indexOf('\\', 2);
		return dot > 2 && dot < share && share + 1 < text.length() && text.indexOf(' ') < 0;
	}

	/**
	 * Whether a text is the path of a device ({@code \\.\pipe\x}), of a file in verbatim
	 * syntax ({@code \\?\C:\x}), or of an administrative share ({@code \\host\c$\x}).
	 */
	static boolean isDevice(String text) {
		if (text.length() < 5 || text.charAt(0) != text.charAt(1) || text.charAt(0) != '\\' && text.charAt(0) != '/') {
			return false;
		}
		char slash = text.charAt(0);
		char third = text.charAt(2);
		if ((third == '.' || third == '?') && text.charAt(3) == slash) {
			return true;
		}
		int share = text.indexOf(slash, 2) + 1;
		int end = (share > 2) ? text.indexOf(slash, share) : -1;
		end = (end < 0) ? text.length() : end;
		return share > 2 && end > share + 1 && text.charAt(end - 1) == '$' && text.indexOf(' ') < 0;
	}

}
