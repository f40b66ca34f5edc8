package io.github.raspspring.inventory.openapi;

import java.util.Map;

import io.github.raspspring.inventory.StoredDocument;

/**
 * Follows references within a document (RFC 6901).
 */
final class JsonReference {

	private static final int MOST_STEPS = 20;

	private JsonReference() {
	}

	/**
	 * Return what an object refers to, the object itself if it refers to nothing.
	 */
	static Map<String, Object> resolve(Map<String, Object> document, Map<String, Object> object) {
		Map<String, Object> found = object;
		for (int i = 0; i < MOST_STEPS && found.get("$ref") instanceof String reference; i++) {
			found = find(document, reference);
		}
		return found;
	}

	private static Map<String, Object> find(Map<String, Object> document, String reference) {
		if (!reference.startsWith("#/")) {
			return Map.of();
		}
		Map<String, Object> found = document;
		for (String step : reference.substring(2).split("/")) {
			found = StoredDocument.map(found.get(step.replace("~1", "/").replace("~0", "~")));
		}
		return found;
	}

}
