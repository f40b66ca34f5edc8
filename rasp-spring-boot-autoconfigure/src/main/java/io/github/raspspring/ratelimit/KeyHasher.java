package io.github.raspspring.ratelimit;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;

/**
 * Hashes keys with SHA-256, of which 128 bits are kept, behind a salt that clients don't
 * know: nobody can construct two keys that share a bucket. Thread-safe.
 */
final class KeyHasher {

	private final MessageDigest salted;

	/**
	 * Create a hasher.
	 * @param salt secret bytes, the same for all who share buckets
	 */
	KeyHasher(byte[] salt) {
		this.salted = sha256();
		this.salted.update(salt);
	}

	KeyHash hash(String... parts) {
		MessageDigest digest = copy();
		for (String part : parts) {
			byte[] bytes = part.getBytes(StandardCharsets.UTF_8);
			// The length keeps ("ab", "c") apart from ("a", "bc").
			for (int shift = 24; shift >= 0; shift -= 8) {
				digest.update((byte) (bytes.length >>> shift));
			}
			digest.update(bytes);
		}
		ByteBuffer hash = ByteBuffer.wrap(digest.digest());
		return new KeyHash(hash.getLong(), hash.getLong());
	}

	private MessageDigest copy() {
		try {
			return (MessageDigest) this.salted.clone();
		}
		catch (CloneNotSupportedException ex) {
			throw new IllegalStateException("SHA-256 of this JDK can't be copied", ex);
		}
	}

	private static MessageDigest sha256() {
		try {
			return MessageDigest.getInstance("SHA-256");
		}
		catch (NoSuchAlgorithmException ex) {
			throw new IllegalStateException("Every JDK has SHA-256", ex);
		}
	}

}
