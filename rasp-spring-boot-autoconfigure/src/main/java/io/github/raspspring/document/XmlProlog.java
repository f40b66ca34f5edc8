package io.github.raspspring.document;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import org.jspecify.annotations.Nullable;

/**
 * Finds the document type of an XML document in any encoding that a parser would detect
 * (XML 1.0, appendix F), however much stands before it. One in a comment is none.
 */
public final class XmlProlog {

	private static final int LONGEST_TYPE = 64 * 1024;

	private static final int LONGEST_DECLARATION = 256;

	private static final Pattern ENCODING = Pattern.compile("encoding\\s*=\\s*[\"']([\\w.:-]+)[\"']");

	private final String text;

	private XmlProlog(String text) {
		this.text = text;
	}

	/**
	 * Find the document type.
	 * @param body the document
	 * @return the text from there on, up to 64 KB, or {@code null} if there is none
	 */
	public static @Nullable String documentType(byte[] body) {
		XmlProlog prolog = new XmlProlog(new String(body, readable(body)));
		int start = prolog.skip();
		boolean declared = prolog.text.startsWith("<!DOCTYPE", start);
		return declared ? prolog.text.substring(start, Math.min(prolog.text.length(), start + LONGEST_TYPE)) : null;
	}

	/**
	 * Return whether a body begins with the declaration of a document in EBCDIC, which no
	 * other text and hardly any other format begins with.
	 * @param body the body
	 * @return {@code true} if it does
	 */
	public static boolean isEbcdic(byte[] body) {
		return body.length > 3 && body[0] == 0x4C && body[1] == 0x6F && body[2] == (byte) 0xA7
				&& body[3] == (byte) 0x94;
	}

	/**
	 * Tell how to read a document.
	 * @param body the document
	 * @return the encoding that a parser would detect, UTF-8 unless its first bytes tell
	 * otherwise
	 */
	public static Charset charset(byte[] body) {
		if (body.length < 4) {
			return StandardCharsets.UTF_8;
		}
		int first = ((body[0] & 0xFF) << 24) | ((body[1] & 0xFF) << 16) | ((body[2] & 0xFF) << 8) | (body[3] & 0xFF);
		return switch (first) {
			case 0x0000003C, 0x0000FEFF -> Charset.forName("UTF-32BE");
			case 0x3C000000, 0xFFFE0000 -> Charset.forName("UTF-32LE");
			case 0x4C6FA794 -> ebcdic(body);
			default -> wide(first >>> 16);
		};
	}

	private static Charset wide(int pair) {
		return switch (pair) {
			case 0xFEFF, 0x003C -> StandardCharsets.UTF_16BE;
			case 0xFFFE, 0x3C00 -> StandardCharsets.UTF_16LE;
			default -> StandardCharsets.UTF_8;
		};
	}

	private static Charset ebcdic(byte[] body) {
		Charset basic = named("IBM037");
		Matcher declared = ENCODING.matcher(new String(body, 0, Math.min(body.length, LONGEST_DECLARATION), basic));
		return declared.find() ? named(declared.group(1)) : basic;
	}

	private static Charset named(String name) {
		try {
			return Charset.forName(name);
		}
		catch (IllegalArgumentException ex) {
			return StandardCharsets.UTF_8;
		}
	}

	/**
	 * Markup is ASCII: where an encoding keeps that, one byte a character is enough.
	 */
	private static Charset readable(byte[] body) {
		Charset charset = charset(body);
		return (charset == StandardCharsets.UTF_8) ? StandardCharsets.ISO_8859_1 : charset;
	}

	/**
	 * Index of what is neither blank nor a comment nor an instruction.
	 */
	private int skip() {
		int i = 0;
		while (i < this.text.length()) {
			if (this.text.startsWith("<?", i)) {
				i = behind("?>", i);
			}
			else if (this.text.startsWith("<!--", i)) {
				i = behind("-->", i + 4);
			}
			else if (this.text.charAt(i) <= ' ' || this.text.charAt(i) > 0x7F) {
				i++;
			}
			else {
				return i;
			}
		}
		return i;
	}

	private int behind(String end, int start) {
		int found = this.text.indexOf(end, start);
		return (found < 0) ? this.text.length() : found + end.length();
	}

}
