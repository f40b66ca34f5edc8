package io.github.raspspring.web;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

import jakarta.servlet.ServletRegistration;
import jakarta.servlet.http.HttpServletRequest;
import org.jspecify.annotations.Nullable;

import org.springframework.util.ClassUtils;
import org.springframework.web.servlet.DispatcherServlet;

/**
 * Knows which servlets of the application look for a handler, and may answer with data
 * then.
 */
public final class ServedServlets {

	/** Has one entry per servlet of the application at most. */
	private final Map<String, Boolean> dispatching = new ConcurrentHashMap<>();

	private volatile @Nullable Boolean allDispatching;

	/**
	 * Return whether the servlet of a request is one of Spring, or unknown.
	 * @param request the request, before it reaches its servlet
	 * @return {@code false} if a servlet of another kind answers it
	 */
	public boolean mayFindHandler(HttpServletRequest request) {
		if (areAllDispatching(request)) {
			return true;
		}
		String name = request.getHttpServletMapping().getServletName();
		return name == null || name.isEmpty()
				|| this.dispatching.computeIfAbsent(name, (key) -> isDispatcher(request, key));
	}

	/**
	 * No servlet is registered any more once the first request is there.
	 */
	private boolean areAllDispatching(HttpServletRequest request) {
		Boolean known = this.allDispatching;
		if (known == null) {
			known = request.getServletContext()
				.getServletRegistrations()
				.keySet()
				.stream()
				.allMatch((name) -> isDispatcher(request, name));
			this.allDispatching = known;
		}
		return known;
	}

	private static boolean isDispatcher(HttpServletRequest request, String name) {
		ServletRegistration registration = request.getServletContext().getServletRegistration(name);
		String type = (registration != null) ? registration.getClassName() : null;
		return type == null || !ClassUtils.isPresent(type, DispatcherServlet.class.getClassLoader())
				|| DispatcherServlet.class
					.isAssignableFrom(ClassUtils.resolveClassName(type, DispatcherServlet.class.getClassLoader()));
	}

}
