package io.github.raspspring.web;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;

import io.github.raspspring.document.InnerDocuments;
import io.github.raspspring.engine.InputLocation;
import io.github.raspspring.engine.InputValue;
import io.github.raspspring.engine.pipeline.Exchange;
import jakarta.servlet.DispatcherType;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.jspecify.annotations.Nullable;

import org.springframework.web.method.HandlerMethod;
import org.springframework.web.servlet.HandlerInterceptor;
import org.springframework.web.servlet.HandlerMapping;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.function.HandlerFunction;
import org.springframework.web.servlet.function.RouterFunctions;

/**
 * Learns the route, and what it answers with, once the handler is known, and judges path
 * variables before anything is bound to them. Sees to it that no view answers for a
 * handler that swallowed a refusal.
 */
public final class HandlerEntryInterceptor implements HandlerInterceptor {

	private final HandlerInspector inspector;

	private final HandlerAnswers answers = new HandlerAnswers();

	/**
	 * Create the interceptor.
	 * @param inspector judges what becomes known
	 */
	public HandlerEntryInterceptor(HandlerInspector inspector) {
		this.inspector = inspector;
	}

	@Override
	public boolean preHandle(HttpServletRequest request, HttpServletResponse response, Object handler) {
		Exchange exchange = this.inspector.current();
		if (exchange == null || exchange.route() != null) {
			return true;
		}
		if (request.getDispatcherType() != DispatcherType.ERROR) {
			this.inspector.found(exchange);
		}
		exchange.routedTo((String) request.getAttribute(HandlerMapping.BEST_MATCHING_PATTERN_ATTRIBUTE));
		this.inspector.answeredWith(exchange, this.answers.of(request, handler));
		List<InputValue> arrivals = new ArrayList<>(0);
		addPathVariables(request, HandlerMapping.URI_TEMPLATE_VARIABLES_ATTRIBUTE, arrivals);
		if (handler instanceof HandlerFunction) {
			addToFunction(request, exchange, arrivals);
		}
		if (!arrivals.isEmpty()) {
			InnerDocuments.unfold(arrivals, arrivals::add);
			this.inspector.arrived(exchange, arrivals);
		}
		if (!(handler instanceof HandlerMethod method) || method.getMethodParameters().length == 0) {
			this.inspector.bound(exchange);
		}
		return true;
	}

	@Override
	public void postHandle(HttpServletRequest request, HttpServletResponse response, Object handler,
			@Nullable ModelAndView modelAndView) {
		this.inspector.leaveIfRefused();
	}

	private static void addToFunction(HttpServletRequest request, Exchange exchange, List<InputValue> arrivals) {
		addPathVariables(request, RouterFunctions.URI_TEMPLATE_VARIABLES_ATTRIBUTE, arrivals);
		if (!InspectedRequest.mayHaveBody(request)) {
			FormFields.readOthers(request.getParameterMap(), exchange, arrivals);
		}
	}

	private static void addPathVariables(HttpServletRequest request, String attribute,
			Collection<InputValue> arrivals) {
		if (request.getAttribute(attribute) instanceof Map<?, ?> map && !map.isEmpty()) {
			map.forEach((name, value) -> arrivals
				.add(new InputValue(InputLocation.PATH, String.valueOf(name), String.valueOf(value))));
		}
	}

}
