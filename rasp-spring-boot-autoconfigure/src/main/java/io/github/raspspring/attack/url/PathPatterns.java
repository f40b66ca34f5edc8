package io.github.raspspring.attack.url;

import java.util.List;

/**
 * Paths of the application: {@code /help} is one, {@code /help/**} is it and all below.
 *
 * @param patterns the paths
 */
public record PathPatterns(List<String> patterns) {

	/** No path at all. */
	public static final PathPatterns NONE = new PathPatterns(List.of());

	private static final String BELOW = "/**";

	public PathPatterns {
		patterns = List.copyOf(patterns);
		for (String pattern : patterns) {
			String path = pattern.endsWith(BELOW) ? pattern.substring(0, pattern.length() - BELOW.length()) : pattern;
			if (!pattern.startsWith("/") || path.indexOf('*') >= 0 || path.indexOf('?') >= 0) {
				throw new IllegalArgumentException(
						"'" + pattern + "' is neither a path such as /help nor all below one " + "such as /help/**");
			}
		}
	}

	/**
	 * Tell whether a path is among these, written without detours and encodings.
	 * @param path the path, without a query
	 * @return {@code true} if it is
	 */
	boolean match(String path) {
		return isPlain(path) && this.patterns.stream().anyMatch((pattern) -> matches(pattern, path));
	}

	private static boolean isPlain(String path) {
		return !path.contains("..") && path.indexOf('%') < 0 && path.indexOf(';') < 0 && path.indexOf('\\') < 0;
	}

	private static boolean matches(String pattern, String path) {
		if (!pattern.endsWith(BELOW)) {
			return path.equals(pattern);
		}
		int folder = pattern.length() - BELOW.length();
		return path.startsWith(pattern.substring(0, folder)) && (path.length() == folder || path.charAt(folder) == '/');
	}

}
