package io.github.raspspring.web.answer;

import java.io.IOException;

import io.github.raspspring.web.IdentityFilter;
import jakarta.servlet.Filter;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.ServletRequest;
import jakarta.servlet.ServletResponse;

import org.springframework.security.authentication.InsufficientAuthenticationException;

/**
 * Has Spring Security ask who it is, in the way of its chain, where a request is refused
 * for nothing but that nobody is authenticated (RFC 9110, section 15.5.2). Stands behind
 * the filter that translates exceptions.
 */
public final class AuthenticationChallenge implements Filter {

	@Override
	public void doFilter(ServletRequest request, ServletResponse response, FilterChain chain)
			throws IOException, ServletException {
		if (IdentityFilter.isToBeChallenged(request)) {
			InsufficientAuthenticationException challenge = new InsufficientAuthenticationException(
					"The route asks for authentication");
			IdentityFilter.challenge(request, challenge);
			throw challenge;
		}
		chain.doFilter(request, response);
	}

}
