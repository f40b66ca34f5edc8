package io.github.raspspring.sink;

import java.util.function.IntPredicate;

import org.jspecify.annotations.Nullable;

/**
 * Where the inputs of a request stand in one text, input by input. Few inputs are looked
 * for one after the other; many are found in one pass. Each place of one input begins
 * behind the one before. Not thread-safe.
 */
public final class Places {

	private final String text;

	private final SinkInputs inputs;

	private final IntPredicate matters;

	private final long characters;

	private final InputIndex.@Nullable Occurrences occurrences;

	/** Range of the occurrences of the current input; those with doubled quotes last. */
	private int first;

	private int escaped;

	private int last;

	private int input = -1;

	private Places(String text, SinkInputs inputs, IntPredicate matters) {
		this.text = text;
		this.inputs = inputs;
		this.matters = matters;
		InputIndex index = inputs.indexFor(text);
		this.occurrences = (index != null) ? index.find(text) : null;
		this.characters = (index != null) ? 0 : CharMask.of(text);
	}

	/**
	 * Look for those inputs that matter.
	 * @param text where to look
	 * @param inputs what to look for
	 * @param matters tells by the number of an input whether to look for it
	 * @return the places
	 */
	public static Places of(String text, SinkInputs inputs, IntPredicate matters) {
		return new Places(text, inputs, matters);
	}

	/**
	 * Go on to the next input that may occur. What another value of the same kind brought
	 * already is left out.
	 * @return {@code false} if there is none
	 */
	public boolean nextInput() {
		return (this.occurrences != null) ? nextFound(this.occurrences) : nextPossible();
	}

	private boolean nextPossible() {
		do {
			this.input++;
		}
		while (this.input < this.inputs.size()
				&& !(this.inputs.mayOccur(this.input, this.characters) && isWanted(this.input)));
		return this.input < this.inputs.size();
	}

	private boolean nextFound(InputIndex.Occurrences found) {
		while (this.last < found.size()) {
			this.first = this.last;
			this.input = found.origin(this.first) >> 1;
			this.escaped = endOf(found, 2 * this.input, this.first);
			this.last = endOf(found, 2 * this.input + 1, this.escaped);
			if (isWanted(this.input)) {
				return true;
			}
		}
		return false;
	}

	private static int endOf(InputIndex.Occurrences found, int origin, int from) {
		int end = from;
		while (end < found.size() && found.origin(end) == origin) {
			end++;
		}
		return end;
	}

	private boolean isWanted(int index) {
		return !this.inputs.isRepeated(index) && this.matters.test(index);
	}

	/**
	 * Return the number of the current input.
	 */
	public int input() {
		return this.input;
	}

	/**
	 * Return the next place of the current input, as {@link Occurrence} packs it.
	 * @param from where to begin
	 */
	public long next(int from) {
		return (this.occurrences != null) ? next(this.occurrences, this.first, this.escaped, from)
				: this.inputs.find(this.input, this.text, from);
	}

	/**
	 * Return the next place of the current input with its quotes doubled, as the
	 * application has to write it within a literal.
	 * @param from where to begin
	 */
	public long nextEscaped(int from) {
		if (this.occurrences != null) {
			return next(this.occurrences, this.escaped, this.last, from);
		}
		String input = this.inputs.text(this.input);
		return (input.indexOf('\'') < 0) ? Occurrence.NONE
				: this.inputs.find(input.replace("'", "''"), this.text, from);
	}

	/**
	 * The places that come in question are behind the one that was returned last.
	 */
	private long next(InputIndex.Occurrences found, int low, int high, int from) {
		int start = low;
		int end = high;
		while (start < end) {
			int middle = start + end >>> 1;
			if (Occurrence.start(found.place(middle)) < from) {
				start = middle + 1;
			}
			else {
				end = middle;
			}
		}
		return (start < high) ? found.place(start) : Occurrence.NONE;
	}

}
