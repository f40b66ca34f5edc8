package io.github.raspspring.web;

import io.github.raspspring.engine.InspectionScope;
import io.github.raspspring.engine.pipeline.Exchange;
import jakarta.servlet.AsyncContext;
import jakarta.servlet.RequestDispatcher;
import jakarta.servlet.ServletRequest;
import jakarta.servlet.ServletResponse;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletRequestWrapper;
import org.jspecify.annotations.Nullable;

import org.springframework.web.util.WebUtils;

/**
 * A request whose inspection goes on in tasks that the container runs for it, and whose
 * dispatches are judged. One wrapper for both: Spring looks through all of them several
 * times for each parameter of a handler.
 */
class AsyncInspectedRequest extends HttpServletRequestWrapper {

	private final Exchange exchange;

	private final InspectionScope scope;

	private final EarlyRefusal refusal;

	private final InspectionFilter.Dispatches dispatches;

	private @Nullable AsyncContext asyncContext;

	AsyncInspectedRequest(HttpServletRequest request, Exchange exchange, InspectionScope scope, EarlyRefusal refusal,
			InspectionFilter.Dispatches dispatches) {
		super(request);
		this.exchange = exchange;
		this.scope = scope;
		this.refusal = refusal;
		this.dispatches = dispatches;
	}

	/**
	 * Return the request, wrapped unless it is so already.
	 */
	static HttpServletRequest of(HttpServletRequest request, Exchange exchange, InspectionScope scope,
			EarlyRefusal refusal, InspectionFilter.Dispatches dispatches) {
		boolean wrapped = WebUtils.getNativeRequest(request, AsyncInspectedRequest.class) != null;
		return wrapped ? request : new AsyncInspectedRequest(request, exchange, scope, refusal, dispatches);
	}

	@Override
	public @Nullable RequestDispatcher getRequestDispatcher(String path) {
		RequestDispatcher dispatcher = super.getRequestDispatcher(path);
		return (dispatcher != null) ? this.dispatches.guarded(dispatcher, path) : null;
	}

	@Override
	public AsyncContext startAsync() {
		return inspected(super.startAsync(), this);
	}

	@Override
	public AsyncContext startAsync(ServletRequest request, ServletResponse response) {
		return inspected(super.startAsync(request, response), request);
	}

	@Override
	public AsyncContext getAsyncContext() {
		AsyncContext context = super.getAsyncContext();
		AsyncContext own = this.asyncContext;
		return (own != null) ? own : context;
	}

	private AsyncContext inspected(AsyncContext context, ServletRequest request) {
		AsyncContext inspected = this.dispatches
			.guarded(new InspectedAsyncContext(context, request, this.exchange, this.scope, this.refusal));
		this.asyncContext = inspected;
		return inspected;
	}

}
