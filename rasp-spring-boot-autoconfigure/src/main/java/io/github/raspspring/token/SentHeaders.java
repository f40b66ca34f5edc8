package io.github.raspspring.token;

import java.util.Set;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletRequestWrapper;

/**
 * Finds the request whose headers may be read without Spring Security's firewall holding
 * each of them against its patterns once more, which takes longer than all that is asked
 * of a token. What the firewall refuses gets no further for that: the application reads
 * the same headers through it. Wrappers that nobody knows may say anything of headers,
 * and are asked as ever.
 */
public final class SentHeaders {

	private static final String FIREWALL = "org.springframework.security.web.firewall.StrictHttpFirewall$StrictFirewalledRequest";

	/**
	 * Wrappers of Spring Security within the firewall that pass headers on as they are.
	 */
	private static final Set<String> TRANSPARENT = Set.of(
			"org.springframework.security.web.header.HeaderWriterFilter$HeaderWriterRequest",
			"org.springframework.security.web.servletapi.SecurityContextHolderAwareRequestWrapper",
			"org.springframework.security.web.servletapi.HttpServlet3RequestFactory$Servlet3SecurityContextHolderAwareRequestWrapper");

	private SentHeaders() {
	}

	/**
	 * Find the request to read headers from.
	 * @param request the request as it is within Spring Security
	 * @return the one that the firewall wraps, or the given one if anybody else may have
	 * changed its headers since
	 */
	public static HttpServletRequest of(HttpServletRequest request) {
		HttpServletRequest current = request;
		while (current instanceof HttpServletRequestWrapper wrapper
				&& wrapper.getRequest() instanceof HttpServletRequest wrapped) {
			String name = current.getClass().getName();
			if (name.equals(FIREWALL)) {
				return wrapped;
			}
			if (!TRANSPARENT.contains(name)) {
				return request;
			}
			current = wrapped;
		}
		return request;
	}

}
