package io.github.raspspring.carrier.serial;

import java.io.ObjectInputFilter;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

import io.github.raspspring.attack.serialization.DeserializationCall;
import io.github.raspspring.sink.SinkGuard;
import io.github.raspspring.sink.SinkKind;

/**
 * The one filter of the JVM, which outlives applications: asks the guards of those that
 * run. Has no opinion where nothing is refused, so that the application's own defaults
 * remain.
 */
final class RelayFilter implements ObjectInputFilter {

	private final List<SinkGuard> guards = new CopyOnWriteArrayList<>();

	void to(SinkGuard guard) {
		this.guards.add(guard);
	}

	void leave(SinkGuard guard) {
		this.guards.remove(guard);
	}

	@Override
	public Status checkInput(FilterInfo info) {
		for (SinkGuard guard : this.guards) {
			if (guard.watches(SinkKind.DESERIALIZATION)) {
				// The JVM turns what this throws into the cause of an
				// InvalidClassException.
				guard.check(DeserializationCall.of(info, false));
			}
		}
		return Status.UNDECIDED;
	}

}
