package io.github.raspspring.carrier.servlet;

import java.io.IOException;
import java.util.List;

import io.github.raspspring.sink.SinkCarrier;
import io.github.raspspring.sink.SinkCoverage;
import io.github.raspspring.sink.SinkGuard;
import io.github.raspspring.sink.SinkKind;
import jakarta.servlet.AsyncContext;
import jakarta.servlet.Filter;
import jakarta.servlet.FilterChain;
import jakarta.servlet.RequestDispatcher;
import jakarta.servlet.ServletException;
import jakarta.servlet.ServletRequest;
import jakarta.servlet.ServletResponse;
import jakarta.servlet.http.HttpServletResponse;

/**
 * Judges redirects and headers as the application sets them, forwards and includes as it
 * dispatches them. Stands right behind the filter that binds the request, so that what
 * filters and views do is seen as well. That filter wraps the request anyway, and guards
 * its dispatches by this one.
 */
public final class ServletGuardFilter implements Filter, SinkCarrier {

	private static final List<String> CARRIED = List.of("HttpServletResponse");

	private final SinkGuard guard;

	/**
	 * Create the filter.
	 * @param guard judges the calls
	 */
	public ServletGuardFilter(SinkGuard guard) {
		this.guard = guard;
	}

	@Override
	public void doFilter(ServletRequest request, ServletResponse response, FilterChain chain)
			throws IOException, ServletException {
		chain.doFilter(request, guarded(response));
	}

	/**
	 * Judge what a dispatcher is asked for.
	 * @param dispatcher forwards and includes
	 * @param path the path as the application put it together
	 * @return the dispatcher, guarded if somebody judges
	 */
	public RequestDispatcher guarded(RequestDispatcher dispatcher, String path) {
		return this.guard.watches(SinkKind.FORWARD) ? new GuardedDispatcher(dispatcher, path, this.guard) : dispatcher;
	}

	/**
	 * Judge where an asynchronous context dispatches to.
	 * @param context the context
	 * @return the context, guarded if somebody judges
	 */
	public AsyncContext guarded(AsyncContext context) {
		return this.guard.watches(SinkKind.FORWARD) ? new GuardedAsyncContext(context, this.guard) : context;
	}

	private ServletResponse guarded(ServletResponse response) {
		boolean guarded = response instanceof HttpServletResponse
				&& (this.guard.watches(SinkKind.REDIRECT) || this.guard.watches(SinkKind.HEADER));
		return guarded ? new GuardedResponse((HttpServletResponse) response, this.guard) : response;
	}

	@Override
	public List<SinkCoverage> coverage() {
		return List.of(new SinkCoverage(SinkKind.REDIRECT, CARRIED, List.of()),
				new SinkCoverage(SinkKind.HEADER, CARRIED, List.of()),
				new SinkCoverage(SinkKind.FORWARD, List.of("HttpServletRequest"), List.of()));
	}

}
