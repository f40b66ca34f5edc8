package io.github.raspspring.web.answer;

import java.util.Collection;
import java.util.List;
import java.util.Set;

import jakarta.servlet.Filter;
import jakarta.servlet.http.HttpServletRequest;
import org.jspecify.annotations.Nullable;

/**
 * A filter behind the one that refuses, whose headers a refusal would lack.
 *
 * @param filter the filter
 * @param patterns the URL patterns that it is registered for, as in the servlet
 * specification
 * @param servlets names of the servlets that it is registered for; where there are
 * neither patterns nor servlets it is for all requests
 */
public record WalkedFilter(Filter filter, Collection<String> patterns, Set<String> servlets) {

	public WalkedFilter {
		patterns = List.copyOf(patterns);
		servlets = Set.copyOf(servlets);
	}

	boolean isFor(HttpServletRequest request) {
		String uri = request.getRequestURI();
		String path = uri.substring(Math.min(uri.length(), request.getContextPath().length()));
		return this.patterns.isEmpty() && this.servlets.isEmpty()
				|| this.patterns.stream().anyMatch((pattern) -> matches(pattern, path)) || isOfServlet(request);
	}

	private boolean isOfServlet(HttpServletRequest request) {
		@Nullable String name = this.servlets.isEmpty() ? null : request.getHttpServletMapping().getServletName();
		return name != null && this.servlets.contains(name);
	}

	private static boolean matches(String pattern, String path) {
		if (pattern.equals("/*") || pattern.equals(path)) {
			return true;
		}
		if (pattern.endsWith("/*")) {
			String folder = pattern.substring(0, pattern.length() - 2);
			return path.equals(folder) || path.startsWith(folder + "/");
		}
		return pattern.startsWith("*.") && path.endsWith(pattern.substring(1));
	}

}
