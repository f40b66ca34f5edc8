package io.github.raspspring.event;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.HexFormat;

import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

import io.github.raspspring.engine.Redaction;
import org.jspecify.annotations.Nullable;

/**
 * Names clients and subjects in events by a keyed hash (HMAC-SHA256, RFC 2104), so that
 * events of one can be told from those of another, and nobody who reads them knows who it
 * is. Thread-safe.
 */
public final class Pseudonyms {

	private static final String ALGORITHM = "HmacSHA256";

	private static final String PREFIX = "id-";

	private static final int BYTES = 8;

	private final @Nullable Mac prototype;

	private Pseudonyms(@Nullable Mac prototype) {
		this.prototype = prototype;
	}

	/**
	 * Show names as they are.
	 * @return what leaves names alone
	 */
	public static Pseudonyms none() {
		return new Pseudonyms(null);
	}

	/**
	 * Hide names.
	 * @param key the secret; the same key gives the same pseudonyms
	 * @return what replaces names
	 */
	public static Pseudonyms keyed(byte[] key) {
		try {
			Mac mac = Mac.getInstance(ALGORITHM);
			mac.init(new SecretKeySpec(key, ALGORITHM));
			return new Pseudonyms(mac);
		}
		catch (GeneralSecurityException ex) {
			throw new IllegalStateException(ex);
		}
	}

	/**
	 * Return how a client or subject is named.
	 * @param name the name in clear, or {@code null}
	 * @return the pseudonym, or {@code null} if there is no name
	 */
	public @Nullable String of(@Nullable String name) {
		return (name != null) ? replace(name) : null;
	}

	/**
	 * Return how a client is named of which the kind is told too.
	 * @param client kind and name, such as {@code network:192.0.2.1}
	 * @return the kind and the pseudonym
	 */
	public String ofClient(String client) {
		int colon = client.indexOf(':');
		boolean kind = colon > 0 && client.chars().limit(colon).allMatch((c) -> c >= 'a' && c <= 'z' || c == '-');
		return kind ? client.substring(0, colon + 1) + replace(client.substring(colon + 1)) : replace(client);
	}

	/**
	 * Return by which name to look for somebody.
	 * @param asked a name in clear or a pseudonym
	 * @return the name that events have
	 */
	public String lookup(String asked) {
		boolean pseudonym = asked.startsWith(PREFIX) && asked.length() == PREFIX.length() + 2 * BYTES;
		return pseudonym ? asked : replace(asked);
	}

	private String replace(String name) {
		Mac key = this.prototype;
		if (key == null) {
			return Redaction.line(name);
		}
		try {
			byte[] hash = ((Mac) key.clone()).doFinal(name.getBytes(StandardCharsets.UTF_8));
			return PREFIX + HexFormat.of().formatHex(hash, 0, BYTES);
		}
		catch (CloneNotSupportedException ex) {
			throw new IllegalStateException(ex);
		}
	}

}
