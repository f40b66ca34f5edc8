package io.github.raspspring.ratelimit;

/**
 * Hashes keys so that nobody can construct two that share a bucket.
 */
@FunctionalInterface
interface KeyHasher {

	/**
	 * Hash the parts of a key. Parts are kept apart: ("ab", "c") is not ("a", "bc").
	 */
	KeyHash hash(String... parts);

}
