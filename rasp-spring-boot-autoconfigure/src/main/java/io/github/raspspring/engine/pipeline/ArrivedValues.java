package io.github.raspspring.engine.pipeline;

import java.util.AbstractList;
import java.util.Arrays;
import java.util.Collection;
import java.util.Iterator;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.Objects;
import java.util.RandomAccess;

import io.github.raspspring.engine.InputValue;

/**
 * The values that are known of an exchange at one time. Immutable: what arrives later
 * makes a longer list, which shares its beginning with this one, so that a body that
 * arrives in many small pieces costs no more than one that arrives at once.
 */
final class ArrivedValues extends AbstractList<InputValue> implements RandomAccess {

	static final ArrivedValues NONE = new ArrivedValues(new InputValue[0], 0);

	private static final int FIRST_CAPACITY = 32;

	private final InputValue[] values;

	private final int size;

	private ArrivedValues(InputValue[] values, int size) {
		this.values = values;
		this.size = size;
	}

	/**
	 * Return a longer list. To be called once only, as it makes use of the room behind
	 * this one.
	 */
	ArrivedValues with(Collection<InputValue> arrivals) {
		int longer = this.size + arrivals.size();
		InputValue[] all = (longer <= this.values.length) ? this.values
				: Arrays.copyOf(this.values, Math.max(Math.max(longer, FIRST_CAPACITY), 2 * this.size));
		int next = this.size;
		for (InputValue arrival : arrivals) {
			all[next++] = arrival;
		}
		return new ArrivedValues(all, next);
	}

	/**
	 * Return a list in which others stand in the place of some.
	 */
	ArrivedValues replaced(int start, int count, List<InputValue> others) {
		InputValue[] all = new InputValue[this.size - count + others.size()];
		System.arraycopy(this.values, 0, all, 0, start);
		for (int i = 0; i < others.size(); i++) {
			all[start + i] = others.get(i);
		}
		System.arraycopy(this.values, start + count, all, start + others.size(), this.size - start - count);
		return new ArrivedValues(all, all.length);
	}

	@Override
	public InputValue get(int index) {
		return this.values[Objects.checkIndex(index, this.size)];
	}

	@Override
	public int size() {
		return this.size;
	}

	/**
	 * Return one that does not look for changes, as there are none.
	 */
	@Override
	public Iterator<InputValue> iterator() {
		return new Walk(this.values, this.size);
	}

	/**
	 * Walks over the values.
	 */
	private static final class Walk implements Iterator<InputValue> {

		private final InputValue[] values;

		private final int size;

		private int next;

		private Walk(InputValue[] values, int size) {
			this.values = values;
			this.size = size;
		}

		@Override
		public boolean hasNext() {
			return this.next < this.size;
		}

		@Override
		public InputValue next() {
			if (this.next >= this.size) {
				throw new NoSuchElementException();
			}
			return this.values[this.next++];
		}

	}

}
