package io.github.raspspring.client;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.function.UnaryOperator;

import io.github.raspspring.engine.ClientIdentity;
import org.jspecify.annotations.Nullable;

/**
 * Adds session and API key to the identity of a client, as hashes behind a secret.
 * Thread-safe.
 */
public final class ClientKeys {

	/** Bits that are kept: enough that nobody meets another by chance. */
	private static final int KEPT_BYTES = 16;

	private final List<String> apiKeyHeaders;

	private final byte[] secret;

	/**
	 * Create an instance.
	 * @param apiKeyHeaders headers in which clients present API keys, the first that is
	 * there counts
	 * @param secret what is hashed with, the same on all instances that share scores
	 */
	public ClientKeys(List<String> apiKeyHeaders, byte[] secret) {
		this.apiKeyHeaders = List.copyOf(apiKeyHeaders);
		this.secret = secret.clone();
	}

	/**
	 * Complete an identity.
	 * @param client who sends the request as far as the network tells
	 * @param session id of a session that the server knows, or {@code null}
	 * @param headers finds the first value of a header, {@code null} if there is none
	 * @return the identity with the hashes that there are
	 */
	public ClientIdentity complete(ClientIdentity client, @Nullable String session,
			UnaryOperator<@Nullable String> headers) {
		String apiKey = null;
		for (int i = 0; apiKey == null && i < this.apiKeyHeaders.size(); i++) {
			apiKey = headers.apply(this.apiKeyHeaders.get(i));
		}
		return (session == null && apiKey == null) ? client
				: client.with(hash("session", session), hash("api-key", apiKey));
	}

	private @Nullable String hash(String kind, @Nullable String value) {
		if (value == null) {
			return null;
		}
		try {
			MessageDigest digest = MessageDigest.getInstance("SHA-256");
			digest.update(this.secret);
			digest.update((kind + ':' + value).getBytes(StandardCharsets.UTF_8));
			return HexFormat.of().formatHex(digest.digest(), 0, KEPT_BYTES);
		}
		catch (NoSuchAlgorithmException ex) {
			throw new IllegalStateException("Every JDK has SHA-256", ex);
		}
	}

}
