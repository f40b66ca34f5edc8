package io.github.raspspring.token;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

import org.jspecify.annotations.Nullable;

/**
 * Names a token in maps: 128 bits of a digest of issuer and {@code jti}, or, where there
 * is no {@code jti}, of what the signature covers. Never of the signature, of which there
 * may be many for the same token.
 *
 * @param high the first half
 * @param low the second half
 */
public record TokenKey(long high, long low) {

	/** Never used but to be cloned, which costs less than looking for a provider. */
	private static final MessageDigest SHA_256 = sha256();

	public static TokenKey of(VerifiedToken token) {
		String id = token.text("jti");
		if (id != null) {
			return of("jti", token.text("iss"), id);
		}
		return token.isJwt() ? ofContent(token.value()) : of("content", null, token.value());
	}

	/**
	 * Name a JWT by its content, whatever its {@code jti}.
	 */
	public static TokenKey ofContent(String token) {
		int end = token.lastIndexOf('.');
		return of("content", null, (end >= 0) ? token.substring(0, end) : token);
	}

	public static TokenKey of(String kind, @Nullable String issuer, String value) {
		// The length keeps the parts apart, whatever characters they have.
		String scope = (issuer != null) ? issuer : "";
		ByteBuffer digest = ByteBuffer.wrap(
				digest().digest((kind + ':' + scope.length() + ':' + scope + value).getBytes(StandardCharsets.UTF_8)));
		return new TokenKey(digest.getLong(), digest.getLong());
	}

	public String text() {
		HexFormat hex = HexFormat.of();
		return hex.toHexDigits(this.high) + hex.toHexDigits(this.low);
	}

	private static MessageDigest digest() {
		try {
			return (MessageDigest) SHA_256.clone();
		}
		catch (CloneNotSupportedException ex) {
			return sha256();
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
