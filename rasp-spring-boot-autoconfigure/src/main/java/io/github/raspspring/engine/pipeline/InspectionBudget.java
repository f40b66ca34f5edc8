package io.github.raspspring.engine.pipeline;

import java.time.Duration;
import java.util.function.LongSupplier;

/**
 * Bounds how long judging one request may take: reading it, at the edge and at the sinks
 * together. The time is that of the wall at first, because the time of a thread costs
 * more to ask for than most values to judge. Before anything is left unjudged, what the
 * thread has waited for the processor meanwhile is taken off, so that a busy machine
 * refuses nobody. A request of ordinary size is never slow by its own doing, but by a
 * machine that starts or pauses: so all have twenty times the share of 64 KB, and larger
 * ones a share for each 64 KB of them, up to a cap.
 */
public final class InspectionBudget {

	/** Judges all values, however long it takes. */
	public static final InspectionBudget UNLIMITED = of(Duration.ofNanos(Long.MAX_VALUE));

	/** Characters between two looks at the clock, and for which there is one share. */
	static final int PIECE = 64 * 1024;

	private static final int PATIENCE = 20;

	/** In nanoseconds, as all times that are asked for with each request. */
	private final long share;

	private final long least;

	private final long cap;

	private final LongSupplier nanoTime;

	private final LongSupplier threadTime;

	/**
	 * Create a budget.
	 * @param share time for each 64 KB of text
	 * @param cap time for a request of any size, if that is more than twenty shares
	 * @param nanoTime tells the time in nanoseconds since some moment
	 * @param threadTime tells how many nanoseconds the calling thread has had the
	 * processor, a negative number if nobody knows
	 */
	public InspectionBudget(Duration share, Duration cap, LongSupplier nanoTime, LongSupplier threadTime) {
		this.share = share.toNanos();
		this.least = times(this.share, PATIENCE);
		this.cap = cap.toNanos();
		this.nanoTime = nanoTime;
		this.threadTime = threadTime;
	}

	/**
	 * Create a budget of which the wall has the only clock.
	 * @param share time for each 64 KB of text
	 * @param cap time for a request of any size
	 * @param nanoTime tells the time in nanoseconds since some moment
	 */
	public InspectionBudget(Duration share, Duration cap, LongSupplier nanoTime) {
		this(share, cap, nanoTime, () -> -1);
	}

	/**
	 * Create a budget that is measured with the clock of the system.
	 * @param share time for each 64 KB of text
	 * @param cap time for a request of any size
	 * @return the budget
	 */
	public static InspectionBudget of(Duration share, Duration cap) {
		return new InspectionBudget(share, cap, System::nanoTime, new ThreadTime());
	}

	/**
	 * Create a budget that is the same for requests of all sizes.
	 * @param share a twentieth of the time
	 * @return the budget
	 */
	public static InspectionBudget of(Duration share) {
		return of(share, Duration.ZERO);
	}

	/**
	 * Return a budget of a whole request, whatever its size.
	 */
	InspectionBudget limitedTo(Duration whole) {
		return new InspectionBudget(whole.dividedBy(PATIENCE), Duration.ZERO, this.nanoTime, this.threadTime);
	}

	LongSupplier nanoTime() {
		return this.nanoTime;
	}

	long threadTime() {
		return this.threadTime.getAsLong();
	}

	/**
	 * Return after how many nanoseconds it is worth to ask for the time of the thread.
	 */
	long early() {
		return this.share;
	}

	BudgetAccount open() {
		return new BudgetAccount(this);
	}

	/**
	 * Return how many nanoseconds a request of some size may take.
	 */
	long limitOf(long characters) {
		if (characters <= PIECE) {
			return this.least;
		}
		long grown = times(this.share, (characters + PIECE - 1) / PIECE);
		return Math.max(this.least, Math.min(grown, this.cap));
	}

	private static long times(long nanos, long factor) {
		return (factor == 0 || nanos <= Long.MAX_VALUE / factor) ? nanos * factor : Long.MAX_VALUE;
	}

}
