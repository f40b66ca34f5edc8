package io.github.raspspring.inventory;

import java.util.List;
import java.util.Queue;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.function.Supplier;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import io.github.raspspring.engine.Inspection;
import io.github.raspspring.engine.InspectionListener;
import io.github.raspspring.engine.Outcome;
import io.github.raspspring.engine.event.CallObserver;

/**
 * Learns at the sinks which tables and hosts each endpoint reaches. Only calls that were
 * let pass count, so a host that an attacker names is none. Keeps names, never
 * statements. Thread-safe.
 */
public final class ReachedTargets implements CallObserver, InspectionListener {

	private static final int MOST = 4_000;

	private final Cache<CalledRoute, RouteReach> routes = Caffeine.newBuilder().maximumSize(MOST).build();

	private final Queue<RouteReach> unread = new ConcurrentLinkedQueue<>();

	private final EndpointLookup lookup;

	/**
	 * Create targets.
	 * @param endpoints finds all endpoints, asked once, when Spring MVC does not tell
	 * which of them a request is for
	 */
	public ReachedTargets(Supplier<List<Endpoint>> endpoints) {
		this.lookup = new EndpointLookup(endpoints);
	}

	@Override
	public void called(Inspection inspection, String sink, String argument) {
		boolean statement = sink.equals("sql-sink");
		if (statement || sink.equals("url-sink")) {
			RouteReach reach = reach(inspection);
			if (statement ? reach.statement(argument) : reach.url(argument)) {
				this.unread.add(reach);
			}
		}
	}

	private RouteReach reach(Inspection inspection) {
		String template = this.lookup.templateOf(inspection, true);
		return this.routes.get(CalledRoute.of(inspection.method(), template), (unknown) -> new RouteReach());
	}

	@Override
	public boolean isImmediate() {
		return true;
	}

	/**
	 * Few requests call anything that is new.
	 */
	@Override
	public void completed(Inspection inspection, Outcome outcome) {
		if (!this.unread.isEmpty()) {
			for (RouteReach reach = this.unread.poll(); reach != null; reach = this.unread.poll()) {
				reach.read();
			}
		}
	}

	/**
	 * Return what an endpoint reaches, as far as it was called.
	 */
	Targets of(Endpoint endpoint) {
		Set<String> tables = new TreeSet<>();
		Set<String> hosts = new TreeSet<>();
		List<String> paths = endpoint.paths();
		this.routes.asMap().forEach((called, reach) -> {
			if (called.isOneOf(endpoint.methods(), paths)) {
				reach.addTo(tables, hosts);
			}
		});
		return new Targets(tables, hosts);
	}

	/**
	 * What an endpoint reaches.
	 *
	 * @param tables names of tables, in lower case
	 * @param hosts names of hosts, with the port where that is not the usual one
	 */
	record Targets(Set<String> tables, Set<String> hosts) {

	}

}
