package io.github.raspspring.inventory;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;

import org.springframework.core.DefaultParameterNameDiscoverer;
import org.springframework.core.MethodParameter;
import org.springframework.core.ParameterNameDiscoverer;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.servlet.mvc.method.RequestMappingInfo;

/**
 * Reads what is declared of a method of a controller.
 */
final class HandlerEndpoint {

	private static final ParameterNameDiscoverer NAMES = new DefaultParameterNameDiscoverer();

	private static final String TYPED = "Nothing: what is no number, identifier, enumeration or date is not bound.";

	private static final String BOUND = "Nothing that is bound; "
			+ "rules of the application's own, such as which values are plausible, remain its own.";

	private static final String CATCH_ALL = "The pattern takes every path below it: "
			+ "the path is judged as a whole, not by the meaning of its parts.";

	private HandlerEndpoint() {
	}

	static Endpoint of(RequestMappingInfo mapping, HandlerMethod handler) {
		List<EndpointParameter> parameters = new ArrayList<>();
		Coverage coverage = Coverage.TYPED;
		String open = TYPED;
		for (MethodParameter declared : handler.getMethodParameters()) {
			MethodParameter parameter = declared.clone();
			parameter.initParameterNameDiscovery(NAMES);
			ParameterCoverage covered = ParameterCoverage.of(parameter);
			parameters.add(covered.parameter());
			if (covered.coverage().compareTo(coverage) > 0) {
				coverage = covered.coverage();
				open = (coverage == Coverage.RAW) ? covered.open() : BOUND;
			}
		}
		if (coverage != Coverage.RAW && mapping.getPatternValues().stream().anyMatch(HandlerEndpoint::catchesAll)) {
			coverage = Coverage.RAW;
			open = CATCH_ALL;
		}
		return new Endpoint(texts(mapping.getMethodsCondition().getMethods()), texts(mapping.getPatternValues()),
				handler.getBeanType().getSimpleName() + "." + handler.getMethod().getName(),
				texts(mapping.getConsumesCondition().getConsumableMediaTypes()),
				texts(mapping.getProducesCondition().getProducibleMediaTypes()), parameters, coverage, open,
				List.copyOf(SensitiveNames.of(handler, parameters)), kind(handler), handler);
	}

	private static EndpointKind kind(HandlerMethod handler) {
		String name = handler.getBeanType().getName();
		return name.startsWith("org.springframework.boot.") && name.contains(".actuate.") ? EndpointKind.ACTUATOR
				: EndpointKind.CONTROLLER;
	}

	private static boolean catchesAll(String pattern) {
		return pattern.contains("**") || pattern.contains("{*");
	}

	private static List<String> texts(Collection<?> values) {
		return values.stream().map(Object::toString).sorted().toList();
	}

}
