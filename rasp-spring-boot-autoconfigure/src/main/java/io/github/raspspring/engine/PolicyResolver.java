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

}
