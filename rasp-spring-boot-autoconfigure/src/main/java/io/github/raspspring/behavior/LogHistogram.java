package io.github.raspspring.behavior;

import java.util.Arrays;
import java.util.concurrent.atomic.AtomicIntegerArray;

/**
 * Counts values in buckets that grow with them: each is within 12 % of its bucket. A
 * value may be moved, so that one who counts on is one sample. Thread-safe.
 */
public final class LogHistogram {

	private static final int STEPS_BITS = 3;

	private static final int STEPS = 1 << STEPS_BITS;

	/** Up to 2^34. */
	private static final int BUCKETS = STEPS * 32;

	private final AtomicIntegerArray counts = new AtomicIntegerArray(BUCKETS);

	/**
	 * Return the bucket of a value.
	 * @param value the value, 0 or more
	 * @return number of its bucket
	 */
	public static int bucket(long value) {
		if (value < STEPS) {
			return (int) Math.max(0, value);
		}
		int octave = Long.SIZE - 1 - Long.numberOfLeadingZeros(value);
		int step = (int) (value >>> octave - STEPS_BITS) & STEPS - 1;
		return Math.min(BUCKETS - 1, (octave - STEPS_BITS + 1) * STEPS + step);
	}

	/**
	 * Return the greatest value of a bucket.
	 * @param bucket number of the bucket
	 * @return the value
	 */
	static long highest(int bucket) {
		if (bucket < STEPS) {
			return bucket;
		}
		int shift = bucket / STEPS - 1;
		return ((long) (STEPS + bucket % STEPS) + 1 << shift) - 1;
	}

	/**
	 * Add a sample.
	 * @param bucket its bucket
	 */
	public void add(int bucket) {
		this.counts.incrementAndGet(bucket);
	}

	/**
	 * Take a sample back.
	 * @param bucket its bucket
	 */
	public void remove(int bucket) {
		this.counts.accumulateAndGet(bucket, -1, (count, less) -> Math.max(0, count + less));
	}

	/**
	 * Return how many samples there are.
	 * @return the number
	 */
	public int total() {
		int total = 0;
		for (int i = 0; i < BUCKETS; i++) {
			total += this.counts.get(i);
		}
		return total;
	}

	/**
	 * Find the value that a share of the samples does not exceed.
	 * @param share the share, from 0 to 1
	 * @param trimmed how many of the greatest samples count for nothing in any case
	 * @return the greatest value of the bucket, 0 without samples
	 */
	public long percentile(double share, int trimmed) {
		int total = total();
		int rank = Math.min((int) Math.ceil(share * total), total - trimmed);
		int seen = 0;
		for (int i = 0; i < BUCKETS; i++) {
			seen += this.counts.get(i);
			if (seen >= rank && seen > 0) {
				return highest(i);
			}
		}
		return 0;
	}

	/**
	 * Forget a part, and take in another histogram, which is empty afterwards.
	 * @param kept the share that is kept, from 0 to 1
	 * @param other what is taken in
	 */
	void age(double kept, LogHistogram other) {
		for (int i = 0; i < BUCKETS; i++) {
			int recent = other.counts.getAndSet(i, 0);
			int old = this.counts.get(i);
			this.counts.set(i, (int) Math.floor(old * kept) + recent);
		}
	}

	/**
	 * Return a histogram with the samples of this and another.
	 */
	LogHistogram with(LogHistogram other) {
		LogHistogram both = new LogHistogram();
		for (int i = 0; i < BUCKETS; i++) {
			both.counts.set(i, this.counts.get(i) + other.counts.get(i));
		}
		return both;
	}

	/**
	 * Write the buckets that have samples, as {@code bucket:count} with commas between.
	 */
	String write() {
		StringBuilder text = new StringBuilder();
		for (int i = 0; i < BUCKETS; i++) {
			if (this.counts.get(i) > 0) {
				text.append((text.length() > 0) ? "," : "").append(i).append(':').append(this.counts.get(i));
			}
		}
		return text.toString();
	}

	/**
	 * Read what was written.
	 * @throws IllegalArgumentException if it is not understood
	 */
	void read(String text) {
		if (text.isEmpty()) {
			return;
		}
		Arrays.stream(text.split(",")).forEach((entry) -> {
			int colon = entry.indexOf(':');
			int bucket = (colon > 0) ? Integer.parseInt(entry, 0, colon, 10) : -1;
			if (bucket < 0 || bucket >= BUCKETS) {
				throw new IllegalArgumentException("There is no such bucket");
			}
			this.counts.set(bucket, Math.max(0, Integer.parseInt(entry, colon + 1, entry.length(), 10)));
		});
	}

}
