package io.github.raspspring.document;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.Locale;
import java.util.Map;

import org.jspecify.annotations.Nullable;

/**
 * Takes a multipart body of any kind apart (RFC 2046, section 5.1), for whom nobody else
 * does. What stands before, between and behind the parts is a piece without headers.
 */
public final class MultipartBody {

	private static final int LONGEST_HEADERS = 16 * 1024;

	private MultipartBody() {
	}

	/**
	 * Take a body apart.
	 * @param body the bytes
	 * @param contentType its content type
	 * @return the pieces; one without headers if there is no boundary in it
	 */
	public static List<Piece> pieces(byte[] body, @Nullable String contentType) {
		byte[] delimiter = delimiter(contentType);
		List<Piece> pieces = new ArrayList<>();
		int start = 0;
		boolean part = false;
		int found = (delimiter != null) ? find(body, delimiter, 0) : -1;
		while (delimiter != null && found >= 0) {
			add(body, start, found, part, pieces);
			start = found + delimiter.length;
			part = !startsWith(body, start, "--");
			start = endOfLine(body, start);
			found = find(body, delimiter, start);
		}
		add(body, start, body.length, part, pieces);
		return pieces;
	}

	static byte @Nullable [] delimiter(@Nullable String contentType) {
		String boundary = (contentType != null) ? PartDisposition.parameter(contentType, "boundary") : null;
		return (boundary == null || boundary.isEmpty()) ? null
				: ("--" + boundary).getBytes(StandardCharsets.ISO_8859_1);
	}

	private static void add(byte[] body, int start, int end, boolean part, List<Piece> pieces) {
		if (end > start) {
			int headers = part ? endOfHeaders(body, start, end) : start;
			pieces.add(new Piece(text(body, start, headers), Arrays.copyOfRange(body, headers, end)));
		}
	}

	/**
	 * Read a message that a part holds (RFC 2046, section 5.2.1): headers and a content.
	 * @param message the bytes
	 * @return its headers and content
	 */
	public static Piece message(byte[] message) {
		return complete(message, message.length, true);
	}

	/**
	 * Return a piece of which the end of the content is enough.
	 */
	static Piece begun(byte[] body, int end, boolean part, int longest) {
		int headers = part ? endOfHeaders(body, 0, end) : 0;
		return new Piece(text(body, 0, headers), Arrays.copyOfRange(body, Math.max(headers, end - longest), end));
	}

	static Piece complete(byte[] body, int end, boolean part) {
		return begun(body, end, part, end);
	}

	private static String text(byte[] body, int start, int end) {
		return new String(body, start, end - start, StandardCharsets.UTF_8);
	}

	/**
	 * Index behind the empty line that ends the headers of a part, or its start.
	 */
	private static int endOfHeaders(byte[] body, int start, int end) {
		int i = start;
		while (i < end && i - start < LONGEST_HEADERS) {
			int next = Math.min(endOfLine(body, i), end);
			if (isEmptyLine(body, i, next)) {
				return next;
			}
			i = next;
		}
		return start;
	}

	private static boolean isEmptyLine(byte[] body, int start, int end) {
		for (int i = start; i < end; i++) {
			if (body[i] != '\r' && body[i] != '\n') {
				return false;
			}
		}
		return true;
	}

	static int endOfLine(byte[] body, int start) {
		int i = start;
		while (i < body.length && body[i] != '\n') {
			i++;
		}
		return Math.min(body.length, i + 1);
	}

	/**
	 * A delimiter stands at the beginning of a line.
	 */
	private static int find(byte[] body, byte[] delimiter, int start) {
		for (int i = start; i + delimiter.length <= body.length; i = endOfLine(body, i)) {
			if (startsWith(body, i, delimiter)) {
				return i;
			}
		}
		return -1;
	}

	static boolean startsWith(byte[] body, int start, byte[] delimiter) {
		return Arrays.equals(body, start, start + delimiter.length, delimiter, 0, delimiter.length);
	}

	private static boolean startsWith(byte[] body, int start, String text) {
		for (int i = 0; i < text.length(); i++) {
			if (start + i >= body.length || body[start + i] != text.charAt(i)) {
				return false;
			}
		}
		return true;
	}

	/**
	 * A part, or what stands outside of all parts.
	 *
	 * @param headers the lines of its headers, empty outside of parts
	 * @param content what it holds
	 */
	@SuppressWarnings("ArrayRecordComponent")
	public record Piece(String headers, byte[] content) {

		/**
		 * Return the headers of the part, folded ones as one line (RFC 5322, section
		 * 2.2.3).
		 * @return names in lower case and values, in the order in which they were sent
		 */
		public List<Map.Entry<String, String>> fields() {
			List<Map.Entry<String, String>> fields = new ArrayList<>();
			String field = "";
			for (String line : this.headers.split("\n")) {
				boolean folded = line.startsWith(" ") || line.startsWith("\t");
				if (!folded) {
					add(field, fields);
				}
				field = folded ? field.stripTrailing() + ' ' + line.strip() : line;
			}
			add(field, fields);
			return fields;
		}

		/**
		 * Return the part without the Base64 or quoted-printable that it says its content
		 * is written in (RFC 2045, section 6), which readers of mail and of batches take
		 * off.
		 * @return the part, or {@code null} if it says nothing like that
		 */
		public @Nullable Piece decoded() {
			String encoding = header("content-transfer-encoding");
			byte[] decoded = (encoding != null) ? decoded(encoding.strip().toLowerCase(Locale.ROOT)) : null;
			if (decoded == null) {
				return null;
			}
			String type = header("content-type");
			return new Piece((type != null) ? "Content-Type: " + type : "", decoded);
		}

		private byte @Nullable [] decoded(String encoding) {
			if (encoding.equals("quoted-printable")) {
				return QuotedPrintable.decode(this.content);
			}
			try {
				return encoding.equals("base64") ? Base64.getMimeDecoder().decode(this.content) : null;
			}
			catch (IllegalArgumentException ex) {
				return null;
			}
		}

		private static void add(String field, List<Map.Entry<String, String>> fields) {
			int colon = field.indexOf(':');
			if (colon > 0) {
				fields.add(Map.entry(field.substring(0, colon).trim().toLowerCase(Locale.ROOT),
						field.substring(colon + 1).trim()));
			}
		}

		/**
		 * Find a header of the part.
		 * @param name its name in lower case
		 * @return its value, or {@code null}
		 */
		public @Nullable String header(String name) {
			for (Map.Entry<String, String> field : fields()) {
				if (field.getKey().equals(name)) {
					return field.getValue();
				}
			}
			return null;
		}

	}

}
