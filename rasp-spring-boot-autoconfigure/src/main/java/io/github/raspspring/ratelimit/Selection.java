package io.github.raspspring.ratelimit;

import java.util.HashSet;
import java.util.List;
import java.util.Set;

import io.github.raspspring.engine.Inspection;

import org.springframework.http.server.PathContainer;
import org.springframework.web.util.pattern.PathPattern;
import org.springframework.web.util.pattern.PathPatternParser;

/**
 * The requests that a plan is about, by path and method.
 *
 * @param patterns path patterns, any of which is enough; empty for all paths
 * @param methods HTTP methods; empty for all
 */
public record Selection(List<PathPattern> patterns, Set<String> methods) {

	/** Every request. */
	public static final Selection ALL = new Selection(List.of(), Set.of());

	public Selection {
		patterns = List.copyOf(patterns);
		methods = Set.copyOf(methods);
	}

	/**
	 * Create a selection.
	 * @param patterns path patterns such as {@code /api/**}; empty for all paths
	 * @param methods HTTP methods in upper case; GET includes HEAD, which Spring serves
	 * by the same handler; empty for all
	 * @return the selection
	 * @throws org.springframework.web.util.pattern.PatternParseException if a pattern is
	 * invalid
	 */
	public static Selection of(List<String> patterns, Set<String> methods) {
		PathPatternParser parser = new PathPatternParser();
		Set<String> served = new HashSet<>(methods);
		if (methods.contains("GET")) {
			served.add("HEAD");
		}
		return new Selection(patterns.stream().map(parser::parse).toList(), served);
	}

	/**
	 * Return whether a request is meant.
	 * @param inspection the request
	 * @return {@code true} if it is
	 */
	public boolean matches(Inspection inspection) {
		if (!this.methods.isEmpty() && !this.methods.contains(inspection.method())) {
			return false;
		}
		return this.patterns.isEmpty() || matchesPath(inspection.path());
	}

	/**
	 * Match as Spring finds handlers: segments are decoded, path parameters ignored.
	 */
	private boolean matchesPath(String path) {
		boolean plain = path.indexOf('%') < 0 && path.indexOf(';') < 0;
		PathContainer parsed = null;
		for (PathPattern pattern : this.patterns) {
			if (plain && !pattern.hasPatternSyntax()) {
				if (pattern.getPatternString().equals(path)) {
					return true;
				}
				continue;
			}
			parsed = (parsed != null) ? parsed : PathContainer.parsePath(path);
			if (pattern.matches(parsed)) {
				return true;
			}
		}
		return false;
	}

}
