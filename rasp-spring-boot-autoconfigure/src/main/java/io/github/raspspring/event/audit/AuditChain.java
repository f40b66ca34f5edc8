package io.github.raspspring.event.audit;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.HexFormat;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

import org.jspecify.annotations.Nullable;

/**
 * Writes and reads lines of a chain: each holds the hash of the line before and of
 * itself. With a key (HMAC-SHA256, RFC 2104) nobody can make a chain who does not know
 * it; without one (SHA-256) a chain can be made anew as a whole, but no line of it can be
 * changed alone. Needs nothing but the JDK. Thread-safe.
 */
final class AuditChain {

	private static final Pattern HEAD = Pattern
		.compile("\\{\"seq\":([0-9]{1,18}),\"prev\":\"([0-9a-f]{64})\",\"event\":");

	private static final String TAIL = ",\"hash\":\"";

	private static final int HASH = 64;

	private static final String END = "\"}";

	private static final String HMAC = "HmacSHA256";

	private final byte @Nullable [] key;

	AuditChain(byte @Nullable [] key) {
		this.key = (key != null) ? key.clone() : null;
	}

	/**
	 * Make the line that follows another.
	 * @param before the line before
	 * @param event the event as JSON
	 * @return the line without its end
	 */
	String line(AuditLink before, String event) {
		String body = "{\"seq\":" + (before.sequence() + 1) + ",\"prev\":\"" + before.hash() + "\",\"event\":" + event;
		return body + TAIL + hash(body) + END;
	}

	/**
	 * Return the link of a line that was just made.
	 */
	static AuditLink linkOf(String line, AuditLink before) {
		int end = line.length() - END.length();
		return new AuditLink(before.sequence() + 1, before.hash(), line.substring(end - HASH, end));
	}

	/**
	 * Read how a line stands in the chain.
	 * @param line the line without its end
	 * @return the link, or {@code null} if the line is not what was written
	 */
	@Nullable AuditLink read(String line) {
		int tail = line.length() - END.length() - HASH - TAIL.length();
		Matcher head = HEAD.matcher(line);
		if (tail < 0 || !head.lookingAt() || !line.startsWith(TAIL, tail) || !line.endsWith(END)) {
			return null;
		}
		String hash = line.substring(tail + TAIL.length(), line.length() - END.length());
		byte[] known = hash(line.substring(0, tail)).getBytes(StandardCharsets.US_ASCII);
		return MessageDigest.isEqual(known, hash.getBytes(StandardCharsets.UTF_8))
				? new AuditLink(Long.parseLong(head.group(1)), head.group(2), hash) : null;
	}

	private String hash(String text) {
		byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
		try {
			byte[] secret = this.key;
			if (secret == null) {
				return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
			}
			Mac mac = Mac.getInstance(HMAC);
			mac.init(new SecretKeySpec(secret, HMAC));
			return HexFormat.of().formatHex(mac.doFinal(bytes));
		}
		catch (GeneralSecurityException ex) {
			throw new IllegalStateException(ex);
		}
	}

}
