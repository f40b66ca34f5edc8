package io.github.raspspring.behavior.rule;

import java.util.List;
import java.util.Set;

import io.github.raspspring.engine.Inspection;

import org.springframework.http.server.PathContainer;
import org.springframework.web.util.pattern.PathPattern;
import org.springframework.web.util.pattern.PathPatternParser;

/**
 * Picks requests by path and method.
 */
public final class Requests {

	private final List<PathPattern> patterns;

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
