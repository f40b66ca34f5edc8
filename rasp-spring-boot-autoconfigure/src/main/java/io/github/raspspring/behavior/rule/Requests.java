package io.github.raspspring.behavior.rule;

import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

import io.github.raspspring.engine.Inspection;

import org.springframework.http.server.PathContainer;
import org.springframework.web.util.pattern.PathPattern;
import org.springframework.web.util.pattern.PathPatternParser;

/**
 * Picks requests by path and method.
 */
public final class Requests {

	private final List<PathPattern> patterns;

	/** Paths that stand for themselves, which most paths can be looked for among. */
	private final Set<String> paths;

	/** What is left of the patterns. */
	private final List<PathPattern> variable;

	private final Set<String> methods;

	/**
	 * Create an instance.
	 * @param patterns path patterns; any path if empty
	 * @param methods methods in upper case; any if empty
	 * @throws org.springframework.web.util.pattern.PatternParseException if a pattern is
	 * invalid
	 */
	public Requests(List<String> patterns, Set<String> methods) {
		PathPatternParser parser = new PathPatternParser();
		this.patterns = patterns.stream().map(parser::parse).toList();
		this.paths = this.patterns.stream()
			.filter((pattern) -> !pattern.hasPatternSyntax())
			.map(PathPattern::getPatternString)
			.collect(Collectors.toUnmodifiableSet());
		this.variable = this.patterns.stream().filter(PathPattern::hasPatternSyntax).toList();
		this.methods = Set.copyOf(methods);
	}

	boolean contain(Inspection inspection) {
		if (!this.methods.isEmpty() && !this.methods.contains(inspection.method())) {
			return false;
		}
		if (this.patterns.isEmpty()) {
			return true;
		}
		String path = inspection.path();
		if (path.indexOf('%') >= 0 || path.indexOf(';') >= 0) {
			return matches(this.patterns, path);
		}
		return this.paths.contains(path) || !this.variable.isEmpty() && matches(this.variable, path);
	}

	private static boolean matches(List<PathPattern> patterns, String path) {
		PathContainer parsed = PathContainer.parsePath(path);
		for (PathPattern pattern : patterns) {
			if (pattern.matches(parsed)) {
				return true;
			}
		}
		return false;
	}

}
