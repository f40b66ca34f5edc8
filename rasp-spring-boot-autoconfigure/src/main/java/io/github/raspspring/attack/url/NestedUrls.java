package io.github.raspspring.attack.url;

import java.util.ArrayList;
import java.util.List;

/**
 * The URLs within another one, to which the connection is made instead: what Java finds
 * behind {@code url:} and {@code jar:}, and the hosts of databases. Stateless.
 */
final class NestedUrls {

	private static final String[] WRAPPERS = { "url:", "jar:" };

	private static final String JDBC = "jdbc:";

	private static final int LONGEST_SCHEME = 64;

	/** So many hosts of one database, or wrappers around one URL, are looked at. */
	private static final int MOST = 64;

	private NestedUrls() {
	}

	/**
	 * Return the URLs within a URL, with the places of their parts in it.
	 * @return what is connected to instead, empty if it is the URL itself
	 */
	static List<UrlParts> of(String url) {
		int start = 0;
		for (int i = 0; i < MOST && isWrapped(url, start); i++) {
			start += WRAPPERS[0].length();
		}
		if (url.regionMatches(true, start, JDBC, 0, JDBC.length())) {
			return ofDatabase(url, start + JDBC.length());
		}
		UrlParts parts = (start > 0 && beginsUrl(url, start)) ? UrlParts.from(url, start) : null;
		return (parts != null) ? List.of(parts) : List.of();
	}

	/**
	 * Return whether a scheme and a slash, or two slashes, begin here.
	 */
	static boolean beginsUrl(String text, int start) {
		if (isSlash(text, start)) {
			return isSlash(text, start + 1);
		}
		int i = start;
		while (i < text.length() && i - start < LONGEST_SCHEME && isOfScheme(text.charAt(i))) {
			i++;
		}
		return i > start && i < text.length() && text.charAt(i) == ':' && isSlash(text, i + 1);
	}

	/**
	 * Clients drop line breaks.
	 */
	private static boolean isOfScheme(char c) {
		return (c | 0x20) >= 'a' && (c | 0x20) <= 'z' || c >= '0' && c <= '9' || c == '+' || c == '-' || c == '.'
				|| c == '\t' || c == '\n' || c == '\r';
	}

	private static boolean isSlash(String text, int index) {
		return index < text.length() && (text.charAt(index) == '/' || text.charAt(index) == '\\');
	}

	private static boolean isWrapped(String url, int start) {
		for (String wrapper : WRAPPERS) {
			if (url.regionMatches(true, start, wrapper, 0, wrapper.length())) {
				return true;
			}
		}
		return false;
	}

	/**
	 * Behind two slashes, or behind a sign as Oracle has it, stand hosts with commas
	 * between.
	 */
	private static List<UrlParts> ofDatabase(String url, int from) {
		int slashes = url.indexOf("//", from);
		int sign = url.indexOf('@', from);
		int start = (slashes >= 0) ? slashes + 2 : (sign >= 0) ? sign + 1 : -1;
		List<UrlParts> hosts = new ArrayList<>(1);
		while (start >= 0 && start < url.length() && hosts.size() < MOST) {
			int end = endOfHost(url, start);
			hosts.add(UrlParts.ofAuthority(url, start, end));
			start = (end < url.length() && url.charAt(end) == ',') ? end + 1 : -1;
		}
		return hosts;
	}

	private static int endOfHost(String url, int start) {
		int end = start;
		while (end < url.length() && "/\\?;#,".indexOf(url.charAt(end)) < 0) {
			end++;
		}
		return end;
	}

}
