package io.github.raspspring.sink;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.LongAdder;
import java.util.stream.Stream;

/**
 * Counts calls that ran on threads that work for no request: work of the background, and
 * work of a request that was handed to a thread the inspection doesn't follow to. Such
 * calls are never judged by what a request brought. Thread-safe.
 */
public final class UnattributedCalls implements SinkCarrier {

	private final Map<SinkKind, LongAdder> calls = new EnumMap<>(SinkKind.class);

	private final Map<SinkKind, LongAdder> unwrapped = new EnumMap<>(SinkKind.class);

	/**
	 * Create the counters.
	 */
	public UnattributedCalls() {
		Stream.of(SinkKind.values()).forEach((kind) -> {
			this.calls.put(kind, new LongAdder());
			this.unwrapped.put(kind, new LongAdder());
		});
	}

	/**
	 * Count a call.
	 * @param kind the kind of call
	 */
	public void add(SinkKind kind) {
		counter(this.calls, kind).increment();
	}

	/**
	 * Return how many calls there were.
	 * @param kind the kind of call
	 * @return the number since the start
	 */
	public long count(SinkKind kind) {
		return counter(this.calls, kind).sum();
	}

	/**
	 * Count an object that was taken out of its guard: what it runs is not judged.
	 * @param kind the kind of call it makes
	 */
	public void addUnwrapped(SinkKind kind) {
		counter(this.unwrapped, kind).increment();
	}

	/**
	 * Return how many objects were taken out of their guards.
	 * @param kind the kind of call they make
	 * @return the number since the start
	 */
	public long unwrapped(SinkKind kind) {
		return counter(this.unwrapped, kind).sum();
	}

	@Override
	public List<SinkCoverage> coverage() {
		return Stream.of(SinkKind.values())
			.map((kind) -> new SinkCoverage(kind, List.of(), open(kind)))
			.filter((coverage) -> !coverage.open().isEmpty())
			.toList();
	}

	private List<String> open(SinkKind kind) {
		List<String> open = new ArrayList<>(2);
		if (count(kind) > 0) {
			open.add(count(kind) + " calls on threads that work for no request, which were let pass: work of the "
					+ "background, or of a request on a thread the inspection didn't follow to.");
		}
		if (unwrapped(kind) > 0) {
			open.add(unwrapped(kind) + " times something was unwrapped from its guard; what that runs is not judged.");
		}
		return open;
	}

	private static LongAdder counter(Map<SinkKind, LongAdder> counters, SinkKind kind) {
		LongAdder counter = counters.get(kind);
		if (counter == null) {
			throw new IllegalStateException("Every kind has a counter");
		}
		return counter;
	}

}
