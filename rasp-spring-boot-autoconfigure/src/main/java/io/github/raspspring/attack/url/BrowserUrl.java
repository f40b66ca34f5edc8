package io.github.raspspring.attack.url;

import org.jspecify.annotations.Nullable;

/**
 * The target of a redirect as browsers read it (WHATWG URL): control characters in front
 * and line breaks anywhere are dropped, a backslash is a slash, two slashes lead to
 * another host.
 */
final class BrowserUrl {

	private BrowserUrl() {
	}

	/**
	 * Return a target with a scheme, so that it can be taken apart.
	 * @return the URL, or {@code null} if the target is relative to the page before
	 */
	static @Nullable String absolute(String target) {
		String url = clean(target);
		if (url.length() > 1 && isSlash(url.charAt(0)) && isSlash(url.charAt(1))) {
			return "https:" + url;
		}
		return hasScheme(url) ? url : null;
	}

	private static String clean(String target) {
		int start = 0;
		while (start < target.length() && target.charAt(start) <= ' ') {
			start++;
		}
		if (start == 0 && target.indexOf('\t') < 0 && target.indexOf('\n') < 0 && target.indexOf('\r') < 0) {
			return target;
		}
		StringBuilder clean = new StringBuilder(target.length());
		for (int i = start; i < target.length(); i++) {
			char c = target.charAt(i);
			if (c != '\t' && c != '\n' && c != '\r') {
				clean.append(c);
			}
		}
		return clean.toString();
	}

	private static boolean hasScheme(String url) {
		for (int i = 0; i < url.length(); i++) {
			char c = url.charAt(i);
			if (c == ':') {
				return i > 0;
			}
			boolean letter = (c | 0x20) >= 'a' && (c | 0x20) <= 'z';
			if (!letter && (i == 0 || !(c >= '0' && c <= '9' || c == '+' || c == '-' || c == '.'))) {
				return false;
			}
		}
		return false;
	}

	private static boolean isSlash(char c) {
		return c == '/' || c == '\\';
	}

}
