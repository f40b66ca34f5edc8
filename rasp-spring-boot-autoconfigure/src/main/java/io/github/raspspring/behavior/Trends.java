package io.github.raspspring.behavior;

import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.atomic.AtomicInteger;

import io.github.raspspring.engine.Inspection;

/**
 * Compares how often something happens all over the application with how often it did
 * before: by the minute for what is sudden, by the quarter of an hour for what many do
 * slowly. What happens during an alert does not become usual. Thread-safe.
 */
public final class Trends {

	private static final long MINUTE = 60_000L;

	private static final int NAMED = 5;

	private final Map<Trend, Counted> counted = new EnumMap<>(Trend.class);

	private final Settings settings;

	private final Alarm alarm;

	/**
	 * Create trends that know nothing yet.
	 * @param settings what is unusual
	 * @param alarm told when something is
	 */
	public Trends(Settings settings, Alarm alarm) {
		this.settings = settings;
		this.alarm = alarm;
		for (Trend trend : Trend.values()) {
			this.counted.put(trend, new Counted());
		}
	}

	void count(Trend trend, Inspection inspection) {
		Counted of = this.counted.get(trend);
		if (of != null) {
			of.minute.count.incrementAndGet();
			of.quarter.count.incrementAndGet();
			of.clients.add(inspection);
		}
	}

	boolean isActive(Trend trend) {
		Counted of = this.counted.get(trend);
		return of != null && of.activeUntil > 0;
	}

	boolean isAnyActive() {
		return this.counted.values().stream().anyMatch((of) -> of.activeUntil > 0);
	}

	/**
	 * Close the spans of time that are over.
	 * @param now the time in milliseconds
	 */
	synchronized void tick(long now) {
		this.counted.forEach((trend, of) -> tick(trend, of, now));
	}

	private void tick(Trend trend, Counted of, long now) {
		if (of.activeUntil > 0 && now >= of.activeUntil) {
			of.activeUntil = 0;
		}
		boolean sudden = of.minute.close(now, this.settings, of.activeUntil > 0);
		boolean slow = of.quarter.close(now, this.settings, of.activeUntil > 0);
		if (sudden || slow) {
			Span span = sudden ? of.minute : of.quarter;
			List<String> clients = of.clients.take(NAMED);
			if (of.activeUntil == 0) {
				this.alarm.raise("trend", trend.label(), span.last + " in " + span.length / MINUTE + " min, usual are "
						+ Math.round(span.mean * 10) / 10.0, clients);
			}
			of.activeUntil = now + this.settings.alert();
		}
		else if (of.quarter.closedAt == now) {
			of.clients.take(NAMED);
		}
	}

	/**
	 * Describe the trends as the endpoint shows them.
	 */
	Map<String, Object> describe() {
		Map<String, Object> shown = new TreeMap<>();
		this.counted.forEach((trend, of) -> shown.put(trend.label(), Map.of("alert", of.activeUntil > 0, "perMinute",
				of.minute.last, "usualPerMinute", Math.round(of.minute.mean * 100) / 100.0)));
		return shown;
	}

	/**
	 * What is unusual.
	 *
	 * @param minimum what is never unusual within a minute, however rare it was
	 * @param deviations by how many standard deviations it exceeds the mean
	 * @param alert milliseconds for which an alert lasts after the last sign
	 * @param warmUp spans of time after which something is known
	 */
	public record Settings(int minimum, double deviations, long alert, int warmUp) {

	}

	/**
	 * Told when something is unusual.
	 */
	@FunctionalInterface
	public interface Alarm {

		/**
		 * Tell.
		 * @param source what noticed it, one lower-case word
		 * @param target what is unusual
		 * @param detail in which way
		 * @param clients who does most of it
		 */
		void raise(String source, String target, String detail, List<String> clients);

	}

	private static final class Counted {

		private final Span minute = new Span(MINUTE, 1);

		private final Span quarter = new Span(15 * MINUTE, 2);

		private final TopClients clients = new TopClients();

		private volatile long activeUntil;

	}

	/**
	 * One length of time.
	 */
	private static final class Span {

		/** Weight of the last span. */
		private static final double WEIGHT = 0.1;

		private static final double TIMES = 3;

		/** After so many spans of alert it is what is usual now. */
		private static final int PATIENCE = 96;

		private final long length;

		private final int minimums;

		private final AtomicInteger count = new AtomicInteger();

		private long start;

		private long closedAt;

		private volatile int last;

		private volatile double mean;

		private double variance;

		private int closed;

		private int unusual;

		Span(long length, int minimums) {
			this.length = length;
			this.minimums = minimums;
		}

		boolean close(long now, Settings settings, boolean alert) {
			if (this.start == 0) {
				this.start = now;
			}
			if (now - this.start < this.length) {
				return false;
			}
			int current = this.count.getAndSet(0);
			this.last = (int) (current * (double) this.length / (now - this.start));
			this.start = now;
			this.closedAt = now;
			double deviation = Math.sqrt(Math.max(this.variance, this.mean));
			boolean high = this.closed >= settings.warmUp() && this.last >= this.minimums * settings.minimum()
					&& this.last > TIMES * this.mean && this.last > this.mean + settings.deviations() * deviation;
			this.unusual = high ? this.unusual + 1 : 0;
			if (!high && !alert || this.unusual > PATIENCE) {
				learn();
			}
			return high && this.unusual <= PATIENCE;
		}

		private void learn() {
			double difference = this.last - this.mean;
			double weight = Math.max(WEIGHT, 1.0 / ++this.closed);
			this.mean += weight * difference;
			this.variance = (1 - weight) * (this.variance + weight * difference * difference);
		}

	}

}
