package io.github.raspspring.behavior.health;

/**
 * Adds up what one endpoint answered within a window. Threads that answer at once add to
 * different tallies, so that a busy endpoint makes none wait. Thread-safe.
 */
final class RouteTallies {

	/** Stands for an answer whose length nobody measured. */
	static final double UNMEASURED = -1;

	/** A power of two. */
	private static final int STRIPES = 8;

	private final Tally[] tallies = new Tally[STRIPES];

	RouteTallies() {
		for (int i = 0; i < STRIPES; i++) {
			this.tallies[i] = new Tally();
		}
	}

	void count(int status, double logMicros, double logBytes) {
		// Threads of a pool are numbered one after the other.
		this.tallies[(int) Thread.currentThread().getId() & STRIPES - 1].count(status, logMicros, logBytes);
	}

	/**
	 * Return what was counted, and begin anew.
	 */
	Sum take() {
		Sum sum = new Sum(0, 0, 0, 0, 0, 0);
		for (Tally tally : this.tallies) {
			sum = sum.and(tally.take());
		}
		return sum;
	}

	/**
	 * What was answered.
	 *
	 * @param requests how many requests
	 * @param failures those with a status from 500 on
	 * @param denials those with another status from 400 on
	 * @param logMicros sum of the logarithms of their times in microseconds
	 * @param measured how many had a known length
	 * @param logBytes sum of the logarithms of these lengths
	 */
	record Sum(int requests, int failures, int denials, double logMicros, int measured, double logBytes) {

		Sum and(Sum other) {
			return new Sum(this.requests + other.requests, this.failures + other.failures, this.denials + other.denials,
					this.logMicros + other.logMicros, this.measured + other.measured, this.logBytes + other.logBytes);
		}

	}

	private static final class Tally {

		private int requests;

		private int failures;

		private int denials;

		private double logMicros;

		private int measured;

		private double logBytes;

		synchronized void count(int status, double micros, double bytes) {
			this.requests++;
			this.failures += (status >= 500) ? 1 : 0;
			this.denials += (status >= 400 && status < 500) ? 1 : 0;
			this.logMicros += micros;
			if (bytes != UNMEASURED) {
				this.measured++;
				this.logBytes += bytes;
			}
		}

		synchronized Sum take() {
			Sum sum = new Sum(this.requests, this.failures, this.denials, this.logMicros, this.measured, this.logBytes);
			this.requests = 0;
			this.failures = 0;
			this.denials = 0;
			this.logMicros = 0;
			this.measured = 0;
			this.logBytes = 0;
			return sum;
		}

	}

}
