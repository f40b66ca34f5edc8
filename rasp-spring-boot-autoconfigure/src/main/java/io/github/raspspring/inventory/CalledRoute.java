package io.github.raspspring.inventory;

import java.util.List;

import org.jspecify.annotations.Nullable;

/**
 * An endpoint as it is called.
 *
 * @param method the HTTP method, GET for HEAD
 * @param template the pattern of the handler
 */
record CalledRoute(String method, String template) {

	static CalledRoute of(String method, String template) {
		return new CalledRoute(method.equals("HEAD") ? "GET" : method, template);
	}

	/**
	 * Looked up at the end of each request, for which those of a record are slow.
	 */
	@Override
	public boolean equals(@Nullable Object other) {
		return other instanceof CalledRoute called && this.template.equals(called.template)
				&& this.method.equals(called.method);
	}

	@Override
	public int hashCode() {
		return 31 * this.template.hashCode() + this.method.hashCode();
	}

	/**
	 * Tell whether it is one of those that an endpoint serves.
	 * @param methods methods of the endpoint, empty for all
	 * @param paths its path patterns
	 */
	boolean isOneOf(List<String> methods, List<String> paths) {
		return (methods.isEmpty() || methods.contains(this.method)) && paths.contains(this.template);
	}

}
