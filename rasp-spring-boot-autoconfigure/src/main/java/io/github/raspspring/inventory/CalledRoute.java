package io.github.raspspring.inventory;

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
	 * Tell whether it is one of those that an endpoint serves.
	 */
	boolean isOf(Endpoint endpoint) {
		return (endpoint.methods().isEmpty() || endpoint.methods().contains(this.method))
				&& endpoint.paths().contains(this.template);
	}

}
