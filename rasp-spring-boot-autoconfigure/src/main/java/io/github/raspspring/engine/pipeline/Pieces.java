package io.github.raspspring.engine.pipeline;

import java.util.Iterator;
import java.util.NoSuchElementException;

import io.github.raspspring.engine.InputValue;

/**
 * Takes a long value apart, so that nothing that judges it needs memory, or time without
 * a look at the clock, in the length of the whole. Pieces overlap: what is shorter than
 * the overlap stands in one of them as a whole.
 */
final class Pieces implements Iterator<InputValue> {

	private static final int OVERLAP = 8 * 1024;

	/** Where a piece may end a little earlier, at the end of a word. */
	private static final int SLACK = 256;

	private final InputValue value;

	private int start;

	private boolean finished;

	private Pieces(InputValue value) {
		this.value = value;
	}

	static Iterable<InputValue> of(InputValue value) {
		return () -> new Pieces(value);
	}

	@Override
	public boolean hasNext() {
		return !this.finished;
	}

	@Override
	public InputValue next() {
		if (this.finished) {
			throw new NoSuchElementException();
		}
		String text = this.value.value();
		int end = Math.min(text.length(), this.start + InspectionBudget.PIECE);
		InputValue piece = this.value.piece(this.start, end);
		this.finished = end == text.length();
		this.start = startOfWord(text, end - OVERLAP);
		return piece;
	}

	private static int startOfWord(String text, int index) {
		for (int i = index; i > index - SLACK; i--) {
			if (text.charAt(i - 1) <= ' ') {
				return i;
			}
		}
		return Character.isLowSurrogate(text.charAt(index)) ? index - 1 : index;
	}

}
