package io.github.raspspring.autoconfigure.ratelimit;

import java.util.HashSet;
import java.util.List;
import java.util.Set;

import io.github.raspspring.ratelimit.RateLimit;
import io.github.raspspring.ratelimit.RateLimited;
import io.github.raspspring.ratelimit.RateLimits;
import io.github.raspspring.ratelimit.Selection;

import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.SmartInitializingSingleton;
import org.springframework.boot.context.properties.source.InvalidConfigurationPropertyValueException;
import org.springframework.boot.webmvc.autoconfigure.DispatcherServletPath;
import org.springframework.core.annotation.AnnotatedElementUtils;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.servlet.mvc.method.RequestMappingInfo;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;

/**
 * Puts handlers under the plans that their {@link RateLimited} names.
 */
final class RateLimitedHandlers implements SmartInitializingSingleton {

	private final RateLimits limits;

	private final ObjectProvider<RequestMappingHandlerMapping> mappings;

	private final ObjectProvider<DispatcherServletPath> servletPath;

	RateLimitedHandlers(RateLimits limits, ObjectProvider<RequestMappingHandlerMapping> mappings,
			ObjectProvider<DispatcherServletPath> servletPath) {
		this.limits = limits;
		this.mappings = mappings;
		this.servletPath = servletPath;
	}

	@Override
	public void afterSingletonsInstantiated() {
		this.mappings.orderedStream().forEach((mapping) -> mapping.getHandlerMethods().forEach(this::limit));
	}

	private void limit(RequestMappingInfo mapping, HandlerMethod handler) {
		RateLimited annotation = handler.getMethodAnnotation(RateLimited.class);
		if (annotation == null) {
			annotation = AnnotatedElementUtils.findMergedAnnotation(handler.getBeanType(), RateLimited.class);
		}
		if (annotation == null) {
			return;
		}
		for (String plan : annotation.value()) {
			limit(plan, handler).select(List.of(selection(mapping)));
		}
	}

	private RateLimit limit(String plan, HandlerMethod handler) {
		RateLimit limit = this.limits.find(plan);
		if (limit == null) {
			throw new InvalidConfigurationPropertyValueException(RaspRateLimitProperties.PLANS + plan, null,
					"Configure the plan that @RateLimited on " + handler + " names.");
		}
		return limit;
	}

	/**
	 * Handlers know nothing of the path of the servlet in front of them.
	 */
	private Selection selection(RequestMappingInfo mapping) {
		DispatcherServletPath servlet = this.servletPath.getIfUnique();
		String prefix = (servlet != null) ? servlet.getPrefix() : "";
		Set<String> methods = new HashSet<>();
		mapping.getMethodsCondition().getMethods().forEach((method) -> methods.add(method.name()));
		List<String> patterns = mapping.getPatternValues()
			.stream()
			.map((pattern) -> pattern.isEmpty() && prefix.isEmpty() ? "/" : prefix + pattern)
			.toList();
		return Selection.of(patterns, methods);
	}

}
