package io.github.raspspring.autoconfigure;

import java.util.function.Supplier;

import org.jspecify.annotations.Nullable;
import org.slf4j.MDC;

/**
 * Finds the trace that a thread works for: from Micrometer Tracing where the application
 * has it, else where tools for tracing put it for the log: {@code traceId}, or
 * {@code trace_id} as agents of OpenTelemetry do. Thread-safe.
 */
final class TraceIds {

	private final Supplier<@Nullable String> tracer;

	TraceIds(Supplier<@Nullable String> tracer) {
		this.tracer = tracer;
	}

	@Nullable String current() {
		String id = this.tracer.get();
		if (id == null) {
			id = MDC.get("traceId");
		}
		return (id != null) ? id : MDC.get("trace_id");
	}

}
