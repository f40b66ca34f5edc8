package io.github.raspspring.sink;

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

	/**
	 * Create the counters.
	 */
	public UnattributedCalls() {
		Stream.of(SinkKind.values()).forEach((kind) -> this.calls.put(kind, new LongAdder()));
	}

	/**
	 * Count a call.
	 * @param kind the kind of call
	 */
	public void add(SinkKind kind) {
		counter(kind).increment();
	}

	/**
	 * Return how many calls there were.
	 * @param kind the kind of call
	 * @return the number since the start
	 */
	public long count(SinkKind kind) {
		return counter(kind).sum();
	}

	@Override
	public List<SinkCoverage> coverage() {
		return Stream.of(SinkKind.values())
			.filter((kind) -> count(kind) > 0)
			.map((kind) -> new SinkCoverage(kind, List.of(), List.of(count(kind)
					+ " calls on threads that work for no request, which were let pass: work of the background, or of "
					+ "a request on a thread the inspection didn't follow to.")))
			.toList();
	}

	private LongAdder counter(SinkKind kind) {
		LongAdder counter = this.calls.get(kind);
		if (counter == null) {
			throw new IllegalStateException("Every kind has a counter");
		}
		return counter;
	}

}
