package io.github.raspspring.web;

import io.github.raspspring.engine.ClientIdentity;
import jakarta.servlet.http.HttpServletRequest;

/**
 * Finds out who sends a request. Called by many threads at once.
 */
@FunctionalInterface
public interface ClientResolver {

	/**
	 * Find the client.
	 * @param request the request
	 * @return the client
	 */
	ClientIdentity resolve(HttpServletRequest request);

}
