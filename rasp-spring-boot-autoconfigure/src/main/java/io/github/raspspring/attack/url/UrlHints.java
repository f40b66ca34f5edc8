package io.github.raspspring.attack.url;

import io.github.raspspring.text.Ascii;
import io.github.raspspring.text.CharacterSet;

/**
 * The cheap look that tells whether the {@linkplain UrlScanner URLs} of a text deserve to
 * be read: all but plain web addresses of named public hosts do. Stateless.
 */
final class UrlHints {

	private static final CharacterSet HOST = CharacterSet.ofWords("-._");

	private UrlHints() {
	}

	static boolean in(String text) {
		if (beginsUnusually(text)) {
			return true;
		}
		int colon = text.indexOf(':');
		while (colon >= 0) {
			char following = at(text, colon + 1);
			if (following == '\\' || following == '/' && !isPlain(text, colon)) {
				return true;
			}
			colon = text.indexOf(':', colon + 1);
		}
		return false;
	}

	/**
	 * Whether the first word is two slashes, or a web scheme without slashes.
	 */
	private static boolean beginsUnusually(String text) {
		int i = 0;
		while (i < text.length() && !isWord(text.charAt(i))) {
			char c = text.charAt(i);
			if ((c == '/' || c == '\\') && (at(text, i + 1) == '/' || at(text, i + 1) == '\\')) {
				return true;
			}
			i++;
		}
		int colon = text.indexOf(':', i);
		while (colon > i && (isWord(at(text, colon + 1)) || at(text, colon + 1) == '[')) {
			if (text.regionMatches(true, colon - 4, "http", 0, 4)
					|| text.regionMatches(true, colon - 5, "https", 0, 5)) {
				return true;
			}
			int next = text.indexOf(':', colon + 1);
			colon = (next < colon + 16) ? next : -1;
		}
		return false;
	}

	/**
	 * Whether a web scheme is followed by two slashes and a name that is not known to be
	 * internal.
	 */
	private static boolean isPlain(String text, int colon) {
		int start = colon + 3;
		if (at(text, colon + 2) != '/' || !isWeb(text, colon)) {
			return false;
		}
		int end = start;
		int label = start;
		while (end < text.length() && isHost(text.charAt(end))) {
			label = (text.charAt(end) == '.') ? end + 1 : label;
			end++;
		}
		char behind = at(text, end);
		boolean ends = behind == '/' || (behind == '?' || behind == '#') && at(text, end + 1) != '@'
				|| behind == ':' && label > start && isPort(text, end) || behind <= ' ' || behind == '"'
				|| behind == '\'' || behind == '<' || behind == '>' || behind == ')';
		boolean named = label < end && (text.charAt(label) | 0x20) >= 'a' && (text.charAt(label) | 0x20) <= 'z';
		return ends && named
				&& (!HostNames.mayTell(text, label, end)
						|| HostNames.targetOf(text, start, end) == HostNames.Target.UNKNOWN
								&& !HostNames.areOfTester(text, start, end));
	}

	/**
	 * Whether a web scheme ends there, whose last letter tells which it may be.
	 */
	private static boolean isWeb(String text, int colon) {
		if (colon > 0 && (text.charAt(colon - 1) | 0x20) == 'p') {
			return Ascii.startsWith(text, colon - 4, "http");
		}
		return Ascii.startsWith(text, colon - 5, "https") || text.regionMatches(true, colon - 5, "https", 0, 5);
	}

	/**
	 * Whether a colon is followed by a port and not by the password of user info.
	 */
	private static boolean isPort(String text, int colon) {
		int i = colon + 1;
		while (at(text, i) >= '0' && at(text, i) <= '9') {
			i++;
		}
		char behind = at(text, i);
		return behind == '/' || behind == '?' || behind == '#' || behind <= ' ';
	}

	private static char at(String text, int index) {
		return (index < text.length()) ? text.charAt(index) : ' ';
	}

	private static boolean isHost(char c) {
		return HOST.contains(c);
	}

	private static boolean isWord(char c) {
		return c >= '0' && c <= '9' || (c | 0x20) >= 'a' && (c | 0x20) <= 'z';
	}

}
