package io.github.raspspring.ownership.learnt;

import java.util.concurrent.ThreadLocalRandom;

/**
 * Hashes of texts that the client chooses. The seed is the JVM's own, so that nobody can
 * make up an object that is taken for another.
 */
final class Hashes {

	private static final long SEED = ThreadLocalRandom.current().nextLong();

	private static final long PRIME = 0x9E3779B97F4A7C15L;

	private Hashes() {
	}

	static long of(String... texts) {
		long hash = SEED;
		for (String text : texts) {
			for (int i = 0; i < text.length(); i++) {
				hash = (hash ^ text.charAt(i)) * PRIME;
				hash ^= hash >>> 29;
			}
			hash = (hash ^ 0x1FFFF) * PRIME;
			hash ^= hash >>> 32;
		}
		return hash;
	}

}
