package io.github.raspspring.autoconfigure;

import org.jspecify.annotations.Nullable;
import org.slf4j.MDC;

/**
 * Finds the trace that a thread works for where tools for tracing put it for the log:
 * Micrometer Tracing does so under {@code traceId}, agents of OpenTelemetry under
 * {@code trace_id}.
 */
final class TraceIds {

	private TraceIds() {
	}

	static @Nullable String current() {
		String id = MDC.get("traceId");
		return (id != null) ? id : MDC.get("trace_id");
	}

}
