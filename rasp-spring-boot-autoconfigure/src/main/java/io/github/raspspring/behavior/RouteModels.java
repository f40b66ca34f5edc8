package io.github.raspspring.behavior;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;

import org.jspecify.annotations.Nullable;

/**
 * All routes that were used. They are named by templates of the application, never by
 * what a client sent, and bounded all the same. Thread-safe.
 */
public final class RouteModels {

	private static final int MOST = 4096;

	private static final List<String> METHODS = List.of("GET", "POST", "PUT", "DELETE", "PATCH", "OPTIONS");

	private final LearningSettings settings;

	private final Map<String, @Nullable RouteModel[]> byTemplate = new ConcurrentHashMap<>();

	private final List<RouteModel> all = new CopyOnWriteArrayList<>();

	/**
	 * Create an instance that knows no route.
	 * @param settings how limits are learnt
	 */
	public RouteModels(LearningSettings settings) {
		this.settings = settings;
	}

	/**
	 * Find a route.
	 * @param method the method of a request
	 * @param template the template that matched it, or {@code null} if none did
	 * @return the route, or {@code null} if it is none of the application's
	 */
	public @Nullable RouteModel find(String method, @Nullable String template) {
		int index = (template != null) ? indexOf(method) : -1;
		if (template == null || index < 0) {
			return null;
		}
		@Nullable RouteModel[] models = this.byTemplate.get(template);
		RouteModel model = (models != null) ? models[index] : null;
		if (model != null) {
			return model;
		}
		return isCatchAll(template) ? null : add(index, template);
	}

	/**
	 * What is read by HEAD might as well be read by GET.
	 */
	private static int indexOf(String method) {
		return method.equals("GET") ? 0 : METHODS.indexOf(method.equals("HEAD") ? "GET" : method);
	}

	private synchronized @Nullable RouteModel add(int method, String template) {
		if (this.all.size() >= MOST) {
			return null;
		}
		@Nullable RouteModel[] known = this.byTemplate.get(template);
		@Nullable RouteModel[] models = (known != null) ? known.clone() : new RouteModel[METHODS.size()];
		RouteModel model = models[method];
		if (model == null) {
			model = new RouteModel(this.all.size(), METHODS.get(method), template, this.settings);
			models[method] = model;
			this.all.add(model);
			this.byTemplate.put(template, models);
		}
		return model;
	}

	/**
	 * Static resources and what answers that nothing is there.
	 */
	private static boolean isCatchAll(String template) {
		return template.equals("/**") || template.equals("**") || template.equals("/error");
	}

	/**
	 * Return the routes.
	 * @return all that were used
	 */
	public Collection<RouteModel> all() {
		return this.all;
	}

}
