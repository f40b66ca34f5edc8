package io.github.raspspring.behavior;

import java.util.SplittableRandom;

/**
 * Hashes texts to 64 bits behind a secret, so that names which clients choose are kept
 * nowhere and nobody can look for two that meet. Thread-safe.
 */
public final class KeyedHash {

	private static final long MULTIPLIER = 0xA0761D6478BD642FL;

	private static final int CHARS_PER_WORD = 4;

	private final long seed;

	private final long secret;

	/**
	 * Create a hash.
	 * @param random makes the secret
	 */
	public KeyedHash(SplittableRandom random) {
		this.seed = random.nextLong();
		this.secret = random.nextLong() | 1;
	}

	/**
	 * Hash a text.
	 * @param kind tells texts of different kinds apart
	 * @param text the text
	 * @return the hash
	 */
	public long of(int kind, CharSequence text) {
		return of(kind, text, 0, text.length());
	}

	/**
	 * Hash a part of a text.
	 * @param kind tells texts of different kinds apart
	 * @param text the text
	 * @param start index of its first character
	 * @param end index behind its last character
	 * @return the hash
	 */
	public long of(int kind, CharSequence text, int start, int end) {
		long hash = mix(this.seed ^ kind, this.secret ^ (end - start));
		int i = start;
		for (; i + CHARS_PER_WORD <= end; i += CHARS_PER_WORD) {
			long word = text.charAt(i) | (long) text.charAt(i + 1) << 16 | (long) text.charAt(i + 2) << 32
					| (long) text.charAt(i + 3) << 48;
			hash = mix(hash ^ word, this.secret);
		}
		long rest = 0;
		for (; i < end; i++) {
			rest = rest << 16 | text.charAt(i);
		}
		return mix(hash ^ rest, MULTIPLIER ^ this.secret);
	}

	/**
	 * Combine two hashes.
	 * @param one one hash
	 * @param other the other
	 * @return a hash of both, in this order
	 */
	public long of(long one, long other) {
		return mix(one ^ this.seed, other ^ this.secret);
	}

	private static long mix(long one, long other) {
		long high = Math.multiplyHigh(one, other);
		long mixed = one * other ^ high ^ Long.rotateLeft(one, 32) ^ other;
		mixed = (mixed ^ mixed >>> 32) * MULTIPLIER;
		return mixed ^ mixed >>> 29;
	}

}
