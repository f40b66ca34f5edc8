package io.github.raspspring.engine.pipeline;

import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.LongSupplier;

import io.github.raspspring.engine.JudgingTime;

/**
 * What one exchange has used of its {@link InspectionBudget}. The clock is read between
 * values, and within long ones between pieces. Values of an exchange arrive one after the
 * other; should two threads ever bring some at once, the numbers lose accuracy and
 * nothing else.
 */
final class BudgetAccount implements JudgingTime {

	private final InspectionBudget budget;

	private final LongSupplier nanoTime;

	private final AtomicLong spent = new AtomicLong();

	private final AtomicInteger left = new AtomicInteger();

	private volatile long limit;

	private long size;

	private long since;

	private int judged;

	BudgetAccount(InspectionBudget budget) {
		this.budget = budget;
		this.nanoTime = budget.nanoTime();
		this.limit = budget.limitOf(0);
	}

	/**
	 * Begin to use time for something that has arrived.
	 * @param characters how much it is
	 */
	void resume(long characters) {
		this.size += characters;
		this.limit = this.budget.limitOf(this.size);
		this.since = this.nanoTime.getAsLong();
	}

	/**
	 * Charge what was used since the last time.
	 */
	void charge() {
		long now = this.nanoTime.getAsLong();
		spend(now - this.since);
		this.since = now;
	}

	@Override
	public boolean spend(long nanos) {
		return this.spent.addAndGet(nanos) < this.limit;
	}

	@Override
	public long nanoTime() {
		return this.nanoTime.getAsLong();
	}

	@Override
	public void leave() {
		this.left.incrementAndGet();
	}

	boolean isUsedUp() {
		return this.spent.get() >= this.limit;
	}

	/**
	 * Count a value.
	 * @param inFull whether all of it was judged
	 */
	void count(boolean inFull) {
		if (inFull) {
			this.judged++;
		}
		else {
			leave();
		}
	}

	boolean isExceeded() {
		return this.left.get() > 0;
	}

	int judged() {
		return this.judged;
	}

	int left() {
		return this.left.get();
	}

}
