package io.github.raspspring.actuate;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;

import io.github.raspspring.engine.event.DetectorFailed;
import io.github.raspspring.engine.event.FeedStateChanged;
import io.github.raspspring.engine.event.OutletStateChanged;
import io.github.raspspring.engine.event.SecurityEvent;
import io.github.raspspring.engine.event.SecurityEventTally;
import io.github.raspspring.engine.event.StoreStateChanged;

/**
 * What is wrong with the product itself right now: a store that is lost, a file that
 * takes no events, a feed that is out of date, and what failed within the last minutes.
 * Attacks are none of it. Thread-safe.
 */
public final class OwnFaults implements SecurityEventTally {

	/** For how long a failure counts that nobody takes back. */
	private static final Duration RECENT = Duration.ofMinutes(5);

	/** More sources than an application has. */
	private static final int MOST = 256;

	private final Map<String, Fault> faults = new ConcurrentHashMap<>();

	private final Clock clock;

	/**
	 * Create it.
	 * @param clock tells what is recent
	 */
	public OwnFaults(Clock clock) {
		this.clock = clock;
	}

	@Override
	public void count(SecurityEvent event) {
		if (event instanceof DetectorFailed failed) {
			note("failing " + failed.source(), failed.failure(), failed.occurredAt().plus(RECENT));
		}
		else if (event instanceof StoreStateChanged store) {
			change("store lost", store.available(), store.cause());
		}
		else if (event instanceof OutletStateChanged outlet) {
			change("events not written to " + outlet.outlet(), outlet.available(), outlet.cause());
		}
		else if (event instanceof FeedStateChanged feed) {
			change("feed out of date " + feed.feed(), !feed.stale(), feed.cause());
		}
	}

	/**
	 * Return what is wrong.
	 * @return causes by what they make fail, empty if all is well
	 */
	public Map<String, String> current() {
		Instant now = this.clock.instant();
		this.faults.values().removeIf((fault) -> !now.isBefore(fault.until));
		Map<String, String> current = new TreeMap<>();
		this.faults.forEach((name, fault) -> current.put(name, fault.cause));
		return current;
	}

	private void change(String name, boolean well, String cause) {
		if (well) {
			this.faults.remove(name);
		}
		else {
			note(name, cause, Instant.MAX);
		}
	}

	private void note(String name, String cause, Instant until) {
		if (this.faults.size() < MOST || this.faults.containsKey(name)) {
			this.faults.put(name, new Fault(cause, until));
		}
	}

	private record Fault(String cause, Instant until) {

	}

}
