package io.github.raspspring.ratelimit;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;

/**
 * Hashes keys to the same value on all instances, by SHA-256 behind a secret that they
 * share. Without a secret, who reads the store can guess short keys. Thread-safe.
 */
final class DigestKeyHasher implements KeyHasher {

	private final byte[] secret;

	DigestKeyHasher(String secret) {
		this.secret = framed(secret);
	}

	@Override
	public KeyHash hash(String... parts) {
		MessageDigest digest = sha256();
		digest.update(this.secret);
		for (String part : parts) {
			digest.update(framed(part));
		}
		ByteBuffer hash = ByteBuffer.wrap(digest.digest());
		return new KeyHash(hash.getLong(), hash.getLong());
	}

	private static byte[] framed(String text) {
		byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
		return ByteBuffer.allocate(Integer.BYTES + bytes.length).putInt(bytes.length).put(bytes).array();
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
