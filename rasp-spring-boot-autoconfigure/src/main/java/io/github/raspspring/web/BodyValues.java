package io.github.raspspring.web;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

import io.github.raspspring.engine.InputLocation;
import io.github.raspspring.engine.InputValue;
import org.jspecify.annotations.Nullable;

import org.springframework.http.MediaType;

/**
 * Finds the values of a body by what it says it is, and takes a body that lies as plain
 * text.
 */
final class BodyValues {

	private final JsonLeaves json = new JsonLeaves();

	private final XmlLeaves xml = new XmlLeaves();

	BoundedValues of(BodyStart start, @Nullable String contentType, BodyMemory.Lease memory) {
		BoundedValues values = new BoundedValues(memory);
		byte[] body = start.bytes();
		switch (start.kind()) {
			case JSON -> addJson(body, contentType, values);
			case XML -> addXml(body, contentType, values);
			case FORM -> QueryString.read(text(body, contentType), InputLocation.FORM, values);
			case GRAPHQL -> values.add(new InputValue(InputLocation.GRAPHQL, "query", text(body, contentType)));
			case TEXT -> addText(start, contentType, values);
			case BINARY ->
				values.add(new InputValue(InputLocation.BODY, "body", new String(body, StandardCharsets.ISO_8859_1)));
			case MULTIPART -> {
				// The container parses it.
			}
		}
		return values;
	}

	private void addJson(byte[] body, @Nullable String contentType, BoundedValues values) {
		byte[] declared = inUnicode(body, contentType);
		boolean read = this.json.read(declared, declared.length, values);
		if (declared != body) {
			BoundedValues asSent = values.another();
			if (this.json.read(body, body.length, asSent)) {
				values.addAll(asSent);
				read = true;
			}
		}
		if (!read) {
			values.add(new InputValue(InputLocation.BODY, "body", text(body, contentType)));
		}
	}

	private void addXml(byte[] body, @Nullable String contentType, BoundedValues values) {
		if (!this.xml.read(body, values)) {
			values.add(new InputValue(InputLocation.XML, "body", text(body, contentType)));
		}
	}

	/**
	 * A handler may parse text as JSON or XML, whatever the client calls it.
	 */
	private void addText(BodyStart start, @Nullable String contentType, BoundedValues values) {
		BoundedValues leaves = values.another();
		byte[] body = start.bytes();
		boolean parsed = switch (start.first()) {
			case '{', '[' -> this.json.read(body, body.length, leaves);
			case '<' -> this.xml.read(body, leaves);
			default -> false;
		};
		if (parsed) {
			values.addAll(leaves);
		}
		else {
			values.add(new InputValue(InputLocation.BODY, "body", text(body, contentType)));
		}
	}

	/**
	 * JSON is Unicode (RFC 8259, section 8.1), yet Spring reads it in any charset that
	 * the client declares, and others don't.
	 */
	private static byte[] inUnicode(byte[] body, @Nullable String contentType) {
		Charset charset = charset(contentType);
		if (charset.name().startsWith("UTF-")) {
			return body;
		}
		byte[] unicode = new String(body, charset).getBytes(StandardCharsets.UTF_8);
		return Arrays.equals(unicode, body) ? body : unicode;
	}

	private static String text(byte[] body, @Nullable String contentType) {
		return new String(body, charset(contentType));
	}

	private static Charset charset(@Nullable String contentType) {
		try {
			Charset charset = (contentType != null) ? MediaType.parseMediaType(contentType).getCharset() : null;
			return (charset != null) ? charset : StandardCharsets.UTF_8;
		}
		catch (IllegalArgumentException ex) {
			return StandardCharsets.UTF_8;
		}
	}

}
