package io.github.raspspring.web;

import java.lang.reflect.Modifier;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
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

	/** What {@link ArgumentLeaves} finds texts in. */
	private static final List<Class<?>> HOLDERS = List.of(CharSequence.class, Object[].class, Collection.class,
			Map.class, Optional.class);

	private final HandlerMethodArgumentResolver delegate;

	private final HandlerInspector inspector;

	private final boolean bindsObjects;

	/** Has one entry per parameter of the application's handlers at most. */
	private final Map<MethodParameter, Source> sources = new ConcurrentHashMap<>();

	InspectedArgumentResolver(HandlerMethodArgumentResolver delegate, HandlerInspector inspector) {
		this.delegate = delegate;
		this.inspector = inspector;
		this.bindsObjects = delegate instanceof ModelAttributeMethodProcessor;
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
			InputLocation location = source.location;
			if (location != null && argument != null) {
				inspect(exchange, location, source.name, argument);
			}
			if (readsParameters(source, webRequest)) {
				inspectParameters(exchange, webRequest.getParameterMap());
			}
			if (source.last && isLastOfHandler(parameter, webRequest)) {
				this.inspector.bound(exchange);
			}
		}
		return argument;
	}

	private Source source(MethodParameter parameter) {
		Source known = this.sources.get(parameter);
		return (known != null) ? known : this.sources.computeIfAbsent(parameter, Source::of);
	}

	private void inspect(Exchange exchange, InputLocation location, String name, Object argument) {
		if (argument instanceof String text && isKnown(exchange.valuesWithin(0), text)) {
			return;
		}
		List<InputValue> arrivals = new ArrayList<>(4);
		ArgumentLeaves.add(location, name, argument, arrivals);
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
		if (this.bindsObjects) {
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
			arrivals.removeIf((value) -> isKnown(known, value.value()));
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

	private static boolean isKnown(List<InputValue> known, String text) {
		for (int i = 0; i < known.size(); i++) {
			if (known.get(i).value().equals(text)) {
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
	 * made of anything else, judged elsewhere, or holds no text
	 * @param name the name of the parameter
	 * @param request whether it is the request itself
	 * @param last whether its method has no parameter behind it
	 */
	private record Source(@Nullable InputLocation location, String name, boolean request, boolean last) {

		static Source of(MethodParameter parameter) {
			Class<?> type = parameter.getParameterType();
			boolean request = ServletRequest.class.isAssignableFrom(type) || WebRequest.class.isAssignableFrom(type);
			boolean last = parameter.getParameterIndex() == parameter.getExecutable().getParameterCount() - 1;
			return new Source(mayHoldText(type) ? ArgumentLeaves.locationOf(parameter) : null,
					String.valueOf(parameter.getParameterName()), request, last);
		}

		/**
		 * Of what can't be extended the declared type tells.
		 */
		private static boolean mayHoldText(Class<?> type) {
			return !Modifier.isFinal(type.getModifiers())
					|| HOLDERS.stream().anyMatch((holder) -> holder.isAssignableFrom(type));
		}

	}

}
