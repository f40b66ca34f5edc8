package io.github.raspspring.profile.answer;

import java.util.Arrays;

/**
 * The beginning of an answer, up to a bound. For one answer.
 */
final class AnswerMemory {

	/** What many answers have room in, that are a number or a few names. */
	private static final int FIRST = 256;

	/**
	 * Whoever writes JSON by Jackson writes so many bytes at a time, but for the last.
	 */
	private static final int PIECE = 8000;

	private static final byte[] NOTHING = new byte[0];

	private final int most;

	private byte[] bytes = NOTHING;

	private int length;

	private boolean full;

	AnswerMemory(int most) {
		this.most = most;
	}

	boolean hasRoom(int count) {
		return count <= this.most - this.length;
	}

	/**
	 * Add bytes, as many as have room.
	 */
	void add(byte[] source, int offset, int count) {
		int taken = Math.min(count, this.most - this.length);
		grow(taken);
		System.arraycopy(source, offset, this.bytes, this.length, taken);
		this.length += taken;
		this.full |= taken < count;
	}

	/**
	 * Add characters, as many as have room, any that is not ASCII as a sign for such.
	 */
	void add(char[] source, int offset, int count) {
		int taken = Math.min(count, this.most - this.length);
		grow(taken);
		byte[] target = this.bytes;
		int index = this.length;
		for (int i = offset; i < offset + taken; i++) {
			target[index++] = (byte) ((source[i] < 0x80) ? source[i] : -1);
		}
		this.length = index;
		this.full |= taken < count;
	}

	/**
	 * Make room, where a whole piece came also for the next one.
	 */
	private void grow(int count) {
		if (this.length + count > this.bytes.length) {
			int needed = this.length + count + ((count == PIECE) ? PIECE : 0);
			int larger = Math.max(FIRST, Math.max(needed, this.bytes.length * 2));
			this.bytes = Arrays.copyOf(this.bytes, Math.min(this.most, larger));
		}
	}

	void forget() {
		this.length = 0;
		this.full = false;
	}

	byte[] bytes() {
		return this.bytes;
	}

	int length() {
		return this.length;
	}

	/**
	 * Return whether the answer goes on.
	 */
	boolean isFull() {
		return this.full;
	}

}
