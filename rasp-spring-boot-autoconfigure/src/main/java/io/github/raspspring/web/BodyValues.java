package io.github.raspspring.web;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

import io.github.raspspring.document.BoundedValues;
import io.github.raspspring.document.CsvCells;
import io.github.raspspring.document.JsonLeaves;
import io.github.raspspring.document.QueryString;
import io.github.raspspring.document.XmlLeaves;
import io.github.raspspring.document.XmlProlog;
import io.github.raspspring.document.YamlScalars;
import io.github.raspspring.engine.InputLocation;
import io.github.raspspring.engine.InputValue;
import io.github.raspspring.engine.ValueReader;
import org.jspecify.annotations.Nullable;

import org.springframework.http.MediaType;

/**
 * Finds the values of a body by what it says it is, and takes a body that lies as plain
 * text.
 */
final class BodyValues {

	private final JsonLeaves strict = JsonLeaves.strict();

	private final JsonLeaves json = new JsonLeaves();

	private final XmlLeaves xml = new XmlLeaves();

	/**
	 * Add those values of a body that are worth to be judged, where that can be told in
	 * one walk.
	 * @return whether it could
	 */
	boolean addKept(BodyStart start, @Nullable String contentType, ValueReader.Sieve sieve, BoundedValues values) {
		byte[] body = start.bytes();
		return switch (start.kind()) {
			case JSON -> inUnicode(body, contentType) == body && this.strict.scan(body, sieve, values);
			case XML -> charset(contentType) == StandardCharsets.UTF_8 && this.xml.scan(body, sieve, values);
			default -> false;
		};
	}

	/**
	 * Return whether a body may be one of which not all values have to be made.
	 */
	static boolean mayOmit(BodyKind kind, @Nullable String contentType) {
		return kind == BodyKind.JSON || kind == BodyKind.XML && !BodyKind.mayBeOfParts(contentType);
	}

	/**
	 * Add the values of a body, read as it says it is written and, where that makes a
	 * difference, as who reads its bytes without asking does.
	 */
	void add(BodyStart start, @Nullable String contentType, BoundedValues values) {
		addDeclared(start, contentType, values);
		boolean both = start.kind() == BodyKind.JSON && !charset(contentType).name().startsWith("UTF-");
		byte[] unasked = both ? null : unasked(start.bytes(), contentType);
		if (unasked != null) {
			addDeclared(new BodyStart(start.kind(), unasked), BodyKind.mediaType(contentType), values);
		}
	}

	/**
	 * Return the bytes to be read as Unicode (UTF-8), or {@code null} if that tells
	 * nothing more. A NUL, of which encodings of wider units are full, ends no word.
	 */
	private static byte @Nullable [] unasked(byte[] body, @Nullable String contentType) {
		Charset declared = charset(contentType);
		if (declared == StandardCharsets.UTF_8) {
			return null;
		}
		String unicode = new String(body, StandardCharsets.UTF_8).replace("\0", "");
		return unicode.equals(new String(body, declared)) ? null : unicode.getBytes(StandardCharsets.UTF_8);
	}

	private void addDeclared(BodyStart start, @Nullable String contentType, BoundedValues values) {
		byte[] body = start.bytes();
		switch (start.kind()) {
			case JSON -> addJson(body, contentType, values);
			case XML -> addXml(body, contentType, values);
			case FORM -> addForm(start, contentType, values);
			case CSV -> CsvCells.read(addWhole(body, contentType, values), (cell) -> values.add(cell("cell", cell)));
			case YAML ->
				YamlScalars.read(addWhole(body, contentType, values), (scalar) -> values.add(cell("scalar", scalar)));
			case GRAPHQL -> values.add(new InputValue(InputLocation.GRAPHQL, "query", text(body, contentType)));
			case TEXT -> addText(start, contentType, values);
			case BINARY ->
				values.add(new InputValue(InputLocation.BODY, "body", new String(body, StandardCharsets.ISO_8859_1)));
			case MULTIPART -> {
				// Taken apart before.
			}
		}
	}

	private void addJson(byte[] body, @Nullable String contentType, BoundedValues values) {
		byte[] declared = inUnicode(body, contentType);
		boolean read = readJson(declared, values);
		if (declared != body) {
			BoundedValues asSent = values.another();
			if (readJson(body, asSent)) {
				values.addAll(asSent);
				read = true;
			}
		}
		if (!read) {
			addWhole(body, contentType, values);
			if (declared != body) {
				addWhole(body, BodyKind.mediaType(contentType), values);
			}
		}
	}

	/**
	 * Read strictly, or, as far as that goes, with the freedoms of all dialects: those
	 * have comments, in which a text can hide from whoever reads leaves only.
	 * @return whether every text of the body is among the leaves
	 */
	private boolean readJson(byte[] body, BoundedValues values) {
		BoundedValues leaves = values.another();
		boolean strictly = this.strict.read(body, body.length, leaves);
		if (!strictly) {
			leaves = values.another();
			this.json.read(body, body.length, leaves);
		}
		values.addAll(leaves);
		return strictly;
	}

	/**
	 * A form may be sent, and read, by those who mean something else: what no form is
	 * written like is judged as it is.
	 */
	private void addForm(BodyStart start, @Nullable String contentType, BoundedValues values) {
		String text = text(start.bytes(), contentType);
		QueryString.read(text, InputLocation.FORM, values);
		if (!QueryString.isEncoded(text)) {
			addText(start, contentType, values);
		}
	}

	private static String addWhole(byte[] body, @Nullable String contentType, BoundedValues values) {
		String text = text(body, contentType);
		values.add(new InputValue(InputLocation.BODY, "body", text));
		return text;
	}

	private static InputValue cell(String name, String text) {
		return new InputValue(InputLocation.BODY, name, text);
	}

	private void addXml(byte[] body, @Nullable String contentType, BoundedValues values) {
		if (!this.xml.read(body, values)) {
			Charset charset = XmlProlog.charset(body);
			String text = (charset != StandardCharsets.UTF_8) ? new String(body, charset) : text(body, contentType);
			values.add(new InputValue(InputLocation.XML, "body", text));
		}
	}

	/**
	 * A handler may parse text as JSON or XML, whatever the client calls it.
	 */
	private void addText(BodyStart start, @Nullable String contentType, BoundedValues values) {
		byte[] body = start.bytes();
		boolean parsed = switch (start.first()) {
			case '{', '[' -> readJson(body, values);
			case '<' -> readXml(body, values);
			default -> XmlProlog.charset(body) != StandardCharsets.UTF_8 && readXml(body, values);
		};
		if (!parsed) {
			addWhole(body, contentType, values);
		}
	}

	private boolean readXml(byte[] body, BoundedValues values) {
		BoundedValues leaves = values.another();
		boolean read = this.xml.read(body, leaves);
		if (read) {
			values.addAll(leaves);
		}
		return read;
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

	static String text(byte[] body, @Nullable String contentType) {
		return new String(body, charset(contentType));
	}

	static Charset charset(@Nullable String contentType) {
		if (contentType == null || contentType.indexOf(';') < 0) {
			return StandardCharsets.UTF_8;
		}
		try {
			Charset charset = MediaType.parseMediaType(contentType).getCharset();
			return (charset != null) ? charset : StandardCharsets.UTF_8;
		}
		catch (IllegalArgumentException ex) {
			return StandardCharsets.UTF_8;
		}
	}

}
