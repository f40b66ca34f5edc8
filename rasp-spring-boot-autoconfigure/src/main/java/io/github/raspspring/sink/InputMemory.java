package io.github.raspspring.sink;

import java.lang.ref.WeakReference;

import io.github.raspspring.engine.Inspection;
import io.github.raspspring.engine.ValueReader;

/**
 * Keeps the inputs of the request that a thread works for, so that they are read once at
 * most and not for each of its statements. Held weakly: an idle thread keeps no request
 * alive.
 */
final class InputMemory {

	private final ValueReader reader;

	private final ThreadLocal<WeakReference<SinkInputs>> last = new ThreadLocal<>();

	InputMemory(ValueReader reader) {
		this.reader = reader;
	}

	SinkInputs of(Inspection inspection) {
		WeakReference<SinkInputs> reference = this.last.get();
		SinkInputs known = (reference != null) ? reference.get() : null;
		return (known != null && known.stillDescribes(inspection)) ? known : read(inspection);
	}

	private SinkInputs read(Inspection inspection) {
		SinkInputs inputs = SinkInputs.of(inspection, this.reader);
		this.last.set(new WeakReference<>(inputs));
		return inputs;
	}

}
