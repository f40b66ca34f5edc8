package io.github.raspspring.policy.patch;

import java.util.Locale;

/**
 * What a file is by its first bytes, whatever it calls itself.
 */
public enum FileType {

	/** Portable Network Graphics. */
	PNG,

	/** JPEG. */
	JPEG,

	/** Graphics Interchange Format. */
	GIF,

	/** WebP. */
	WEBP,

	/** Portable Document Format. */
	PDF,

	/** ZIP, and with it documents of office programs and archives of Java. */
	ZIP,

	/** GZIP. */
	GZIP,

	/** Text without markup: no control characters, and no sign that it is a page. */
	TEXT,

	/** Text that is XML, HTML or SVG. */
	MARKUP,

	/** Anything else. */
	UNKNOWN;

	/**
	 * Recognize a file.
	 * @param start its first bytes, one per character
	 * @return what it is
	 */
	static FileType of(String start) {
		if (start.startsWith("\u0089PNG\r\n\u001a\n")) {
			return PNG;
		}
		if (start.startsWith("\u00ff\u00d8\u00ff")) {
			return JPEG;
		}
		if (start.startsWith("GIF87a") || start.startsWith("GIF89a")) {
			return GIF;
		}
		if (start.startsWith("RIFF") && start.startsWith("WEBP", 8)) {
			return WEBP;
		}
		if (start.startsWith("%PDF-")) {
			return PDF;
		}
		if (start.startsWith("PK\u0003\u0004") || start.startsWith("PK\u0005\u0006")) {
			return ZIP;
		}
		if (start.startsWith("\u001f\u008b")) {
			return GZIP;
		}
		return ofText(start);
	}

	/**
	 * Browsers look for markup behind what comes before it, and so does this.
	 */
	private static FileType ofText(String start) {
		for (int i = 0; i < start.length(); i++) {
			char c = start.charAt(i);
			if (c < ' ' && c != '\t' && c != '\n' && c != '\r' && c != '\f' || c == 0x7f) {
				return UNKNOWN;
			}
		}
		for (int i = start.indexOf('<'); i >= 0; i = start.indexOf('<', i + 1)) {
			if (i + 1 < start.length() && "!?/".indexOf(start.charAt(i + 1)) >= 0
					|| i + 1 < start.length() && Character.isLetter(start.charAt(i + 1))) {
				return MARKUP;
			}
		}
		return TEXT;
	}

	@Override
	public String toString() {
		return name().toLowerCase(Locale.ROOT);
	}

}
