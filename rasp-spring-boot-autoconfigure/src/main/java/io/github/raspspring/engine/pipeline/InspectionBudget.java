package io.github.raspspring.engine.pipeline;

import java.time.Duration;
import java.util.function.LongSupplier;

/**
 * How long the values of one request may take to be judged. The time is that of the wall,
 * because the time of a thread costs more to ask for than most values to judge. Up to 64
 * KB of text get twenty times as long, so that a pause of the machine leaves nothing
 * unjudged.
 *
 * @param limit time that the values of a request may take together
 * @param nanoTime tells the time in nanoseconds since some moment
 */
public record InspectionBudget(Duration limit, LongSupplier nanoTime) {

	/** Judges all values, however long it takes. */
	public static final InspectionBudget UNLIMITED = of(Duration.ofNanos(Long.MAX_VALUE));

	/**
	 * Create a budget that is measured with the clock of the system.
	 * @param limit time that the values of a request may take together
	 * @return the budget
	 */
	public static InspectionBudget of(Duration limit) {
		return new InspectionBudget(limit, System::nanoTime);
	}

	BudgetAccount open() {
		return new BudgetAccount(this.limit.toNanos(), this.nanoTime);
	}

}
