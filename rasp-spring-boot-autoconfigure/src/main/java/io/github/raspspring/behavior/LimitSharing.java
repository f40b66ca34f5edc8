package io.github.raspspring.behavior;

import java.time.Clock;
import java.time.Duration;

import io.github.raspspring.engine.ExpiringStore;
import org.jspecify.annotations.Nullable;

/**
 * Lets instances tell each other what they have learnt: who has seen fewer clients takes
 * over from who has seen more, within its own bounds. Thread-safe.
 */
public final class LimitSharing {

	private static final Duration KEPT = Duration.ofDays(7);

	private static final int PARTS = 3;

	private final ExpiringStore store;

	private final RouteModels routes;

	private final Clock clock;

	/**
	 * Create an instance that takes over what others write.
	 * @param store where limits are shared
	 * @param routes the routes
	 * @param clock tells the time
	 */
	public LimitSharing(ExpiringStore store, RouteModels routes, Clock clock) {
		this.store = store;
		this.routes = routes;
		this.clock = clock;
		store.onChange(this::learn);
	}

	/**
	 * Tell others.
	 */
	public void share() {
		for (RouteModel route : this.routes.all()) {
			for (LearntLimit limit : route.limits()) {
				String shared = limit.share();
				if (shared != null) {
					this.store.put(route.name() + ' ' + limit.kind(), shared, KEPT);
				}
			}
		}
	}

	private void learn(String key, @Nullable String value) {
		String[] name = key.split(" ", PARTS);
		String[] parts = (value != null) ? value.split(";", PARTS) : new String[0];
		if (name.length < PARTS || parts.length < PARTS) {
			return;
		}
		try {
			RouteModel route = this.routes.find(name[0], name[1]);
			if (route != null) {
				route.limit(LearntLimit.Kind.valueOf(name[2]))
					.learn(Double.parseDouble(parts[0]), Integer.parseInt(parts[1]),
							LearntLimit.Stage.valueOf(parts[2]), this.clock.millis());
			}
		}
		catch (IllegalArgumentException ex) {
			// Another version writes it otherwise: nothing is taken over.
		}
	}

}
