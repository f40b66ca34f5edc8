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

	/** Cells. */
	CSV,
	/** Scalars. */
	YAML,
	/** As it is. */
	TEXT,

	/** Part by part. */
	MULTIPART,

	/** Its first bytes only. */
	BINARY;

	static BodyKind of(@Nullable String contentType) {
		if (contentType == null) {
			return TEXT;
		}
		String type = mediaType(contentType);
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
			case "text/csv", "application/csv", "text/tab-separated-values" -> CSV;
			case "application/yaml", "application/x-yaml", "text/yaml", "text/x-yaml" -> YAML;
			default -> (type.startsWith("text/") || type.indexOf('/') < 0) ? TEXT : BINARY;
		};
	}

	/**
	 * Return whether a body that does not say so may be of parts all the same: whoever
	 * takes it apart asks for what is between them only.
	 */
	static boolean mayBeOfParts(@Nullable String contentType) {
		return contentType != null && contentType.indexOf(';') > 0
				&& contentType.toLowerCase(Locale.ROOT).contains("boundary");
	}

	/**
	 * Return whether a content type is that of documents one after the other, which may
	 * never end.
	 */
	static boolean isStream(@Nullable String contentType) {
		if (contentType == null) {
			return false;
		}
		String type = mediaType(contentType);
		return type.contains("ndjson") || type.contains("jsonl") || type.contains("json-seq")
				|| type.contains("stream");
	}

	/**
	 * Return a content type without its parameters.
	 */
	static String mediaType(@Nullable String contentType) {
		if (contentType == null) {
			return "";
		}
		int end = contentType.indexOf(';');
		return ((end < 0) ? contentType : contentType.substring(0, end)).trim().toLowerCase(Locale.ROOT);
	}

}
