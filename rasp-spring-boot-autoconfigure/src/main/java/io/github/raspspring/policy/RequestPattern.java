package io.github.raspspring.policy;

import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;

import io.github.raspspring.engine.InputLocation;
import io.github.raspspring.engine.Inspection;
import org.jspecify.annotations.Nullable;

import org.springframework.http.server.PathContainer;
import org.springframework.web.util.pattern.PathPattern;

/**
 * Which requests a rule about a route is for. Takes more than a path as it is written:
 * the same path with a slash at its end, a path that the application maps to a handler of
 * the route by whatever means, and a method that a form names in a field.
 *
 * @param pattern what the path within the application has to match
 * @param methods HTTP methods it is limited to, in upper case; GET includes HEAD; empty
 * for all
 */
public record RequestPattern(PathPattern pattern, Set<String> methods) {

	public RequestPattern {
		Set<String> upper = new TreeSet<>();
		methods.forEach((method) -> upper.add(method.toUpperCase(Locale.ROOT)));
		methods = upper;
	}

	/**
	 * Tell whether an exchange is one of them, as far as it is known by now.
	 * @param inspection the exchange
	 * @return {@code true} if the rule applies
	 */
	public boolean matches(Inspection inspection) {
		return isAsked(inspection) && (matchesPath(inspection.path()) || matchesTemplate(inspection.route()));
	}

	/**
	 * Tell whether an exchange is known to be one of them only since its handler is.
	 * @param inspection the exchange
	 * @return {@code true} if its path alone does not tell
	 */
	public boolean matchesByHandlerOnly(Inspection inspection) {
		return inspection.route() != null && matches(inspection) && !matchesPath(inspection.path());
	}

	/**
	 * Tell whether a handler with a template is one that the rule is for.
	 * @param template a pattern of the application
	 * @return {@code true} if all that the handler serves, or some of it, is meant
	 */
	public boolean coversTemplate(String template) {
		return this.pattern.getPatternString().equals(template)
				|| this.pattern.matches(PathContainer.parsePath(template));
	}

	boolean isAsked(Inspection inspection) {
		if (this.methods.isEmpty() || isAsked(inspection.method())) {
			return true;
		}
		if (!inspection.method().equals("POST")) {
			return false;
		}
		return names(inspection.value(InputLocation.QUERY, "_method"))
				|| names(inspection.value(InputLocation.FORM, "_method"))
				|| names(inspection.value(InputLocation.HEADER, "x-http-method-override"));
	}

	private boolean names(@Nullable String method) {
		return method != null && isAsked(method.strip().toUpperCase(Locale.ROOT));
	}

	private boolean isAsked(String method) {
		return this.methods.contains(method) || method.equals("HEAD") && this.methods.contains("GET");
	}

	private boolean matchesPath(String path) {
		if (this.pattern.matches(PathContainer.parsePath(path))) {
			return true;
		}
		String plain = withoutSlashes(path);
		return plain != null && this.pattern.matches(PathContainer.parsePath(plain));
	}

	/**
	 * Return a path without slashes at its end, or {@code null} if it has none.
	 */
	static @Nullable String withoutSlashes(String path) {
		int end = path.length();
		while (end > 1 && path.charAt(end - 1) == '/') {
			end--;
		}
		return (end < path.length()) ? path.substring(0, end) : null;
	}

	private boolean matchesTemplate(@Nullable String template) {
		return template != null && !template.isEmpty() && coversTemplate(template);
	}

}
