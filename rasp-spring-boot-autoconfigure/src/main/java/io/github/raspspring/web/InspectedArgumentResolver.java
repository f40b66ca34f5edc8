package io.github.raspspring.web;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

import io.github.raspspring.engine.InputLocation;
import io.github.raspspring.engine.InputValue;
import io.github.raspspring.engine.pipeline.Exchange;
import jakarta.servlet.ServletRequest;
import jakarta.servlet.http.HttpServletRequest;
import org.jspecify.annotations.Nullable;

import org.springframework.core.MethodParameter;
import org.springframework.web.bind.support.WebDataBinderFactory;
import org.springframework.web.context.request.NativeWebRequest;
import org.springframework.web.context.request.RequestAttributes;
import org.springframework.web.context.request.WebRequest;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.method.annotation.ModelAttributeMethodProcessor;
import org.springframework.web.method.support.HandlerMethodArgumentResolver;
import org.springframework.web.method.support.ModelAndViewContainer;
import org.springframework.web.servlet.HandlerMapping;

/**
 * Judges what an argument resolver has made of the request, and, behind the last argument
 * of a handler, the whole.
 */
final class InspectedArgumentResolver implements HandlerMethodArgumentResolver {

	/** As many values are looked for one by one. */
	private static final int FEW = 4;

	private final HandlerMethodArgumentResolver delegate;

	private final HandlerInspector inspector;

	/** Has one entry per parameter of the application's handlers at most. */
	private final Map<MethodParameter, Source> sources = new ConcurrentHashMap<>();

	InspectedArgumentResolver(HandlerMethodArgumentResolver delegate, HandlerInspector inspector) {
		this.delegate = delegate;
		this.inspector = inspector;
	}

	@Override
	public boolean supportsParameter(MethodParameter parameter) {
		return this.delegate.supportsParameter(parameter);
	}

	@Override
	public @Nullable Object resolveArgument(MethodParameter parameter, @Nullable ModelAndViewContainer mavContainer,
			NativeWebRequest webRequest, @Nullable WebDataBinderFactory binderFactory) throws Exception {
		Object argument = this.delegate.resolveArgument(parameter, mavContainer, webRequest, binderFactory);
		Exchange exchange = this.inspector.current();
		if (exchange != null) {
			Source source = source(parameter);
			inspect(exchange, source, argument);
			if (readsParameters(source, webRequest)) {
				inspectParameters(exchange, webRequest.getParameterMap());
			}
			if (isLastOfHandler(parameter, webRequest)) {
				this.inspector.bound(exchange);
			}
		}
		return argument;
	}

	private Source source(MethodParameter parameter) {
		Source known = this.sources.get(parameter);
		return (known != null) ? known : this.sources.computeIfAbsent(parameter, Source::of);
	}

	private void inspect(Exchange exchange, Source source, @Nullable Object argument) {
		InputLocation location = source.location;
		if (location == null || argument == null) {
			return;
		}
		List<InputValue> arrivals = new ArrayList<>(4);
		ArgumentLeaves.add(location, source.name, argument, arrivals);
		if (arrivals.isEmpty()) {
			return;
		}
		removeKnown(exchange, arrivals);
		if (!arrivals.isEmpty()) {
			this.inspector.arrived(exchange, arrivals);
		}
	}

	/**
	 * An object may be bound to any parameter, and who gets the request may ask for any.
	 * Of a request with a body the parameters are judged when they are asked for.
	 */
	private boolean readsParameters(Source source, NativeWebRequest webRequest) {
		if (this.delegate instanceof ModelAttributeMethodProcessor) {
			return true;
		}
		HttpServletRequest served = source.request ? webRequest.getNativeRequest(HttpServletRequest.class) : null;
		return served != null && !InspectedRequest.mayHaveBody(served);
	}

	private void inspectParameters(Exchange exchange, Map<String, String[]> parameters) {
		if (parameters.isEmpty()) {
			return;
		}
		List<InputValue> arrivals = new ArrayList<>(0);
		FormFields.readOthers(parameters, exchange, arrivals);
		if (!arrivals.isEmpty()) {
			this.inspector.arrived(exchange, arrivals);
		}
	}

	/**
	 * Leave out what was judged before binding; what remains was made by binding, such as
	 * the joined text of repeated parameters.
	 */
	private static void removeKnown(Exchange exchange, List<InputValue> arrivals) {
		List<InputValue> known = exchange.valuesWithin(0);
		int next = 0;
		int same = 0;
		while (next < known.size() && same < arrivals.size()) {
			same += isSame(known.get(next++), arrivals.get(same)) ? 1 : 0;
		}
		arrivals.subList(0, same).clear();
		if (arrivals.size() > FEW) {
			Set<String> texts = texts(known);
			arrivals.removeIf((value) -> texts.contains(value.value()));
		}
		else {
			arrivals.removeIf((value) -> isKnown(known, value));
		}
	}

	/**
	 * What is bound as it came is the very text that was judged, and comes in the same
	 * order: nothing has to be compared.
	 */
	@SuppressWarnings("ReferenceEquality")
	private static boolean isSame(InputValue known, InputValue value) {
		return known.value() == value.value();
	}

	private static boolean isKnown(List<InputValue> known, InputValue value) {
		for (InputValue one : known) {
			if (one.value().equals(value.value())) {
				return true;
			}
		}
		return false;
	}

	private static Set<String> texts(List<InputValue> known) {
		Set<String> texts = new HashSet<>();
		for (InputValue value : known) {
			texts.add(value.value());
		}
		return texts;
	}

	@SuppressWarnings("ReferenceEquality")
	private static boolean isLastOfHandler(MethodParameter parameter, NativeWebRequest webRequest) {
		Object handler = webRequest.getAttribute(HandlerMapping.BEST_MATCHING_HANDLER_ATTRIBUTE,
				RequestAttributes.SCOPE_REQUEST);
		if (!(handler instanceof HandlerMethod method)) {
			return false;
		}
		MethodParameter[] parameters = method.getMethodParameters();
		MethodParameter last = parameters[parameters.length - 1];
		return parameter == last || parameter.getParameterIndex() == last.getParameterIndex()
				&& parameter.getExecutable().equals(last.getExecutable());
	}

	/**
	 * What an argument is made of.
	 *
	 * @param location where single values of the request come from, {@code null} if it is
	 * made of anything else or judged elsewhere
	 * @param name the name of the parameter
	 * @param request whether it is the request itself
	 */
	private record Source(@Nullable InputLocation location, String name, boolean request) {

		static Source of(MethodParameter parameter) {
			Class<?> type = parameter.getParameterType();
			boolean request = ServletRequest.class.isAssignableFrom(type) || WebRequest.class.isAssignableFrom(type);
			return new Source(ArgumentLeaves.locationOf(parameter), String.valueOf(parameter.getParameterName()),
					request);
		}

	}

}
