package io.github.raspspring.policy.advice;

import org.jspecify.annotations.Nullable;

/**
 * A route by the method and the pattern of its handler, of which an application has so
 * many.
 *
 * @param method the HTTP method
 * @param template the pattern
 */
record RouteKey(String method, String template) {

	/**
	 * Asked at each request, of the one text that the handler's mapping has.
	 */
	@Override
	public boolean equals(@Nullable Object other) {
		return other instanceof RouteKey key && this.template.equals(key.template) && this.method.equals(key.method);
	}

	@Override
	public int hashCode() {
		return 31 * this.template.hashCode() + this.method.hashCode();
	}

}
