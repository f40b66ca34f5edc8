package io.github.raspspring.engine.pipeline;

import java.util.Arrays;
import java.util.List;

import io.github.raspspring.engine.InputValue;
import io.github.raspspring.engine.ValueReader;

/**
 * What a sieve found in the texts that it kept, so that nobody walks over them again.
 * Written by one thread, read afterwards.
 */
public final class WalkedTexts {

	private static final long[] NOTHING = {};

	/** Nothing is known of any text. */
	public static final WalkedTexts NONE = new WalkedTexts(List.of());

	private static final int ROOM = 16;

	private final List<InputValue> values;

	private long[] walked = NOTHING;

	/**
	 * Begin to note.
	 * @param values the values that are made of the texts, one after the other
	 */
	public WalkedTexts(List<InputValue> values) {
		this.values = values;
	}

	/**
	 * Note what a sieve has found in the text of the value that was made last.
	 * @param sieve walked over that text and no other one since
	 */
	public void add(ValueReader.Sieve sieve) {
		long walked = (sieve instanceof WalkingReader.WalkingSieve walking) ? walking.walked() : WalkingReader.UNKNOWN;
		if (walked == WalkingReader.UNKNOWN) {
			return;
		}
		int last = this.values.size() - 1;
		if (last >= this.walked.length) {
			this.walked = Arrays.copyOf(this.walked, Math.max(ROOM, 2 * last));
		}
		this.walked[last] = walked;
	}

	/**
	 * Return the same for a list that nobody changes.
	 * @param values the values of which this is known, in the same order
	 * @return it, to be read by any thread
	 */
	public WalkedTexts of(List<InputValue> values) {
		WalkedTexts same = new WalkedTexts(values);
		same.walked = this.walked;
		return same;
	}

	/**
	 * Return what was found in the text of a value.
	 * @param index place of the value
	 * @param value the value
	 * @return the bits, {@link WalkingReader#UNKNOWN} if this is not the value that was
	 * made there
	 */
	long of(int index, InputValue value) {
		return (index < this.walked.length && index < this.values.size() && this.values.get(index) == value)
				? this.walked[index] : WalkingReader.UNKNOWN;
	}

}
