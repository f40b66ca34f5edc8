package io.github.raspspring.client;

import java.util.List;

import io.github.raspspring.engine.Inspection;

/**
 * Where operators and probes call, who must not be locked out by what is held against
 * their network: who may reach these paths is up to the application's own security.
 *
 * @param prefixes paths within the application, each with all below it
 */
public record OperatorPaths(List<String> prefixes) {

	/** None. */
	public static final OperatorPaths NONE = new OperatorPaths(List.of());

	public OperatorPaths {
		prefixes = List.copyOf(prefixes);
	}

	/**
	 * Return whether a request is for one of the paths, written in no other way.
	 */
	boolean contain(Inspection inspection) {
		return contain(inspection.path());
	}

	/**
	 * Return whether a path is one of them, written in no other way.
	 * @param path the path within the application, as sent
	 * @return {@code true} if operators or probes call there
	 */
	public boolean contain(String path) {
		return this.prefixes.stream().anyMatch((prefix) -> isBelow(path, prefix)) && isPlain(path);
	}

	private static boolean isBelow(String path, String prefix) {
		return path.startsWith(prefix) && (path.length() == prefix.length() || path.charAt(prefix.length()) == '/');
	}

	private static boolean isPlain(String path) {
		return path.indexOf('%') < 0 && path.indexOf(';') < 0 && path.indexOf('\\') < 0 && !path.contains("//")
				&& !path.contains("/.");
	}

}
