package io.github.raspspring.web;

import java.io.IOException;

import io.github.raspspring.engine.Phase;
import io.github.raspspring.engine.Subject;
import io.github.raspspring.engine.pipeline.Exchange;
import jakarta.servlet.Filter;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.ServletRequest;
import jakarta.servlet.ServletResponse;
import jakarta.servlet.http.HttpServletRequest;

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
			Subject subject = this.subjects.resolve((HttpServletRequest) request);
			if (subject != null) {
				exchange.identifiedAs(subject);
			}
		}
		chain.doFilter(request, response);
	}

}
