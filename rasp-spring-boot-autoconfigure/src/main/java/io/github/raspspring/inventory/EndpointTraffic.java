package io.github.raspspring.inventory;

import java.util.List;
import java.util.Set;
import java.util.function.Supplier;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import io.github.raspspring.engine.Inspection;
import io.github.raspspring.engine.InspectionListener;
import io.github.raspspring.engine.Outcome;
import org.jspecify.annotations.Nullable;

/**
 * What was seen of each endpoint by this instance, and of requests that meet none. Kept
 * by patterns of handlers, never by paths. Thread-safe.
 */
public final class EndpointTraffic implements InspectionListener {

	private static final int MOST = 4_000;

	private final Cache<CalledRoute, TrafficCount> endpoints = Caffeine.newBuilder().maximumSize(MOST).build();

	private final ShadowTraffic shadow = new ShadowTraffic();

	private final EndpointLookup lookup;

	private volatile @Nullable Set<String> beginnings;

	/**
	 * Create traffic of what Spring MVC finds a handler for.
	 */
	public EndpointTraffic() {
		this(List::of);
	}

	/**
	 * Create traffic.
	 * @param endpoints finds all endpoints, asked once, when a request comes for which
	 * Spring MVC has no handler
	 */
	public EndpointTraffic(Supplier<List<Endpoint>> endpoints) {
		this.lookup = new EndpointLookup(endpoints);
	}

	@Override
	public boolean isImmediate() {
		return true;
	}

	@Override
	public void completed(Inspection inspection, Outcome outcome) {
		String template = this.lookup.templateOf(inspection, outcome.status() < 400);
		if (template.isEmpty()) {
			this.shadow.add(inspection, outcome, beginnings());
		}
		else {
			this.endpoints.get(CalledRoute.of(inspection.method(), template), (unknown) -> new TrafficCount())
				.add(inspection, outcome);
		}
	}

	private Set<String> beginnings() {
		Set<String> known = this.beginnings;
		if (known == null) {
			known = this.lookup.beginnings();
			this.beginnings = known;
		}
		return known;
	}

	/**
	 * Return what was seen of requests for which the application has no handler.
	 */
	ShadowTraffic shadow() {
		return this.shadow;
	}

	/**
	 * Return what was seen of an endpoint, all of its methods and patterns together.
	 */
	TrafficCount of(Endpoint endpoint) {
		TrafficCount all = new TrafficCount();
		List<String> paths = endpoint.paths();
		this.endpoints.asMap().forEach((called, seen) -> {
			if (called.isOneOf(endpoint.methods(), paths)) {
				all.add(seen);
			}
		});
		return all;
	}

}
