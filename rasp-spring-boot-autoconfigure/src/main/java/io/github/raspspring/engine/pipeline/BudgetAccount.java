package io.github.raspspring.engine.pipeline;

import java.util.function.LongSupplier;

import io.github.raspspring.engine.JudgingTime;
import org.jspecify.annotations.Nullable;

/**
 * What one exchange has used of its {@link InspectionBudget}. The clock is read between
 * values, and within long ones between pieces. Values of an exchange arrive one after the
 * other; should two threads ever bring some at once, the numbers lose accuracy and
 * nothing else.
 */
final class BudgetAccount implements JudgingTime {

	private final InspectionBudget budget;

	private final LongSupplier nanoTime;

	private volatile long spent;

	private volatile int left;

	private volatile long limit;

	/** From here on it is worth asking for the time of the thread. */
	private final long early;

	private long size;

	private long since;

	/** Whether anything was read since the last values came. */
	private boolean running;

	/** Whether anything was read since time was charged. */
	private boolean due;

	private int judged;

	private volatile @Nullable Mark mark;

	BudgetAccount(InspectionBudget budget) {
		this.budget = budget;
		this.nanoTime = budget.nanoTime();
		this.limit = budget.limitOf(0);
		this.early = budget.early();
	}

	/**
	 * Begin to use time for something that has arrived.
	 * @param characters how much it is
	 */
	void resume(long characters) {
		this.size += characters;
		this.limit = this.budget.limitOf(this.size);
		this.running = false;
		if (this.size >= InspectionBudget.PIECE && !isMarked()) {
			mark();
		}
	}

	/**
	 * A value is read next. Time is taken from the first one on: most values of most
	 * requests are known, and to ask for the time costs more than to find them.
	 */
	void start() {
		if (!this.running) {
			this.running = true;
			this.since = this.nanoTime.getAsLong();
		}
		this.due = true;
	}

	/**
	 * Charge what was not charged yet.
	 */
	void settle() {
		if (this.due) {
			charge();
		}
	}

	/**
	 * Charge what was used since the last time.
	 */
	void charge() {
		long now = this.nanoTime.getAsLong();
		spend(now - this.since);
		this.since = now;
		this.due = false;
	}

	@Override
	public boolean spend(long nanos) {
		long total = this.spent + nanos;
		this.spent = total;
		if (total < this.limit) {
			if (this.mark == null && total >= this.early) {
				mark();
			}
			return true;
		}
		return takeOffWaiting();
	}

	/**
	 * Take off the time for which the thread had no processor since the mark.
	 * @return whether there is some time left then
	 */
	private boolean takeOffWaiting() {
		Mark known = this.mark;
		if (known == null || !isMarked()) {
			return false;
		}
		long had = this.budget.threadTime() - known.had();
		long waited = this.spent - known.spent() - had;
		if (known.had() < 0 || had < 0 || waited <= 0) {
			return false;
		}
		long total = this.spent - waited;
		this.spent = total;
		mark();
		return total < this.limit;
	}

	private boolean isMarked() {
		Mark known = this.mark;
		return known != null && known.thread() == Thread.currentThread();
	}

	private void mark() {
		this.mark = new Mark(Thread.currentThread(), this.spent, this.budget.threadTime());
	}

	@Override
	public long nanoTime() {
		return this.nanoTime.getAsLong();
	}

	@Override
	public void leave() {
		this.left = this.left + 1;
	}

	boolean isUsedUp() {
		return this.spent >= this.limit;
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
		return this.left > 0;
	}

	int judged() {
		return this.judged;
	}

	int left() {
		return this.left;
	}

	/**
	 * How things stood at some moment.
	 *
	 * @param thread who judges
	 * @param spent what was used by then
	 * @param had how long the thread had had the processor
	 */
	private record Mark(Thread thread, long spent, long had) {

	}

}
