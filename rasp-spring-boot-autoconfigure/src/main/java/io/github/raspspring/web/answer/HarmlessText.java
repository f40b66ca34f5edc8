package io.github.raspspring.web.answer;

import java.util.List;
import java.util.Locale;
import java.util.Set;

/**
 * Tells what of a refused request may be shown to the application all the same: words
 * that no interpreter takes for more than words, such as identifiers of requests.
 */
final class HarmlessText {

	private static final int LONGEST = 256;

	private static final Set<String> LISTS = Set.of("accept", "accept-language", "accept-encoding", "accept-charset");

	/** Parts of the names by which credentials are sent. */
	private static final List<String> CREDENTIALS = List.of("auth", "cookie", "token", "key", "secret", "session",
			"password", "csrf", "xsrf", "user", "cert");

	private HarmlessText() {
	}

	static boolean isNameOfCredentials(String name) {
		String lower = name.toLowerCase(Locale.ROOT);
		return CREDENTIALS.stream().anyMatch(lower::contains);
	}

	static boolean isHeader(String name, String value) {
		return consistsOf(value, LISTS.contains(name.toLowerCase(Locale.ROOT)) ? "._-+=:/*,; " : "._-+=:/");
	}

	static boolean isWord(String text) {
		return consistsOf(text, "._-");
	}

	static boolean isPath(String path) {
		return path.startsWith("/") && !path.contains("//") && consistsOf(path, "._-~/");
	}

	private static boolean consistsOf(String text, String signs) {
		if (text.isEmpty() || text.length() > LONGEST || text.contains("..")) {
			return false;
		}
		for (int i = 0; i < text.length(); i++) {
			char c = text.charAt(i);
			boolean letterOrDigit = c >= 'a' && c <= 'z' || c >= 'A' && c <= 'Z' || c >= '0' && c <= '9';
			if (!letterOrDigit && signs.indexOf(c) < 0) {
				return false;
			}
		}
		return true;
	}

}
