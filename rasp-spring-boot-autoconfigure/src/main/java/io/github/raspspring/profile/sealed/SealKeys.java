package io.github.raspspring.profile.sealed;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.List;

import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * The secrets that values are signed with: the first one signs, all of them verify, so
 * that a secret can be replaced while values are on their way. HMAC-SHA-256 (RFC 2104).
 * Thread-safe.
 */
public final class SealKeys {

	/** Bytes that a secret has at least: as many as the hash (RFC 2104, section 3). */
	public static final int SHORTEST = 32;

	private static final String ALGORITHM = "HmacSHA256";

	private final List<SecretKeySpec> keys;

	/**
	 * Create keys.
	 * @param secrets at least one secret of {@value #SHORTEST} bytes or more
	 */
	public SealKeys(List<byte[]> secrets) {
		if (secrets.isEmpty() || secrets.stream().anyMatch((secret) -> secret.length < SHORTEST)) {
			throw new IllegalArgumentException("A secret has at least " + SHORTEST + " bytes");
		}
		this.keys = secrets.stream().map((secret) -> new SecretKeySpec(secret, ALGORITHM)).toList();
	}

	byte[] sign(String... parts) {
		return sign(this.keys.get(0), parts);
	}

	boolean verify(byte[] signature, String... parts) {
		boolean verified = false;
		for (SecretKeySpec key : this.keys) {
			verified |= MessageDigest.isEqual(sign(key, parts), signature);
		}
		return verified;
	}

	/**
	 * Each part with its length, so that none can lend characters to the next.
	 */
	private static byte[] sign(SecretKeySpec key, String... parts) {
		try {
			Mac mac = Mac.getInstance(ALGORITHM);
			mac.init(key);
			for (String part : parts) {
				byte[] bytes = part.getBytes(StandardCharsets.UTF_8);
				mac.update((bytes.length + ":").getBytes(StandardCharsets.US_ASCII));
				mac.update(bytes);
			}
			return mac.doFinal();
		}
		catch (GeneralSecurityException ex) {
			throw new IllegalStateException("Every JDK has " + ALGORITHM, ex);
		}
	}

}
