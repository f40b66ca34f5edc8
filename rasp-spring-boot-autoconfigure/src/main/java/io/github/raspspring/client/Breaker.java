package io.github.raspspring.client;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;

/**
 * Opens when more than a share of the verified subjects would be refused, which is a sign
 * that the rule is wrong and not the subjects. Counts subjects, not requests: a refused
 * one that goes on and on counts once. Stays open to the end of the next window.
 * Thread-safe.
 */
final class Breaker {

	private static final Duration WINDOW = Duration.ofMinutes(10);

	private static final int MINIMUM_REFUSED = 3;

	private final double share;

	private final Clock clock;

	private volatile Window current;

	private volatile boolean openedBefore;

	/**
	 * Create a breaker that is closed.
	 * @param share share of subjects, from 0 to 1
	 * @param clock tells the time
	 */
	Breaker(double share, Clock clock) {
		this.share = share;
		this.clock = clock;
		this.current = new Window(clock.instant().plus(WINDOW));
	}

	void seen(String subject) {
		window().seen.add(subject);
	}

	/**
	 * Tell that a subject would be refused.
	 * @return whether it is to be served nevertheless
	 */
	boolean spares(String subject) {
		Window window = window();
		window.refused.add(subject);
		return this.openedBefore || window.isOpen(this.share);
	}

	private Window window() {
		Window window = this.current;
		Instant now = this.clock.instant();
		return now.isBefore(window.end) ? window : next(window, now);
	}

	private synchronized Window next(Window last, Instant now) {
		if (this.current == last) {
			this.openedBefore = last.isOpen(this.share) && now.isBefore(last.end.plus(WINDOW));
			this.current = new Window(now.plus(WINDOW));
		}
		return this.current;
	}

	/**
	 * The subjects of one window of time.
	 */
	private static final class Window {

		private final Instant end;

		private final DistinctCounter seen = new DistinctCounter();

		private final DistinctCounter refused = new DistinctCounter();

		Window(Instant end) {
			this.end = end;
		}

		boolean isOpen(double share) {
			// Estimates of small numbers are exact but for their fraction.
			long refusals = Math.round(this.refused.estimate());
			return refusals >= MINIMUM_REFUSED && refusals > share * this.seen.estimate();
		}

	}

}
