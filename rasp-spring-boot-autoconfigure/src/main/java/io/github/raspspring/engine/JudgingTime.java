package io.github.raspspring.engine;

/**
 * The time that judging one exchange may take, shared by all that judge it: parsers,
 * detectors and sinks. Thread-safe.
 */
public interface JudgingTime {

	/** Time without end. */
	JudgingTime UNLIMITED = new JudgingTime() {

		@Override
		public long nanoTime() {
			return 0;
		}

		@Override
		public boolean spend(long nanos) {
			return true;
		}

		@Override
		public void leave() {
			// Nothing is counted.
		}

	};

	/**
	 * Return what the clock says.
	 * @return nanoseconds since some moment
	 */
	long nanoTime();

	/**
	 * Use some of the time.
	 * @param nanos nanoseconds that were used since the clock was read, 0 to ask only
	 * @return {@code false} if nothing remains
	 */
	boolean spend(long nanos);

	/**
	 * Count something that was not judged because no time remained.
	 */
	void leave();

}
