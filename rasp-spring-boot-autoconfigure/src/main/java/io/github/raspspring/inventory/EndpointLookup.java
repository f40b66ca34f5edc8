package io.github.raspspring.inventory;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Supplier;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import io.github.raspspring.engine.Inspection;
import org.jspecify.annotations.Nullable;

import org.springframework.http.server.PathContainer;
import org.springframework.web.util.pattern.PathPattern;
import org.springframework.web.util.pattern.PathPatternParser;
import org.springframework.web.util.pattern.PatternParseException;

/**
 * Finds the endpoint of a request that no handler of Spring MVC was found for, or whose
 * handler serves many: one that was refused before, one of a plain servlet, one of a
 * repository. Thread-safe.
 */
final class EndpointLookup {

	private static final int MOST_PATHS = 2_048;

	/** A template of Spring Data REST, the same for all repositories. */
	private static final String REPOSITORY = "{repository}";

	private final Supplier<List<Endpoint>> endpoints;

	private final Cache<String, String> remembered = Caffeine.newBuilder().maximumSize(MOST_PATHS).build();

	private volatile @Nullable List<Known> known;

	EndpointLookup(Supplier<List<Endpoint>> endpoints) {
		this.endpoints = endpoints;
	}

	/**
	 * Return the template by which an exchange is counted, empty if it meets no endpoint.
	 * @param served whether it was answered without an error
	 */
	String templateOf(Inspection inspection, boolean served) {
		String template = inspection.route();
		if (template == null || template.isEmpty()) {
			return remembered(inspection);
		}
		if (template.equals("/**")) {
			return served ? template : "";
		}
		return template.contains(REPOSITORY) ? remembered(inspection) : template;
	}

	private String remembered(Inspection inspection) {
		return this.remembered.get(inspection.method() + ' ' + inspection.path(),
				(unknown) -> find(inspection.method(), inspection.path()));
	}

	private String find(String method, String path) {
		PathContainer container = PathContainer.parsePath(path);
		String asked = method.equals("HEAD") ? "GET" : method;
		for (Known candidate : known()) {
			if (candidate.isAsked(asked) && candidate.pattern.matches(container)) {
				return candidate.template;
			}
		}
		return "";
	}

	/**
	 * Return the first segments of all endpoints.
	 */
	Set<String> beginnings() {
		Set<String> beginnings = new TreeSet<>();
		for (Known candidate : known()) {
			String first = first(candidate.template);
			if (first.indexOf('{') < 0 && first.indexOf('*') < 0) {
				beginnings.add(first);
			}
		}
		return beginnings;
	}

	static String first(String path) {
		int end = path.indexOf('/', 1);
		return (end > 0) ? path.substring(0, end) : path;
	}

	private List<Known> known() {
		List<Known> found = this.known;
		if (found == null) {
			found = new ArrayList<>();
			for (Endpoint endpoint : this.endpoints.get()) {
				if (endpoint.kind() != EndpointKind.RESOURCE) {
					add(endpoint, found);
				}
			}
			found.sort(Comparator.comparing(Known::pattern, PathPattern.SPECIFICITY_COMPARATOR));
			this.known = found;
		}
		return found;
	}

	private static void add(Endpoint endpoint, List<Known> found) {
		for (String template : endpoint.paths()) {
			try {
				if (!template.contains(REPOSITORY) && !template.equals("/**")) {
					found.add(new Known(endpoint.methods(), template, parse(template)));
				}
			}
			catch (PatternParseException ex) {
				// A pattern of another syntax, by which nothing is found.
			}
		}
	}

	/**
	 * Mappings of servlets are written in another way.
	 */
	private static PathPattern parse(String template) {
		String pattern = template.endsWith("/*") ? template + "*" : template;
		return PathPatternParser.defaultInstance.parse(pattern.startsWith("*.") ? "/**/" + pattern : pattern);
	}

	private record Known(List<String> methods, String template, PathPattern pattern) {

		boolean isAsked(String method) {
			return this.methods.isEmpty() || this.methods.contains(method);
		}

	}

}
