package io.github.raspspring.sink;

import java.util.Arrays;
import java.util.function.IntPredicate;

import org.jspecify.annotations.Nullable;

/**
 * What the inputs of one request are to the texts that it runs, as far as these differ in
 * their literals only. Loops of an application run many of them. Not thread-safe.
 */
final class OutsideMemory {

	private static final int MOST = 8;

	/** Hashes of texts of which no input could be a part, however it was edited. */
	private final long[] untouched = new long[MOST];

	private int next;

	private int @Nullable [] all;

	private int @Nullable [] quoted;

	private int @Nullable [] possible;

	private long mask;

	private long holding;

	/**
	 * Return the numbers of the inputs that bring a quote or may stand outside of
	 * literals.
	 */
	int[] possibleIn(long outside, SinkInputs inputs) {
		int[] known = this.possible;
		if (known == null || this.mask != outside) {
			known = find(inputs, (input) -> CharMask.quotes(inputs.mask(input)) || inputs.mayOccur(input, outside));
			this.possible = known;
			this.mask = outside;
		}
		return known;
	}

	/**
	 * Return the numbers of all inputs.
	 */
	int[] all(SinkInputs inputs) {
		int[] known = (this.all != null) ? this.all : find(inputs, (input) -> true);
		this.all = known;
		return known;
	}

	/**
	 * Return the numbers of the inputs that bring a quote.
	 */
	int[] quoted(SinkInputs inputs) {
		int[] known = (this.quoted != null) ? this.quoted
				: find(inputs, (input) -> CharMask.quotes(inputs.mask(input)));
		this.quoted = known;
		return known;
	}

	private static int[] find(SinkInputs inputs, IntPredicate wanted) {
		int[] found = new int[inputs.size()];
		int count = 0;
		for (int i = 0; i < found.length; i++) {
			if (wanted.test(i)) {
				found[count++] = i;
			}
		}
		return (count == found.length) ? found : Arrays.copyOf(found, count);
	}

	boolean isUntouched(OutsideText text) {
		for (long hash : this.untouched) {
			if (hash == text.hash()) {
				return true;
			}
		}
		return false;
	}

	void untouched(OutsideText text) {
		this.untouched[this.next] = text.hash();
		this.next = (this.next + 1) % MOST;
	}

	boolean holds(long shape) {
		return this.holding == shape;
	}

	void holding(long shape) {
		this.holding = shape;
	}

}
