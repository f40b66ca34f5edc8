package io.github.raspspring.web;

import io.github.raspspring.engine.pipeline.Exchange;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.jspecify.annotations.Nullable;

import org.springframework.core.PriorityOrdered;
import org.springframework.web.servlet.HandlerExceptionResolver;
import org.springframework.web.servlet.ModelAndView;

/**
 * Sees the exceptions that leave handlers ahead of the application's own exception
 * handlers, of whatever order, together with the exchange they belong to.
 */
abstract class ExchangeExceptionResolver implements HandlerExceptionResolver, PriorityOrdered {

	@Override
	public final int getOrder() {
		return HIGHEST_PRECEDENCE;
	}

	@Override
	public final @Nullable ModelAndView resolveException(HttpServletRequest request, HttpServletResponse response,
			@Nullable Object handler, Exception ex) {
		ModelAndView answered = resolve(ExchangeHolder.find(request), request, response, ex);
		if (answered != null && request.isAsyncStarted()) {
			// Nobody else ends what the handler began, and the client would wait for it.
			request.getAsyncContext().complete();
		}
		return answered;
	}

	/**
	 * Treat an exception.
	 * @return an empty view if it is answered, {@code null} to leave it to others
	 */
	abstract @Nullable ModelAndView resolve(@Nullable Exchange exchange, HttpServletRequest request,
			HttpServletResponse response, Exception ex);

}
