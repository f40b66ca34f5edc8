package io.github.raspspring.web;

import java.util.concurrent.Callable;

import io.github.raspspring.engine.InspectionScope;
import io.github.raspspring.engine.InspectionScope.Binding;
import io.github.raspspring.engine.pipeline.Exchange;
import jakarta.servlet.ServletRequest;
import org.jspecify.annotations.Nullable;

import org.springframework.web.context.request.NativeWebRequest;
import org.springframework.web.context.request.RequestAttributes;
import org.springframework.web.context.request.async.CallableProcessingInterceptor;

/**
 * Carries the exchange to the thread on which Spring MVC runs the {@code Callable} of a
 * handler.
 */
public final class CallableScope implements CallableProcessingInterceptor {

	private static final String BINDING = CallableScope.class.getName() + ".binding";

	private final InspectionScope scope;

	/**
	 * Create the interceptor.
	 * @param scope where sinks find the exchange
	 */
	public CallableScope(InspectionScope scope) {
		this.scope = scope;
	}

	@Override
	public <T> void preProcess(NativeWebRequest request, Callable<T> task) {
		ServletRequest servletRequest = request.getNativeRequest(ServletRequest.class);
		Exchange exchange = (servletRequest != null) ? ExchangeHolder.find(servletRequest) : null;
		if (exchange != null) {
			request.setAttribute(BINDING, this.scope.bind(exchange), RequestAttributes.SCOPE_REQUEST);
		}
	}

	@Override
	public <T> void postProcess(NativeWebRequest request, Callable<T> task, @Nullable Object concurrentResult) {
		if (request.getAttribute(BINDING, RequestAttributes.SCOPE_REQUEST) instanceof Binding binding) {
			binding.close();
		}
	}

}
