package io.github.raspspring.web.answer;

import java.io.IOException;

import jakarta.servlet.Filter;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.ServletRequest;
import jakarta.servlet.ServletResponse;
import org.jspecify.annotations.Nullable;

import org.springframework.security.authentication.InsufficientAuthenticationException;
import org.springframework.security.web.access.ExceptionTranslationFilter;

/**
 * Has Spring Security ask who it is, in the way of its chain, where a request is refused
 * for nothing but that nobody is authenticated (RFC 9110, section 15.5.2). Goes on where
 * the chain translates no exceptions.
 */
public final class AuthenticationChallenge implements Filter {

	private volatile @Nullable ExceptionTranslationFilter translator;

	/**
	 * Let a filter of the chain ask.
	 * @param translator makes a question of an exception
	 */
	public void askBy(ExceptionTranslationFilter translator) {
		this.translator = translator;
	}

	@Override
	public void doFilter(ServletRequest request, ServletResponse response, FilterChain chain)
			throws IOException, ServletException {
		ExceptionTranslationFilter asking = this.translator;
		if (asking == null) {
			chain.doFilter(request, response);
			return;
		}
		asking.doFilter(request, response, (refused, answer) -> {
			throw new InsufficientAuthenticationException("The route asks for authentication");
		});
	}

}
