package io.github.raspspring.store;

import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;

import org.jspecify.annotations.Nullable;

/**
 * One change of a store, as instances tell each other.
 *
 * @param key the key
 * @param value the value, or {@code null} if it was removed
 * @param expiry when it is forgotten, in milliseconds since 1970
 * @param instance who made it
 */
record Change(String key, @Nullable String value, long expiry, String instance) {

	Map<String, byte[]> write() {
		Map<String, byte[]> fields = new HashMap<>();
		fields.put("k", bytes(this.key));
		fields.put("i", bytes(this.instance));
		if (this.value != null) {
			fields.put("v", bytes(this.value));
			fields.put("e", bytes(Long.toString(this.expiry)));
		}
		return fields;
	}

	/**
	 * Read a change.
	 * @return the change, or {@code null} if it is of a kind that is not understood
	 */
	static @Nullable Change read(Map<String, byte[]> fields) {
		String key = text(fields.get("k"));
		String instance = text(fields.get("i"));
		if (key == null || instance == null) {
			return null;
		}
		String expiry = text(fields.get("e"));
		try {
			return new Change(key, text(fields.get("v")), (expiry != null) ? Long.parseLong(expiry) : 0, instance);
		}
		catch (NumberFormatException ex) {
			return null;
		}
	}

	private static byte[] bytes(String text) {
		return text.getBytes(StandardCharsets.UTF_8);
	}

	private static @Nullable String text(byte @Nullable [] bytes) {
		return (bytes != null) ? new String(bytes, StandardCharsets.UTF_8) : null;
	}

}
