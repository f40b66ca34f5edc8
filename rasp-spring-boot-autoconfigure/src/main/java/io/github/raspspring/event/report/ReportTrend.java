package io.github.raspspring.event.report;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

import io.github.raspspring.engine.event.EventRecord;
import io.github.raspspring.event.report.SecurityReport.TrendPart;

/**
 * Counts events by the part of the time in which they happened. Not thread-safe.
 */
final class ReportTrend {

	private static final int PARTS = 24;

	private final Instant from;

	private final Duration length;

	private final long[] passed = new long[PARTS];

	private final long[] refused = new long[PARTS];

	ReportTrend(Instant from, Instant to) {
		this.from = from;
		this.length = Duration.between(from, to).dividedBy(PARTS);
	}

	void add(EventRecord event) {
		long millis = Duration.between(this.from, event.occurredAt()).toMillis();
		int part = (int) Math.max(0, Math.min(PARTS - 1, millis / Math.max(1, this.length.toMillis())));
		long[] counts = event.outcome().refuses() ? this.refused : this.passed;
		counts[part] += event.times();
	}

	List<TrendPart> parts() {
		List<TrendPart> parts = new ArrayList<>();
		for (int i = 0; i < PARTS; i++) {
			parts.add(new TrendPart(this.from.plus(this.length.multipliedBy(i)), this.passed[i], this.refused[i]));
		}
		return parts;
	}

}
