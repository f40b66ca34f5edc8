package io.github.raspspring.engine.pipeline;

import java.util.function.LongSupplier;

/**
 * What one exchange has used of its {@link InspectionBudget}. The clock is read between
 * values only. Values of an exchange arrive one after the other; should two threads ever
 * bring some at once, the numbers lose accuracy and nothing else.
 * <p>
 * A request of ordinary size is never slow by its own doing, but by a machine that
 * starts, pauses or is busy: to go unjudged for that it has to take many times its
 * budget.
 */
final class BudgetAccount {

	private static final int ORDINARY_SIZE = 64 * 1024;

	private static final int PATIENCE = 20;

	private final long limit;

	private final LongSupplier nanoTime;

	private long spent;

	private long size;

	private long since;

	private int judged;

	private int left;

	BudgetAccount(long limit, LongSupplier nanoTime) {
		this.limit = limit;
		this.nanoTime = nanoTime;
	}

	void resume() {
		this.since = this.nanoTime.getAsLong();
	}

	/**
	 * Count a value that is judged next.
	 * @param length its length in characters
	 * @return {@code false} if nothing remains to judge it with
	 */
	boolean admits(int length) {
		if (isUsedUp()) {
			this.left++;
			return false;
		}
		this.judged++;
		this.size += length;
		return true;
	}

	/**
	 * Charge what was used since the last call.
	 */
	void charge() {
		long now = this.nanoTime.getAsLong();
		this.spent += now - this.since;
		this.since = now;
	}

	boolean isExceeded() {
		return this.left > 0;
	}

	private boolean isUsedUp() {
		if (this.spent < this.limit) {
			return false;
		}
		return this.size >= ORDINARY_SIZE || this.spent / PATIENCE >= this.limit;
	}

	int judged() {
		return this.judged;
	}

	int left() {
		return this.left;
	}

}
