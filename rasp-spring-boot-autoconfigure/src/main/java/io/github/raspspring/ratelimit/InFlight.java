package io.github.raspspring.ratelimit;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Counts requests under way by key. Bounded by the number of requests that the server
 * handles at once. Thread-safe.
 */
final class InFlight {

	private final int maximum;

	private final Map<KeyHash, Integer> counts = new ConcurrentHashMap<>();

	InFlight(int maximum) {
		this.maximum = maximum;
	}

	boolean enter(KeyHash key) {
		boolean[] entered = new boolean[1];
		this.counts.compute(key, (same, count) -> {
			int current = (count != null) ? count : 0;
			entered[0] = current < this.maximum;
			return entered[0] ? current + 1 : current;
		});
		return entered[0];
	}

	void leave(KeyHash key) {
		this.counts.computeIfPresent(key, (same, count) -> (count > 1) ? count - 1 : null);
	}

}
