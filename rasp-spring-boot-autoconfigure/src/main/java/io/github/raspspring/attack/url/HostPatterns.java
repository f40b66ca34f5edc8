package io.github.raspspring.attack.url;

import java.util.List;
import java.util.Locale;

/**
 * Host names as they are configured: {@code example.org}, {@code *.example.org} for all
 * names below it, either with an optional port. Compared without case.
 */
public final class HostPatterns {

	/** Matches no host. */
	public static final HostPatterns NONE = new HostPatterns(List.of());

	private final List<String> patterns;

	/**
	 * Create patterns.
	 * @param patterns the patterns
	 * @throws IllegalArgumentException if one is empty, or has a wildcard elsewhere than
	 * as its first label
	 */
	public HostPatterns(List<String> patterns) {
		this.patterns = patterns.stream().map(HostPatterns::normalize).toList();
	}

	/**
	 * Return whether a host is meant.
	 * @param host the host, in lower case and without a trailing dot
	 * @param port the port, -1 if the URL has none
	 * @return {@code true} if a pattern matches
	 */
	public boolean match(String host, int port) {
		String withPort = host + ":" + port;
		for (String pattern : this.patterns) {
			if (matches(pattern, host) || matches(pattern, withPort)) {
				return true;
			}
		}
		return false;
	}

	/**
	 * Return whether there is no pattern.
	 * @return {@code true} if no host can match
	 */
	public boolean isEmpty() {
		return this.patterns.isEmpty();
	}

	private static boolean matches(String pattern, String host) {
		return pattern.startsWith("*.") ? host.endsWith(pattern.substring(1)) : pattern.equals(host);
	}

	private static String normalize(String pattern) {
		String name = pattern.strip().toLowerCase(Locale.ROOT);
		if (name.isEmpty() || name.lastIndexOf('*') > 0 || name.equals("*") || name.contains("/")) {
			throw new IllegalArgumentException("Not a host name or *.name: '" + pattern + "'");
		}
		return name;
	}

}
