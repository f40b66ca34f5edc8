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
	public long of(int kind, String text) {
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
	public long of(int kind, String text, int start, int end) {
		long hash = this.seed + kind * MULTIPLIER;
		int i = start;
		for (; i + 2 * CHARS_PER_WORD <= end; i += 2 * CHARS_PER_WORD) {
			hash = fold(hash ^ word(text, i), this.secret ^ word(text, i + CHARS_PER_WORD));
		}
		if (i + CHARS_PER_WORD <= end) {
			hash = fold(hash ^ word(text, i), this.secret);
			i += CHARS_PER_WORD;
		}
		long rest = 0;
		for (; i < end; i++) {
			rest = rest << 16 | text.charAt(i);
		}
		return mix(hash ^ rest, this.secret + (end - start) * MULTIPLIER);
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

	private static long word(String text, int i) {
		return text.charAt(i) | (long) text.charAt(i + 1) << 16 | (long) text.charAt(i + 2) << 32
				| (long) text.charAt(i + 3) << 48;
	}

	/**
	 * What wyhash does with eight bytes each: quick, and enough as long as a secret is in
	 * both and {@link #mix} comes last.
	 */
	private static long fold(long one, long other) {
		return Math.multiplyHigh(one, other) ^ one * other;
	}

	private static long mix(long one, long other) {
		long high = Math.multiplyHigh(one, other);
		long mixed = one * other ^ high ^ Long.rotateLeft(one, 32) ^ other;
		mixed = (mixed ^ mixed >>> 32) * MULTIPLIER;
		return mixed ^ mixed >>> 29;
	}

}
