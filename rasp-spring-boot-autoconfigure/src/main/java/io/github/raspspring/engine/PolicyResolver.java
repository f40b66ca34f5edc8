package io.github.raspspring.engine;

/**
 * Port that finds the policy of a request. Called by many threads at once.
 */
@FunctionalInterface
public interface PolicyResolver {

	/**
	 * Find the policy.
	 * @param method the HTTP method
	 * @param path the path within the application, as sent: encoded, parameters included
	 * @return the policy, the same instance for the same route
	 */
	Policy resolve(String method, String path);

	/**
	 * Find the policy of a request of a client.
	 * @param method the HTTP method
	 * @param path the path within the application, as sent: encoded, parameters included
	 * @param client who sends it, before authentication
	 * @return the policy, the same for all clients unless overridden
	 */
	default Policy resolve(String method, String path, ClientIdentity client) {
		return resolve(method, path);
	}

}
