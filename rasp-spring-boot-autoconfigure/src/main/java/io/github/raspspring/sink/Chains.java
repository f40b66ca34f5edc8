package io.github.raspspring.sink;

import java.util.Arrays;

/**
 * Entries that are found by a key, several for one key in any order. Each is known by its
 * number, in order of arrival. Not thread-safe.
 */
final class Chains {

	static final int NONE = -1;

	private final int[] heads;

	private long[] keys;

	private int[] next;

	private int size;

	Chains(int expected) {
		this.heads = new int[Integer.highestOneBit(Math.max(8, expected)) << 1];
		this.keys = new long[Math.max(8, expected)];
		this.next = new int[this.keys.length];
		Arrays.fill(this.heads, NONE);
	}

	/**
	 * Add an entry.
	 * @return its number
	 */
	int add(long key) {
		if (this.size == this.keys.length) {
			this.keys = Arrays.copyOf(this.keys, 2 * this.size);
			this.next = Arrays.copyOf(this.next, 2 * this.size);
		}
		int slot = slot(key);
		this.keys[this.size] = key;
		this.next[this.size] = this.heads[slot];
		this.heads[slot] = this.size;
		return this.size++;
	}

	/**
	 * Return an entry with a key.
	 * @return its number, {@link #NONE} if there is none
	 */
	int first(long key) {
		return from(this.heads[slot(key)], key);
	}

	/**
	 * Return another entry with the same key.
	 * @return its number, {@link #NONE} if there is none
	 */
	int next(int entry) {
		return from(this.next[entry], this.keys[entry]);
	}

	private int from(int entry, long key) {
		int i = entry;
		while (i != NONE && this.keys[i] != key) {
			i = this.next[i];
		}
		return i;
	}

	/**
	 * Return how many entries there are.
	 */
	int size() {
		return this.size;
	}

	private int slot(long key) {
		return (int) (key * 0x9E3779B97F4A7C15L >>> 33) & this.heads.length - 1;
	}

}
