package io.github.raspspring.autoconfigure;

import java.util.function.Supplier;

import io.micrometer.tracing.Span;
import io.micrometer.tracing.Tracer;
import org.jspecify.annotations.Nullable;

import org.springframework.beans.factory.ObjectProvider;

/**
 * Asks Micrometer Tracing for the trace that a thread works for. Thread-safe.
 */
final class TracerTraceIds implements Supplier<@Nullable String> {

	private final ObjectProvider<Tracer> tracers;

	private volatile @Nullable Tracer tracer;

	TracerTraceIds(ObjectProvider<Tracer> tracers) {
		this.tracers = tracers;
	}

	@Override
	public @Nullable String get() {
		Tracer known = this.tracer;
		if (known == null) {
			known = this.tracers.getIfAvailable(() -> Tracer.NOOP);
			this.tracer = known;
		}
		Span span = known.currentSpan();
		String id = (span != null) ? span.context().traceId() : null;
		return (id != null && !id.isEmpty()) ? id : null;
	}

}
