package io.github.raspspring.store;

import java.time.Duration;
import java.util.Arrays;

/**
 * Counts the calls of the last seconds, and tells when most of them failed. A slow answer
 * now and then, as every machine under load has, is no loss. Thread-safe.
 */
final class FailureShare {

	private static final long SLICE = Duration.ofSeconds(1).toNanos();

	private static final int SLICES = 5;

	private static final int MOST_PERCENT = 60;

	/** Fewer failures say nothing of the store. */
	private static final int LEAST_FAILURES = 5;

	/** A store that answers nobody for so long hangs, however well it answered before. */
	private static final long SILENCE = Duration.ofMillis(500).toNanos();

	private final int[] calls = new int[SLICES];

	private final int[] failures = new int[SLICES];

	private int slice;

	private long sliceStart;

	/** Failures since the last success. */
	private int inARow;

	private long rowStart;

	/**
	 * Count a call.
	 * @param now the time in nanoseconds since some moment
	 * @param failed whether it got no answer
	 * @return whether too large a share of the calls, and enough, have failed, or all for
	 * some time
	 */
	synchronized boolean add(long now, boolean failed) {
		advance(now);
		this.calls[this.slice]++;
		if (!failed) {
			this.inARow = 0;
			return false;
		}
		this.failures[this.slice]++;
		int lost = sum(this.failures);
		return isSilent(now) || (lost >= LEAST_FAILURES && 100L * lost > (long) MOST_PERCENT * sum(this.calls));
	}

	/**
	 * Many calls that fail at one moment are one failure that met many.
	 */
	private boolean isSilent(long now) {
		if (this.inARow == 0 || now - this.rowStart >= SLICES * SLICE) {
			this.inARow = 0;
			this.rowStart = now;
		}
		this.inARow++;
		return this.inARow >= LEAST_FAILURES && now - this.rowStart >= SILENCE;
	}

	/**
	 * Forget all calls.
	 */
	synchronized void clear() {
		this.inARow = 0;
		Arrays.fill(this.calls, 0);
		Arrays.fill(this.failures, 0);
	}

	/**
	 * Only differences of the time mean something, as it may overflow.
	 */
	private void advance(long now) {
		long passed = (now - this.sliceStart) / SLICE;
		if (passed < 0 || passed >= SLICES) {
			clear();
			this.sliceStart = now;
			return;
		}
		for (long i = 0; i < passed; i++) {
			this.slice = (this.slice + 1) % SLICES;
			this.calls[this.slice] = 0;
			this.failures[this.slice] = 0;
		}
		this.sliceStart += passed * SLICE;
	}

	private static int sum(int[] counts) {
		int sum = 0;
		for (int count : counts) {
			sum += count;
		}
		return sum;
	}

}
