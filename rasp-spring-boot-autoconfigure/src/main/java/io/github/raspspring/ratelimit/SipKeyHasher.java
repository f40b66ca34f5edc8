package io.github.raspspring.ratelimit;

/**
 * Hashes keys behind a secret of this instance. Thread-safe.
 */
final class SipKeyHasher implements KeyHasher {

	private final long secret0;

	private final long secret1;

	/**
	 * Create a hasher.
	 * @param secret0 half of a secret, the same for all who share buckets
	 * @param secret1 the other half
	 */
	SipKeyHasher(long secret0, long secret1) {
		this.secret0 = secret0;
		this.secret1 = secret1;
	}

	@Override
	public KeyHash hash(String... parts) {
		SipHash hash = new SipHash(this.secret0, this.secret1);
		for (String part : parts) {
			// The length keeps ("ab", "c") apart from ("a", "bc").
			hash.update((char) (part.length() >>> 16));
			hash.update((char) part.length());
			for (int i = 0; i < part.length(); i++) {
				hash.update(part.charAt(i));
			}
		}
		return hash.finish();
	}

}
