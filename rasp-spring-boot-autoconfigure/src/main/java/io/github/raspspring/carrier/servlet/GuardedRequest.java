package io.github.raspspring.carrier.servlet;

import io.github.raspspring.sink.SinkGuard;
import jakarta.servlet.AsyncContext;
import jakarta.servlet.RequestDispatcher;
import jakarta.servlet.ServletRequest;
import jakarta.servlet.ServletResponse;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletRequestWrapper;
import org.jspecify.annotations.Nullable;

/**
 * A request whose forwards, includes and asynchronous dispatches are judged before they
 * are dispatched.
 */
final class GuardedRequest extends HttpServletRequestWrapper {

	private final SinkGuard guard;

	private @Nullable AsyncContext asyncContext;

	GuardedRequest(HttpServletRequest request, SinkGuard guard) {
		super(request);
		this.guard = guard;
	}

	@Override
	public @Nullable RequestDispatcher getRequestDispatcher(String path) {
		RequestDispatcher dispatcher = super.getRequestDispatcher(path);
		return (dispatcher != null) ? new GuardedDispatcher(dispatcher, path, this.guard) : null;
	}

	@Override
	public AsyncContext startAsync() {
		return guarded(super.startAsync());
	}

	@Override
	public AsyncContext startAsync(ServletRequest request, ServletResponse response) {
		return guarded(super.startAsync(request, response));
	}

	@Override
	public AsyncContext getAsyncContext() {
		AsyncContext context = super.getAsyncContext();
		AsyncContext own = this.asyncContext;
		return (own != null) ? own : context;
	}

	private AsyncContext guarded(AsyncContext context) {
		AsyncContext guarded = new GuardedAsyncContext(context, this.guard);
		this.asyncContext = guarded;
		return guarded;
	}

}
