package io.github.raspspring.inventory.openapi;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;

import org.springframework.http.server.PathContainer;
import org.springframework.web.util.pattern.PathPattern;
import org.springframework.web.util.pattern.PathPatternParser;
import org.springframework.web.util.pattern.PatternParseException;

/**
 * Finds the operation of a document by the path of a request, where no handler of Spring
 * MVC tells a pattern, as with plain servlets. Thread-safe.
 */
final class DescribedPaths {

	private static final int MOST_PATHS = 2_048;

	/** How the document that is written here calls whatever follows. */
	private static final String ANYTHING = "/{any}";

	private final List<Known> known = new ArrayList<>();

	private final Cache<String, String> remembered = Caffeine.newBuilder().maximumSize(MOST_PATHS).build();

	DescribedPaths(Map<String, DescribedApi.Operation> operations) {
		operations.forEach(this::add);
		this.known.sort(Comparator.comparing(Known::pattern, PathPattern.SPECIFICITY_COMPARATOR));
	}

	private void add(String key, DescribedApi.Operation operation) {
		String path = operation.path();
		String pattern = path.endsWith(ANYTHING) ? path.substring(0, path.length() - ANYTHING.length()) + "/{*any}"
				: path;
		try {
			this.known.add(new Known(key.substring(0, key.indexOf(' ')), key,
					PathPatternParser.defaultInstance.parse(pattern)));
		}
		catch (PatternParseException ex) {
			// A path by which nothing is found.
		}
	}

	/**
	 * Return the key of an operation, empty if none is described.
	 */
	String key(String method, String path) {
		return this.remembered.get(method + ' ' + path, (unknown) -> find(method, path));
	}

	private String find(String method, String path) {
		PathContainer container = PathContainer.parsePath(path);
		for (Known candidate : this.known) {
			if (candidate.method.equals(method) && candidate.pattern.matches(container)) {
				return candidate.key;
			}
		}
		return "";
	}

	private record Known(String method, String key, PathPattern pattern) {

	}

}
