package io.github.raspspring.carrier.servlet;

import java.io.IOException;
import java.util.List;

import io.github.raspspring.attack.url.ForwardCall;
import io.github.raspspring.sink.SinkCarrier;
import io.github.raspspring.sink.SinkCoverage;
import io.github.raspspring.sink.SinkGuard;
import io.github.raspspring.sink.SinkKind;
import jakarta.servlet.DispatcherType;
import jakarta.servlet.Filter;
import jakarta.servlet.FilterChain;
import jakarta.servlet.RequestDispatcher;
import jakarta.servlet.ServletException;
import jakarta.servlet.ServletRequest;
import jakarta.servlet.ServletResponse;
import jakarta.servlet.http.HttpServletRequest;
import org.jspecify.annotations.Nullable;

/**
 * Judges forwards and includes on their way to the target, unless that has been done:
 * those of dispatchers that a {@code ServletContext} or a page has handed out, of which
 * the container has resolved the path. Mapped to forwards and includes alone, so an error
 * page is none of them.
 */
public final class DispatchGuardFilter implements Filter, SinkCarrier {

	private final SinkGuard guard;

	/**
	 * Create the filter.
	 * @param guard judges the calls
	 */
	public DispatchGuardFilter(SinkGuard guard) {
		this.guard = guard;
	}

	@Override
	public void doFilter(ServletRequest request, ServletResponse response, FilterChain chain)
			throws IOException, ServletException {
		if (!GuardedDispatcher.takeJudged(request) && this.guard.watches(SinkKind.FORWARD)) {
			check(request);
		}
		chain.doFilter(request, response);
	}

	private void check(ServletRequest request) {
		boolean forwards = request.getDispatcherType() == DispatcherType.FORWARD;
		String path = forwards ? path(request) : included(request);
		if (path != null) {
			this.guard.check(new ForwardCall(forwards ? "forward" : "include", path, ForwardCall.Target.RESOLVED_PATH));
		}
	}

	/**
	 * The URI is what was asked for, wherever the container leaves it unresolved.
	 */
	private static @Nullable String path(ServletRequest request) {
		return (request instanceof HttpServletRequest http) ? within(http.getContextPath(), http.getRequestURI())
				: null;
	}

	private static @Nullable String included(ServletRequest request) {
		Object uri = request.getAttribute(RequestDispatcher.INCLUDE_REQUEST_URI);
		return (uri != null) ? within(request.getServletContext().getContextPath(), uri.toString()) : null;
	}

	private static String within(String contextPath, String uri) {
		return uri.startsWith(contextPath) ? uri.substring(contextPath.length()) : uri;
	}

	@Override
	public List<SinkCoverage> coverage() {
		return List.of(new SinkCoverage(SinkKind.FORWARD, List.of("ServletContext"), List.of()));
	}

}
