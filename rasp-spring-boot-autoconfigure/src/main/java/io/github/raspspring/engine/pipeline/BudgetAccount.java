package io.github.raspspring.engine.pipeline;

import java.util.function.LongSupplier;

/**
 * What one exchange has used of its {@link InspectionBudget}. The clock is read between
 * values only. Values of an exchange arrive one after the other; should two threads ever
 * bring some at once, the numbers lose accuracy and nothing else.
 */
final class BudgetAccount {

	private final LongSupplier nanoTime;

	private long remaining;

	private long since;

	private int judged;

	private int left;

	BudgetAccount(long limit, LongSupplier nanoTime) {
		this.remaining = limit;
		this.nanoTime = nanoTime;
	}

	void resume() {
		this.since = this.nanoTime.getAsLong();
	}

	/**
	 * Count a value that is judged next.
	 * @return {@code false} if nothing remains to judge it with
	 */
	boolean admits() {
		if (this.remaining <= 0) {
			this.left++;
			return false;
		}
		this.judged++;
		return true;
	}

	/**
	 * Charge what was used since the last call.
	 */
	void charge() {
		long now = this.nanoTime.getAsLong();
		this.remaining -= now - this.since;
		this.since = now;
	}

	boolean isExceeded() {
		return this.left > 0;
	}

	int judged() {
		return this.judged;
	}

	int left() {
		return this.left;
	}

}
