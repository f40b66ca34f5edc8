package io.github.raspspring.behavior.answer;

import java.io.IOException;

import io.github.raspspring.engine.InspectionScope;
import io.github.raspspring.engine.pipeline.Exchange;
import jakarta.servlet.Filter;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.ServletRequest;
import jakarta.servlet.ServletResponse;
import jakarta.servlet.http.HttpServletResponse;

/**
 * Lets the exchange know how long the body of its answer is. Stands right behind the
 * filter that begins the exchange.
 */
public final class AnswerMeasureFilter implements Filter {

	private final InspectionScope scope;

	/**
	 * Create the filter.
	 * @param scope where the exchange is found
	 */
	public AnswerMeasureFilter(InspectionScope scope) {
		this.scope = scope;
	}

	@Override
	public void doFilter(ServletRequest request, ServletResponse response, FilterChain chain)
			throws IOException, ServletException {
		if (response instanceof HttpServletResponse httpResponse && this.scope.current() instanceof Exchange exchange) {
			MeasuredResponse measured = new MeasuredResponse(httpResponse);
			exchange.measuredBy(measured);
			chain.doFilter(request, measured);
			return;
		}
		chain.doFilter(request, response);
	}

}
