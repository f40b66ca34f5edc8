package io.github.raspspring.web;

import jakarta.servlet.http.HttpServletRequest;
import org.jspecify.annotations.Nullable;

/**
 * Finds the session of a request without ever creating one.
 */
public final class KnownSession {

	private KnownSession() {
	}

	/**
	 * Return the id of the session that a request belongs to.
	 * @param request the request
	 * @return the id, or {@code null} if the server knows no such session or can't tell
	 */
	public static @Nullable String idOf(HttpServletRequest request) {
		String requested = request.getRequestedSessionId();
		try {
			return (requested != null && request.isRequestedSessionIdValid()) ? requested : null;
		}
		catch (RuntimeException ex) {
			// Sessions may be kept in a store that does not answer.
			return null;
		}
	}

}
