package io.github.raspspring.profile.answer;

import java.util.Locale;

import org.jspecify.annotations.Nullable;

/**
 * What an answer is by its content type.
 */
enum AnswerType {

	/** JSON. */
	JSON,

	/** Any other text. */
	TEXT,

	/** Parts one after the other, without an end. */
	STREAM,

	/** Anything else. */
	OTHER;

	private static final String USUAL = "application/json";

	static AnswerType of(@Nullable String contentType) {
		if (contentType == null) {
			return OTHER;
		}
		boolean usual = contentType.startsWith(USUAL)
				&& (contentType.length() == USUAL.length() || contentType.charAt(USUAL.length()) == ';');
		return usual ? JSON : read(contentType.toLowerCase(Locale.ROOT));
	}

	private static AnswerType read(String type) {
		if (type.startsWith("text/event-stream") || type.contains("ndjson") || type.contains("stream+json")
				|| type.contains("jsonl")) {
			return STREAM;
		}
		if (type.contains("json")) {
			return JSON;
		}
		return (type.startsWith("text/") || type.contains("xml")) ? TEXT : OTHER;
	}

}
