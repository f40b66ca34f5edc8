package io.github.raspspring.sink;

import io.github.raspspring.engine.JudgingTime;

/**
 * Charges judgements to the time that their request may take. A call that costs next to
 * nothing is free: an application may make a hundred thousand of them for one request.
 * Not thread-safe.
 */
final class JudgingPace {

	/** Characters between two looks at the clock. */
	private static final int STEP = 64 * 1024;

	private static final long FREE_NANOS = 2_000_000;

	private final JudgingTime time;

	private long since;

	private long walked;

	private long paused;

	JudgingPace(JudgingTime time) {
		this.time = time;
	}

	/**
	 * Begin a judgement.
	 * @return {@code false} if there is no time for any
	 */
	boolean begin() {
		this.since = this.time.nanoTime() + FREE_NANOS;
		this.walked = 0;
		return this.time.spend(0);
	}

	void walk(long characters) {
		this.walked += characters;
		if (this.walked >= STEP) {
			this.walked = 0;
			if (!charge()) {
				throw new OutOfTime();
			}
		}
	}

	void end() {
		charge();
	}

	/**
	 * Begin something that is not charged.
	 */
	void pause() {
		this.paused = this.time.nanoTime();
	}

	void resume() {
		this.since += this.time.nanoTime() - this.paused;
	}

	private boolean charge() {
		long now = this.time.nanoTime();
		long used = Math.max(0, now - this.since);
		this.since += used;
		return this.time.spend(used);
	}

	/**
	 * Leaves a judgement that nobody has time to end.
	 */
	static final class OutOfTime extends RuntimeException {

		OutOfTime() {
			super("The request has used up the time to be judged", null, false, false);
		}

	}

}
