package io.github.raspspring.autoconfigure.inventory;

import java.util.function.Supplier;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.jspecify.annotations.Nullable;

import org.springframework.util.function.SingletonSupplier;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.servlet.HandlerInterceptor;
import org.springframework.web.servlet.ModelAndView;

/**
 * Lets the interceptor of handlers know those of Spring Data REST, which has mappings of
 * its own that interceptors of Spring MVC are not added to.
 */
final class RepositoryEntryInterceptor implements HandlerInterceptor {

	private static final String HANDLERS = "org.springframework.data.rest.";

	private final Supplier<HandlerInterceptor> interceptor;

	RepositoryEntryInterceptor(Supplier<HandlerInterceptor> interceptor) {
		this.interceptor = SingletonSupplier.of(interceptor);
	}

	@Override
	public boolean preHandle(HttpServletRequest request, HttpServletResponse response, Object handler)
			throws Exception {
		return !isOfRepository(handler) || this.interceptor.get().preHandle(request, response, handler);
	}

	@Override
	public void postHandle(HttpServletRequest request, HttpServletResponse response, Object handler,
			@Nullable ModelAndView modelAndView) throws Exception {
		if (isOfRepository(handler)) {
			this.interceptor.get().postHandle(request, response, handler, modelAndView);
		}
	}

	private static boolean isOfRepository(Object handler) {
		return handler instanceof HandlerMethod method && method.getBeanType().getName().startsWith(HANDLERS);
	}

}
