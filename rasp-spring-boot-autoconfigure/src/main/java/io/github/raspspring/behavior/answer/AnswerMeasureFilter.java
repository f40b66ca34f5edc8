package io.github.raspspring.behavior.answer;

import java.io.IOException;
import java.util.function.LongSupplier;

import io.github.raspspring.engine.InspectionScope;
import io.github.raspspring.engine.pipeline.Exchange;
import jakarta.servlet.Filter;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.ServletRequest;
import jakarta.servlet.ServletResponse;
import jakarta.servlet.http.HttpServletResponse;
import org.jspecify.annotations.Nullable;

/**
 * Lets the exchange know how long the body of its answer is. Stands right behind the
 * filter that begins the exchange.
 */
public final class AnswerMeasureFilter implements Filter {

	private final InspectionScope scope;

	private final Container container;

	/**
	 * Create the filter.
	 * @param scope where the exchange is found
	 * @param container counts what is written, where it can be asked
	 */
	public AnswerMeasureFilter(InspectionScope scope, Container container) {
		this.scope = scope;
		this.container = container;
	}

	@Override
	public void doFilter(ServletRequest request, ServletResponse response, FilterChain chain)
			throws IOException, ServletException {
		if (response instanceof HttpServletResponse httpResponse && this.scope.current() instanceof Exchange exchange) {
			LongSupplier counted = this.container.measure(httpResponse);
			if (counted == null) {
				MeasuredResponse measured = new MeasuredResponse(httpResponse);
				exchange.measuredBy(measured);
				chain.doFilter(request, measured);
				return;
			}
			exchange.measuredBy(counted);
		}
		chain.doFilter(request, response);
	}

	/**
	 * Counts what is written anyway.
	 */
	@FunctionalInterface
	public interface Container {

		/** Tells nothing. */
		Container UNKNOWN = (response) -> null;

		/**
		 * Find what tells the length of the body of an answer.
		 * @param response a response of the request that the thread serves
		 * @return tells as much as was written or announced, until the request has ended;
		 * {@code null} if the response is not the container's own
		 */
		@Nullable LongSupplier measure(HttpServletResponse response);

	}

}
