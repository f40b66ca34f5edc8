package io.github.raspspring.web;

import java.security.Principal;

import io.github.raspspring.engine.Subject;
import jakarta.servlet.http.HttpServletRequest;
import org.jspecify.annotations.Nullable;

/**
 * Finds the verified subject of a request. Called by many threads at once.
 */
@FunctionalInterface
public interface SubjectResolver {

	/** Takes the principal the container or Spring Security has verified. */
	SubjectResolver PRINCIPAL = (request) -> {
		Principal principal = request.getUserPrincipal();
		return (principal != null) ? new Subject(principal.getName(), null) : null;
	};

	/**
	 * Find the subject.
	 * @param request the request, after authentication
	 * @return the subject, or {@code null} if it is anonymous
	 */
	@Nullable Subject resolve(HttpServletRequest request);

}
