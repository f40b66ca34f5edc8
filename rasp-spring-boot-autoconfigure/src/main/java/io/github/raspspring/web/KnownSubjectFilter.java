package io.github.raspspring.web;

import java.io.IOException;

import io.github.raspspring.engine.JvmErrors;
import io.github.raspspring.engine.Phase;
import io.github.raspspring.engine.Subject;
import io.github.raspspring.engine.pipeline.Exchange;
import jakarta.servlet.Filter;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.ServletRequest;
import jakarta.servlet.ServletResponse;
import jakarta.servlet.http.HttpServletRequest;
import org.jspecify.annotations.Nullable;

/**
 * Tells the exchange who was authenticated, right behind authentication, so that what is
 * reported before the {@link IdentityFilter} names the verified subject. Judges nothing.
 */
public final class KnownSubjectFilter implements Filter {

	private final SubjectResolver subjects;

	/**
	 * Create the filter.
	 * @param subjects finds the verified subject
	 */
	public KnownSubjectFilter(SubjectResolver subjects) {
		this.subjects = subjects;
	}

	@Override
	public void doFilter(ServletRequest request, ServletResponse response, FilterChain chain)
			throws IOException, ServletException {
		Exchange exchange = ExchangeHolder.find(request);
		if (exchange != null && exchange.phase() == Phase.REQUEST) {
			Subject subject = subject((HttpServletRequest) request);
			if (subject != null) {
				exchange.identifiedAs(subject);
			}
		}
		chain.doFilter(request, response);
	}

	/**
	 * A resolver that fails is asked again, and its failure told of, once the subject has
	 * to be known.
	 */
	private @Nullable Subject subject(HttpServletRequest request) {
		try {
			return this.subjects.resolve(request);
		}
		catch (Throwable ex) {
			JvmErrors.rethrow(ex);
			return null;
		}
	}

}
