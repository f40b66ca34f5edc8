package io.github.raspspring.inventory;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

import io.github.raspspring.engine.Inspection;
import io.github.raspspring.engine.Outcome;

/**
 * Requests that meet no endpoint: counted by the endpoints that they come near to, never
 * by what a client writes. Thread-safe.
 */
final class ShadowTraffic {

	private final TrafficCount count = new TrafficCount();

	private final Map<String, Long> near = new TreeMap<>();

	private long answered;

	private long elsewhere;

	synchronized void add(Inspection inspection, Outcome outcome, Set<String> beginnings) {
		this.count.add(inspection, outcome);
		this.answered += (outcome.status() < 400) ? 1 : 0;
		String first = EndpointLookup.first(inspection.path());
		if (beginnings.contains(first)) {
			this.near.merge(first, 1L, Long::sum);
		}
		else {
			this.elsewhere++;
		}
	}

	/**
	 * A request that nothing known serves and that is answered all the same is served by
	 * something that the inventory does not know.
	 */
	synchronized Map<String, Object> describe() {
		Map<String, Object> description = new LinkedHashMap<>(this.count.describe());
		description.put("answered", this.answered);
		description.put("below", new TreeMap<>(this.near));
		description.put("elsewhere", this.elsewhere);
		return description;
	}

}
