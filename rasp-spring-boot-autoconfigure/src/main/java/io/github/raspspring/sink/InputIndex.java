package io.github.raspspring.sink;

import java.util.Arrays;

import org.jspecify.annotations.Nullable;

/**
 * Finds all inputs of a request in a text at once, for requests that bring so many that
 * each can't be looked for by itself. An input is known by the hashes of its first and
 * last characters, as many as the largest power of two that fits into it: together they
 * are all of it. One pass over the text for each of the few powers. Not thread-safe.
 */
final class InputIndex {

	private static final int NONE = -1;

	private static final int FORM_BITS = 2;

	private final SinkInputs inputs;

	/** Of each pattern: the number of its input, and its form. */
	private int[] origins;

	private int[] lengths;

	private long[] starts;

	private long[] ends;

	private final int[] heads;

	private int[] next;

	/** Index behind the last place at which a pattern was found. */
	private int[] found;

	private int size;

	/** What was found last: several judges may ask for the same text. */
	private @Nullable Occurrences last;

	/** The powers of two that patterns have, one bit each. */
	private int exponents;

	InputIndex(SinkInputs inputs) {
		this.inputs = inputs;
		int patterns = inputs.size();
		this.origins = new int[patterns];
		this.lengths = new int[patterns];
		this.starts = new long[patterns];
		this.ends = new long[patterns];
		this.next = new int[patterns];
		this.found = new int[patterns];
		this.heads = new int[Integer.highestOneBit(Math.max(16, patterns)) << 1];
		Arrays.fill(this.heads, NONE);
		for (int i = 0; i < inputs.size(); i++) {
			if (!inputs.isRepeated(i)) {
				for (InputForm form : InputForm.values()) {
					if (form.changes(inputs.text(i), inputs.mask(i))) {
						add(form.of(inputs.text(i)), origin(i, form));
					}
				}
			}
		}
	}

	private static int origin(int input, InputForm form) {
		return input << FORM_BITS | form.ordinal();
	}

	private void add(String text, int origin) {
		int length = FoldedText.length(text);
		this.inputs.walk(text.length());
		if (length == 0) {
			return;
		}
		if (this.size == this.lengths.length) {
			grow();
		}
		int exponent = exponent(length);
		int pattern = this.size++;
		this.exponents |= 1 << exponent;
		this.origins[pattern] = origin;
		this.lengths[pattern] = length;
		this.starts[pattern] = FoldedText.hash(text, 0, exponent);
		this.ends[pattern] = FoldedText.hash(text, length - (1 << exponent), exponent);
		int slot = slot(this.starts[pattern], exponent);
		this.next[pattern] = this.heads[slot];
		this.heads[slot] = pattern;
	}

	private void grow() {
		int more = 2 * this.size;
		this.origins = Arrays.copyOf(this.origins, more);
		this.lengths = Arrays.copyOf(this.lengths, more);
		this.starts = Arrays.copyOf(this.starts, more);
		this.ends = Arrays.copyOf(this.ends, more);
		this.next = Arrays.copyOf(this.next, more);
		this.found = Arrays.copyOf(this.found, more);
	}

	/**
	 * Find the places of all inputs, those of one input side by side and in order.
	 */
	Occurrences find(String text) {
		Occurrences last = this.last;
		if (last == null || !last.text.equals(text)) {
			last = search(text);
			this.last = last;
		}
		return last;
	}

	private Occurrences search(String text) {
		FoldedText folded = new FoldedText(text);
		Occurrences occurrences = new Occurrences(text);
		for (int exponent = 0; 1 << exponent <= folded.size(); exponent++) {
			if ((this.exponents & 1 << exponent) != 0) {
				this.inputs.walk(folded.size());
				find(folded, exponent, occurrences);
			}
		}
		occurrences.forget(this.found);
		occurrences.sort(this.origins);
		return occurrences;
	}

	private void find(FoldedText text, int exponent, Occurrences occurrences) {
		for (int i = 0; i <= text.size() - (1 << exponent); i++) {
			long hash = text.hash(i, exponent);
			int pattern = this.heads[slot(hash, exponent)];
			while (pattern != NONE) {
				if (this.starts[pattern] == hash && isAt(pattern, text, i, exponent)) {
					this.found[pattern] = i + this.lengths[pattern];
					occurrences.add(pattern, text.position(i), text.position(this.found[pattern] - 1) + 1);
				}
				pattern = this.next[pattern];
				this.inputs.walk(1);
			}
		}
	}

	/**
	 * Places that overlap with the one before are none, as when each is looked for behind
	 * the last.
	 */
	private boolean isAt(int pattern, FoldedText text, int index, int exponent) {
		int length = this.lengths[pattern];
		return exponent == exponent(length) && index >= this.found[pattern] && index + length <= text.size()
				&& text.hash(index + length - (1 << exponent), exponent) == this.ends[pattern];
	}

	private static int exponent(int length) {
		return 31 - Integer.numberOfLeadingZeros(length);
	}

	private int slot(long hash, int exponent) {
		long mixed = (hash + exponent) * 0x9E3779B97F4A7C15L;
		return (int) (mixed >>> 40) & this.heads.length - 1;
	}

	/**
	 * Places in a text, each with the pattern that was found there.
	 */
	static final class Occurrences {

		private static final int FEW = 16;

		private final String text;

		private int[] patterns = new int[FEW];

		private long[] places = new long[FEW];

		private int size;

		/** Origin and number of each place, sorted. */
		private long[] order = {};

		private Occurrences(String text) {
			this.text = text;
		}

		private void add(int pattern, int start, int end) {
			if (this.size == this.patterns.length) {
				this.patterns = Arrays.copyOf(this.patterns, 2 * this.size);
				this.places = Arrays.copyOf(this.places, 2 * this.size);
			}
			this.patterns[this.size] = pattern;
			this.places[this.size++] = Occurrence.pack(start, end);
		}

		private void forget(int[] found) {
			for (int i = 0; i < this.size; i++) {
				found[this.patterns[i]] = 0;
			}
		}

		private void sort(int[] origins) {
			this.order = new long[this.size];
			for (int i = 0; i < this.size; i++) {
				this.order[i] = (long) origins[this.patterns[i]] << 32 | i;
			}
			Arrays.sort(this.order);
		}

		int size() {
			return this.size;
		}

		/**
		 * Return the number of the input that is found at a place.
		 */
		int input(int index) {
			return origin(index) >> FORM_BITS;
		}

		/**
		 * Return behind which place those of one form of an input end.
		 */
		int endOf(int input, InputForm form, int from) {
			int origin = InputIndex.origin(input, form);
			int end = from;
			while (end < this.size && origin(end) == origin) {
				end++;
			}
			return end;
		}

		/**
		 * Return the first of some places that doesn't begin before another one.
		 */
		long next(int first, int last, int from) {
			int low = first;
			int high = last;
			while (low < high) {
				int middle = low + high >>> 1;
				if (Occurrence.start(place(middle)) < from) {
					low = middle + 1;
				}
				else {
					high = middle;
				}
			}
			return (low < last) ? place(low) : Occurrence.NONE;
		}

		private int origin(int index) {
			return (int) (this.order[index] >>> 32);
		}

		private long place(int index) {
			return this.places[(int) this.order[index]];
		}

	}

}
