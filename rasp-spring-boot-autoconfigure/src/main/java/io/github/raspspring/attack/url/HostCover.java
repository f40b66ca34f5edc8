package io.github.raspspring.attack.url;

import io.github.raspspring.sink.Occurrence;

/**
 * What of a host several inputs cover together, side by side. Not thread-safe.
 */
final class HostCover {

	/** No resolver takes a longer name. */
	private static final int LONGEST = 256;

	/** Pieces that are shorter on average coincide with any host. */
	private static final int LEAST_PIECE = 2;

	private final int start;

	/** The farthest end of the inputs that begin at each place, 0 for none. */
	private final int[] ends;

	/** The input that reaches there. */
	private final int[] inputs;

	/**
	 * Create a cover of nothing.
	 * @param start index of the first character to cover
	 * @param end index behind the last one
	 */
	HostCover(int start, int end) {
		this.start = start;
		int length = (end - start > LONGEST) ? 0 : Math.max(0, end - start);
		this.ends = new int[length];
		this.inputs = new int[length];
	}

	boolean isPossible() {
		return this.ends.length > 0;
	}

	/**
	 * Note that an input stands at a place.
	 */
	void add(long place, int input) {
		int from = Math.max(0, Occurrence.start(place) - this.start);
		int end = Math.min(this.ends.length, Occurrence.end(place) - this.start);
		if (from < end && this.ends[from] < end) {
			this.ends[from] = end;
			this.inputs[from] = input;
		}
	}

	/**
	 * Return the input that covers the end of the host, if inputs cover all of it.
	 * @return the number of the input, -1 if the application chose a part
	 */
	int lastInput() {
		int covered = 0;
		int reach = 0;
		int last = -1;
		int pieces = 0;
		int i = 0;
		while (covered < this.ends.length) {
			for (; i <= covered; i++) {
				last = (this.ends[i] > reach) ? this.inputs[i] : last;
				reach = Math.max(reach, this.ends[i]);
			}
			if (reach == covered) {
				return -1;
			}
			covered = reach;
			pieces++;
		}
		return (pieces * LEAST_PIECE <= this.ends.length) ? last : -1;
	}

}
