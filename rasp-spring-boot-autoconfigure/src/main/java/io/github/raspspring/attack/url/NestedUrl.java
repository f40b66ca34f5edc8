package io.github.raspspring.attack.url;

import java.util.ArrayList;
import java.util.List;

import io.github.raspspring.sink.SinkVerdict;

/**
 * A URL within another one, to which the connection is made: what Java finds behind
 * {@code url:} and {@code jar:}, and the hosts of databases.
 *
 * @param url the URL
 * @param offset where it begins in the one around it
 */
record NestedUrl(String url, int offset) {

	private static final String[] WRAPPERS = { "url:", "jar:" };

	private static final String JDBC = "jdbc:";

	/** So many hosts of one database, or wrappers around one URL, are looked at. */
	private static final int MOST = 64;

	/**
	 * Return the URLs within a URL.
	 * @return what is connected to instead, empty if it is the URL itself
	 */
	static List<NestedUrl> of(String url) {
		int start = 0;
		for (int i = 0; i < MOST && isWrapped(url, start); i++) {
			start += WRAPPERS[0].length();
		}
		if (url.regionMatches(true, start, JDBC, 0, JDBC.length())) {
			return ofDatabase(url, start + JDBC.length());
		}
		return (start > 0) ? List.of(new NestedUrl(url.substring(start), start)) : List.of();
	}

	/**
	 * Tell of what was seen in this URL by its place in the one around it.
	 */
	SinkVerdict within(String outer, SinkVerdict verdict) {
		int start = Math.min(outer.length(), verdict.start() + this.offset);
		int end = Math.min(outer.length(), verdict.end() + this.offset);
		return new SinkVerdict(verdict.rule(), verdict.confidence(), verdict.input(), start, end, verdict.cap());
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
	private static List<NestedUrl> ofDatabase(String url, int from) {
		int slashes = url.indexOf("//", from);
		int sign = url.indexOf('@', from);
		int start = (slashes >= 0) ? slashes + 2 : (sign >= 0) ? sign + 1 : -1;
		List<NestedUrl> hosts = new ArrayList<>(1);
		while (start >= 0 && start < url.length() && hosts.size() < MOST) {
			int end = endOfHost(url, start);
			// Two characters come before any host, so that places stay the same.
			hosts.add(new NestedUrl("//" + url.substring(start, end) + '/', start - 2));
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
