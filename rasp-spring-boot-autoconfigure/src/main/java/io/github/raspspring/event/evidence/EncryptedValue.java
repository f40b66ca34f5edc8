package io.github.raspspring.event.evidence;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.util.Arrays;
import java.util.Base64;

import javax.crypto.Cipher;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.SecretKeySpec;

/**
 * Keeps the first 200 bytes of values by AES-GCM (NIST SP 800-38D): base64url of a nonce
 * of 12 bytes, the text and its tag of 16 bytes.
 */
public final class EncryptedValue implements ValueForm {

	private static final int MOST_BYTES = 200;

	private static final int NONCE = 12;

	private static final int TAG_BITS = 128;

	private final SecretKeySpec key;

	private final SecureRandom random = new SecureRandom();

	/**
	 * Create the form.
	 * @param key 16, 24 or 32 bytes
	 */
	public EncryptedValue(byte[] key) {
		this.key = new SecretKeySpec(key, "AES");
	}

	@Override
	public String name() {
		return "encrypted";
	}

	@Override
	public String keep(String value) {
		byte[] text = value.getBytes(StandardCharsets.UTF_8);
		byte[] nonce = new byte[NONCE];
		this.random.nextBytes(nonce);
		try {
			Cipher cipher = Cipher.getInstance("AES/GCM/NoPadding");
			cipher.init(Cipher.ENCRYPT_MODE, this.key, new GCMParameterSpec(TAG_BITS, nonce));
			byte[] sealed = cipher.doFinal(Arrays.copyOf(text, Math.min(text.length, MOST_BYTES)));
			byte[] all = ByteBuffer.allocate(NONCE + sealed.length).put(nonce).put(sealed).array();
			return "value=aes-gcm:" + Base64.getUrlEncoder().withoutPadding().encodeToString(all);
		}
		catch (GeneralSecurityException ex) {
			return "value=none";
		}
	}

}
