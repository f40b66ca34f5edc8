package io.github.raspspring.ratelimit;

/**
 * SipHash-2-4 with 128 bits of output, by Aumasson and Bernstein: a keyed hash made for
 * short inputs that attackers choose. One instance per hash, not thread-safe.
 */
final class SipHash {

	private long v0;

	private long v1;

	private long v2;

	private long v3;

	private long word;

	private int length;

	SipHash(long key0, long key1) {
		this.v0 = key0 ^ 0x736f6d6570736575L;
		this.v1 = key1 ^ 0x646f72616e646f6dL ^ 0xee;
		this.v2 = key0 ^ 0x6c7967656e657261L;
		this.v3 = key1 ^ 0x7465646279746573L;
	}

	void update(byte value) {
		this.word |= (value & 0xFFL) << 8 * (this.length & 7);
		this.length++;
		if ((this.length & 7) == 0) {
			compress();
		}
	}

	void update(char value) {
		update((byte) value);
		update((byte) (value >>> 8));
	}

	KeyHash finish() {
		this.word |= (long) this.length << 56;
		compress();
		this.v2 ^= 0xee;
		rounds(4);
		long first = this.v0 ^ this.v1 ^ this.v2 ^ this.v3;
		this.v1 ^= 0xdd;
		rounds(4);
		return new KeyHash(first, this.v0 ^ this.v1 ^ this.v2 ^ this.v3);
	}

	private void compress() {
		this.v3 ^= this.word;
		rounds(2);
		this.v0 ^= this.word;
		this.word = 0;
	}

	private void rounds(int count) {
		for (int i = 0; i < count; i++) {
			this.v0 += this.v1;
			this.v1 = Long.rotateLeft(this.v1, 13) ^ this.v0;
			this.v0 = Long.rotateLeft(this.v0, 32);
			this.v2 += this.v3;
			this.v3 = Long.rotateLeft(this.v3, 16) ^ this.v2;
			this.v0 += this.v3;
			this.v3 = Long.rotateLeft(this.v3, 21) ^ this.v0;
			this.v2 += this.v1;
			this.v1 = Long.rotateLeft(this.v1, 17) ^ this.v2;
			this.v2 = Long.rotateLeft(this.v2, 32);
		}
	}

}
