package io.github.raspspring.web;

import java.nio.charset.StandardCharsets;
import java.util.Locale;

import io.github.raspspring.document.XmlProlog;
import org.jspecify.annotations.Nullable;

/**
 * Tells how an uploaded file is read, by its content, its type and its name: pictures,
 * archives, documents and programs are not.
 */
final class UploadKind {

	/** Enough to tell what a file is. */
	static final int MAGIC = 512;

	private UploadKind() {
	}

	/**
	 * Return the kind, {@link BodyKind#BINARY} for what is not read.
	 */
	static BodyKind of(@Nullable String contentType, String fileName, byte[] magic) {
		char first = new BodyStart(BodyKind.TEXT, magic).first();
		String extension = fileName.substring(fileName.lastIndexOf('.') + 1).toLowerCase(Locale.ROOT);
		BodyKind declared = (contentType != null) ? BodyKind.of(contentType) : BodyKind.BINARY;
		if (first == '<' || XmlProlog.isEbcdic(magic)) {
			return isPage(magic, extension) ? BodyKind.BINARY : BodyKind.XML;
		}
		if ((first == '{' || first == '[') && (declared == BodyKind.JSON || extension.contains("json"))) {
			return BodyKind.JSON;
		}
		if (!BodyStart.isText(magic)) {
			return BodyKind.BINARY;
		}
		return switch (extension) {
			case "csv", "tsv" -> BodyKind.CSV;
			case "yaml", "yml" -> BodyKind.YAML;
			default -> (declared == BodyKind.CSV || declared == BodyKind.YAML) ? declared : BodyKind.BINARY;
		};
	}

	private static boolean isPage(byte[] magic, String extension) {
		String start = new String(magic, StandardCharsets.ISO_8859_1).toLowerCase(Locale.ROOT);
		return !start.contains("<?xml") && (start.contains("<!doctype html") || start.contains("<html")
				|| extension.startsWith("htm") || extension.equals("php") || extension.equals("jsp"));
	}

}
