package io.github.raspspring.document;

import java.io.ByteArrayOutputStream;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.LinkedHashSet;
import java.util.Set;
import java.util.function.BiConsumer;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import org.jspecify.annotations.Nullable;

/**
 * The parameters of a header field, the repeated and contradicting ones included, of
 * which one reader takes the first and another the last (RFC 6266, RFC 8187, RFC 2047).
 */
public final class PartDisposition {

	private static final Pattern ENCODED_WORD = Pattern.compile("=\\?([\\w-]+)\\?([bBqQ])\\?([^?]*)\\?=");

	private static final int LONGEST = 8192;

	private PartDisposition() {
	}

	/**
	 * Find a parameter.
	 * @param header the field
	 * @param name name of the parameter
	 * @return its first value, or {@code null}
	 */
	public static @Nullable String parameter(String header, String name) {
		String[] value = new String[1];
		forEach(header, (parameter, raw) -> {
			if (value[0] == null && parameter.equalsIgnoreCase(name)) {
				value[0] = unquote(raw);
			}
		});
		return value[0];
	}

	/**
	 * Find everything that somebody may take for the name of the file.
	 * @param header the content disposition of a part
	 * @return the names, each once, in all readings
	 */
	public static Set<String> fileNames(String header) {
		String bounded = (header.length() > LONGEST) ? header.substring(0, LONGEST) : header;
		Set<String> names = new LinkedHashSet<>();
		forEach(bounded, (parameter, raw) -> {
			if (parameter.regionMatches(true, 0, "filename", 0, 8)) {
				String value = unquote(raw);
				names.add(value);
				names.add(raw.startsWith("\"") ? raw.substring(1, Math.max(1, raw.length() - 1)) : raw);
				names.add(decodeWords(value));
				names.add(decodeExtended(value));
			}
		});
		names.removeIf(String::isEmpty);
		return names;
	}

	/**
	 * Return whether a field has parameters other than the names of the part and its
	 * file, or a type that is none.
	 * @param header the content disposition of a part
	 * @return {@code true} if something is in it that nobody reads as a name
	 */
	public static boolean hasMore(String header) {
		boolean[] more = { !isToken(header.substring(0, endOfParameter(header, 0)).trim()) };
		forEach(header, (parameter, raw) -> more[0] |= !parameter.equalsIgnoreCase("name")
				&& !parameter.regionMatches(true, 0, "filename", 0, 8));
		return more[0];
	}

	private static boolean isToken(String text) {
		return text.chars().allMatch((c) -> Character.isLetterOrDigit(c) || c == '-');
	}

	private static void forEach(String header, BiConsumer<String, String> parameters) {
		int start = endOfParameter(header, 0) + 1;
		while (start < header.length()) {
			int end = endOfParameter(header, start);
			int equals = start;
			while (equals < end && header.charAt(equals) != '=') {
				equals++;
			}
			if (equals < end) {
				parameters.accept(header.substring(start, equals).trim(), header.substring(equals + 1, end).trim());
			}
			start = end + 1;
		}
	}

	/**
	 * Index of the next semicolon that is not in quotes.
	 */
	private static int endOfParameter(String header, int start) {
		boolean quoted = false;
		int i = start;
		while (i < header.length() && (quoted || header.charAt(i) != ';')) {
			char c = header.charAt(i);
			i += (quoted && c == '\\') ? 1 : 0;
			quoted ^= c == '"';
			i++;
		}
		return Math.min(i, header.length());
	}

	private static String unquote(String value) {
		String trimmed = value.trim();
		if (!trimmed.startsWith("\"")) {
			return trimmed;
		}
		StringBuilder text = new StringBuilder();
		for (int i = 1; i < trimmed.length() && trimmed.charAt(i) != '"'; i++) {
			i += (trimmed.charAt(i) == '\\' && i + 1 < trimmed.length()) ? 1 : 0;
			text.append(trimmed.charAt(i));
		}
		return text.toString();
	}

	private static String decodeExtended(String value) {
		int first = value.indexOf('\'');
		int second = value.indexOf('\'', first + 1);
		if (first < 0 || second < 0) {
			return value;
		}
		return new String(percentDecoded(value.substring(second + 1), '%'), charset(value.substring(0, first)));
	}

	private static String decodeWords(String value) {
		return ENCODED_WORD.matcher(value)
			.replaceAll((word) -> Matcher.quoteReplacement(decodeWord(word.group(1), word.group(2), word.group(3))));
	}

	private static String decodeWord(String charset, String encoding, String text) {
		try {
			byte[] bytes = encoding.equalsIgnoreCase("b") ? Base64.getDecoder().decode(text)
					: percentDecoded(text.replace('_', ' '), '=');
			return new String(bytes, charset(charset));
		}
		catch (IllegalArgumentException ex) {
			return text;
		}
	}

	private static byte[] percentDecoded(String text, char escape) {
		ByteArrayOutputStream bytes = new ByteArrayOutputStream();
		for (int i = 0; i < text.length(); i++) {
			int high = (text.charAt(i) == escape && i + 2 < text.length()) ? Character.digit(text.charAt(i + 1), 16)
					: -1;
			int low = (high >= 0) ? Character.digit(text.charAt(i + 2), 16) : -1;
			if (low >= 0) {
				bytes.write(high * 16 + low);
				i += 2;
			}
			else {
				bytes.writeBytes(String.valueOf(text.charAt(i)).getBytes(StandardCharsets.UTF_8));
			}
		}
		return bytes.toByteArray();
	}

	private static Charset charset(String name) {
		try {
			return Charset.forName(name);
		}
		catch (IllegalArgumentException ex) {
			return StandardCharsets.UTF_8;
		}
	}

}
