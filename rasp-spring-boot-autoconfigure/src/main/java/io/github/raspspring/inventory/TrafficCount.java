package io.github.raspspring.inventory;

import java.time.Instant;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;

import io.github.raspspring.engine.InputValue;
import io.github.raspspring.engine.Inspection;
import io.github.raspspring.engine.Outcome;
import org.jspecify.annotations.Nullable;

/**
 * What was seen of an endpoint. Thread-safe.
 */
final class TrafficCount {

	/** Values of so many requests are classified. */
	private static final int CLASSIFIED = 500;

	/** In larger documents only what a detector looks at is classified. */
	private static final int LONGEST_BODY = 64 * 1024;

	private final Set<SensitiveKind> kinds = EnumSet.noneOf(SensitiveKind.class);

	private long requests;

	private long authenticated;

	private long findings;

	private long refused;

	private @Nullable Instant last;

	synchronized void add(Inspection inspection, Outcome outcome) {
		this.requests++;
		this.authenticated += (inspection.subject() != null) ? 1 : 0;
		this.findings += outcome.decision().findings().size();
		this.refused += outcome.decision().refuses() ? 1 : 0;
		this.last = inspection.startedAt();
		if (this.requests <= CLASSIFIED && this.kinds.size() < SensitiveKind.values().length) {
			classify(inspection);
		}
	}

	private void classify(Inspection inspection) {
		for (InputValue value : inspection.valuesWithin(LONGEST_BODY)) {
			SensitiveKind kind = switch (value.location()) {
				case HEADER, COOKIE -> null;
				default -> SensitiveKind.of(value.value());
			};
			if (kind != null) {
				this.kinds.add(kind);
			}
		}
	}

	synchronized void add(TrafficCount other) {
		synchronized (other) {
			this.requests += other.requests;
			this.authenticated += other.authenticated;
			this.findings += other.findings;
			this.refused += other.refused;
			this.kinds.addAll(other.kinds);
			if (this.last == null || other.last != null && other.last.isAfter(this.last)) {
				this.last = other.last;
			}
		}
	}

	synchronized long requests() {
		return this.requests;
	}

	synchronized long findings() {
		return this.findings;
	}

	synchronized Set<SensitiveKind> kinds() {
		return Set.copyOf(this.kinds);
	}

	/**
	 * Return whether callers were authenticated, as far as was seen.
	 */
	synchronized String authentication() {
		if (this.requests == 0) {
			return "unknown";
		}
		return (this.authenticated == 0) ? "never" : (this.authenticated == this.requests) ? "always" : "sometimes";
	}

	synchronized Map<String, Object> describe() {
		Map<String, Object> description = new LinkedHashMap<>();
		description.put("requests", this.requests);
		description.put("authenticated", authentication());
		description.put("findings", this.findings);
		description.put("refused", this.refused);
		description.put("lastSeen", (this.last != null) ? this.last.toString() : "never");
		return description;
	}

}
