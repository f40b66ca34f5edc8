package io.github.raspspring.carrier.servlet;

import io.github.raspspring.sink.SinkGuard;
import jakarta.servlet.RequestDispatcher;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletRequestWrapper;
import org.jspecify.annotations.Nullable;

/**
 * A request whose forwards and includes are judged before they are dispatched.
 */
final class GuardedRequest extends HttpServletRequestWrapper {

	private final SinkGuard guard;

	GuardedRequest(HttpServletRequest request, SinkGuard guard) {
		super(request);
		this.guard = guard;
	}

	@Override
	public @Nullable RequestDispatcher getRequestDispatcher(String path) {
		RequestDispatcher dispatcher = super.getRequestDispatcher(path);
		return (dispatcher != null) ? new GuardedDispatcher(dispatcher, path, this.guard) : null;
	}

}
