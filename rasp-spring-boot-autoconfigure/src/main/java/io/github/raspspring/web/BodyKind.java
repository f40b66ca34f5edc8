package io.github.raspspring.web;

import java.util.Locale;

import org.jspecify.annotations.Nullable;

/**
 * How a body is read to be judged, by its content type.
 */
enum BodyKind {

	/** Leaves and keys. */
	JSON,

	/** Texts and attributes. */
	XML,

	/** Fields, where the container does not parse them. */
	FORM,

	/** A GraphQL document. */
	GRAPHQL,

	/** As it is. */
	TEXT,

	/** Parsed by the container, and judged part by part. */
	MULTIPART,

	/** Its first bytes only. */
	BINARY;

	static BodyKind of(@Nullable String contentType) {
		if (contentType == null) {
			return TEXT;
		}
		int end = contentType.indexOf(';');
		String type = ((end < 0) ? contentType : contentType.substring(0, end)).trim().toLowerCase(Locale.ROOT);
		if (type.contains("json")) {
			return JSON;
		}
		if (type.endsWith("/xml") || type.endsWith("+xml")) {
			return XML;
		}
		if (type.startsWith("multipart/")) {
			return MULTIPART;
		}
		return switch (type) {
			case "application/x-www-form-urlencoded" -> FORM;
			case "application/graphql" -> GRAPHQL;
			default -> (type.startsWith("text/") || type.indexOf('/') < 0) ? TEXT : BINARY;
		};
	}

}
