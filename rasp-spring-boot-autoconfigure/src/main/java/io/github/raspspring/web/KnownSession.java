package io.github.raspspring.web;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpSession;
import org.jspecify.annotations.Nullable;

/**
 * Finds the session of a request without ever creating one.
 */
public final class KnownSession {

	/** Where Spring Security keeps who has logged in; it never keeps anonymous there. */
	private static final String SECURITY_CONTEXT = "SPRING_SECURITY_CONTEXT";

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

	/**
	 * Return whether somebody has logged in to the session that a request belongs to.
	 * @param request the request
	 * @return {@code false} if nobody has, there is no session, or it can't be told
	 */
	static boolean isLoggedIn(HttpServletRequest request) {
		if (idOf(request) == null) {
			return false;
		}
		try {
			HttpSession session = request.getSession(false);
			return session != null && session.getAttribute(SECURITY_CONTEXT) != null;
		}
		catch (RuntimeException ex) {
			return false;
		}
	}

}
