package io.github.raspspring.sink;

import java.util.Arrays;

import org.jspecify.annotations.Nullable;

/**
 * Finds all inputs of a request in a text at once, for requests that bring so many that
 * each can't be looked for by itself. An input is known by the hashes of its first and
 * last characters, as many as the largest power of two that fits into it: together they
 * are all of it. One pass over the text for each of the few powers; where the first
 * characters of inputs stand, one look for each length that such inputs have. Not
 * thread-safe.
 */
final class InputIndex {

	private static final int FORM_BITS = 2;

	private static final long PRIME = 0x9E3779B97F4A7C15L;

	private final SinkInputs inputs;

	/** Lengths by the first characters. */
	private final Chains starts;

	private int[] lengths = new int[16];

	/** Patterns by all of them. */
	private final Chains patterns;

	/** Of each pattern: the number of its input, and its form. */
	private int[] origins;

	/** Index behind the last place at which a pattern was found. */
	private int[] found;

	/** The powers of two that patterns have, one bit each. */
	private int exponents;

	/** What was found last: several judges may ask for the same text. */
	private @Nullable Occurrences last;

	InputIndex(SinkInputs inputs) {
		this.inputs = inputs;
		this.starts = new Chains(inputs.size() / 4);
		this.patterns = new Chains(inputs.size());
		this.origins = new int[inputs.size()];
		for (int i = 0; i < inputs.size(); i++) {
			if (!inputs.isRepeated(i)) {
				for (InputForm form : InputForm.values()) {
					if (form.changes(inputs.text(i), inputs.mask(i))) {
						add(form.of(inputs.text(i)), origin(i, form));
					}
				}
			}
		}
		this.found = new int[this.patterns.size()];
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
		int exponent = 31 - Integer.numberOfLeadingZeros(length);
		this.exponents |= 1 << exponent;
		long start = startKey(FoldedText.hash(text, 0, exponent), exponent);
		long end = FoldedText.hash(text, length - (1 << exponent), exponent);
		int pattern = this.patterns.add(wholeKey(start, end, length));
		if (pattern == this.origins.length) {
			this.origins = Arrays.copyOf(this.origins, 2 * pattern);
		}
		this.origins[pattern] = origin;
		addLength(start, length);
	}

	private void addLength(long start, int length) {
		for (int entry = this.starts.first(start); entry != Chains.NONE; entry = this.starts.next(entry)) {
			if (this.lengths[entry] == length) {
				return;
			}
		}
		int entry = this.starts.add(start);
		if (entry == this.lengths.length) {
			this.lengths = Arrays.copyOf(this.lengths, 2 * entry);
		}
		this.lengths[entry] = length;
	}

	private static long startKey(long hash, int exponent) {
		return (hash + exponent) * PRIME;
	}

	private static long wholeKey(long start, long end, int length) {
		return (Long.rotateLeft(start, 29) ^ end) * PRIME + length;
	}

	/**
	 * Find the places of all inputs, those of one input side by side and in order.
	 */
	Occurrences find(String text) {
		Occurrences known = this.last;
		if (known == null || !known.text.equals(text)) {
			known = search(text);
			this.last = known;
		}
		return known;
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
			long start = startKey(text.hash(i, exponent), exponent);
			for (int entry = this.starts.first(start); entry != Chains.NONE; entry = this.starts.next(entry)) {
				int length = this.lengths[entry];
				this.inputs.walk(1);
				if (i + length <= text.size()) {
					long end = text.hash(i + length - (1 << exponent), exponent);
					add(text, i, length, wholeKey(start, end, length), occurrences);
				}
			}
		}
	}

	/**
	 * InputPlaces that overlap with the one before are none, as when each is looked for
	 * behind the last.
	 */
	private void add(FoldedText text, int index, int length, long key, Occurrences occurrences) {
		for (int pattern = this.patterns.first(key); pattern != Chains.NONE; pattern = this.patterns.next(pattern)) {
			if (index >= this.found[pattern]) {
				this.found[pattern] = index + length;
				occurrences.add(pattern, text.position(index), text.position(index + length - 1) + 1);
			}
		}
	}

	/**
	 * InputPlaces in a text, each with the pattern that was found there.
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
