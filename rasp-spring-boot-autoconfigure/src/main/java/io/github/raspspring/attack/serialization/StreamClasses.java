package io.github.raspspring.attack.serialization;

import java.nio.charset.StandardCharsets;
import java.util.Base64;

import io.github.raspspring.text.Hex;

/**
 * Tells whether all classes that a serialized object consists of do no more than to hold
 * data. What can't be read to its end, or has no class in it, is not harmless: no
 * application wrote it. Long ones are cut by the limit of a field: in what is left, no
 * other class is read. Stateless.
 */
final class StreamClasses {

	private static final int LONGEST = 1 << 16;

	private static final int MOST_REFERENCES = 64;

	/** What 250 characters of Base64 hold: shorter fields cut no objects. */
	private static final int SHORTEST_CUT = 187;

	private static final int LONGEST_CUT = 4096;

	private StreamClasses() {
	}

	/**
	 * Tell whether all classes of a stream are collections, numbers, texts and dates of
	 * the JDK.
	 * @param text the text
	 * @param start where the stream begins
	 */
	static boolean areHarmless(String text, int start) {
		String bytes = (text.length() - start > LONGEST) ? "" : bytes(text, start);
		StreamReader reader = new StreamReader(bytes, StreamClasses::isHarmless);
		StreamReader.End end = reader.read();
		boolean cut = bytes.length() >= SHORTEST_CUT && bytes.length() <= LONGEST_CUT;
		boolean read = end == StreamReader.End.WHOLE || end == StreamReader.End.BROKEN_OFF && cut;
		return read && reader.described() > 0 && reader.repeated() < MOST_REFERENCES;
	}

	private static String bytes(String text, int start) {
		char first = text.charAt(start);
		int end = start;
		if (first == 'r') {
			while (end < text.length() && isBase64(text.charAt(end))) {
				end++;
			}
			String clean = text.substring(start, end).replace('-', '+').replace('_', '/');
			return decode(clean.substring(0, clean.length() - ((clean.length() % 4 == 1) ? 1 : 0)));
		}
		if ((first | 0x20) == 'a') {
			StringBuilder bytes = new StringBuilder();
			for (; end + 1 < text.length() && Hex.digit(text.charAt(end)) >= 0; end += 2) {
				bytes.append((char) (Hex.digit(text.charAt(end)) << 4 | Math.max(0, Hex.digit(text.charAt(end + 1)))));
			}
			return bytes.toString();
		}
		return (first == 0xAC) ? text.substring(start) : "";
	}

	private static String decode(String base64) {
		try {
			return new String(Base64.getDecoder().decode(base64), StandardCharsets.ISO_8859_1);
		}
		catch (IllegalArgumentException ex) {
			return "";
		}
	}

	private static boolean isBase64(char c) {
		return c >= '0' && c <= '9' || (c | 0x20) >= 'a' && (c | 0x20) <= 'z' || c == '+' || c == '/' || c == '-'
				|| c == '_';
	}

	/**
	 * Tell whether a class holds data. A queue that sorts compares what it is given while
	 * it is read, which is what chains of attacks begin with.
	 */
	private static boolean isHarmless(String name) {
		if (name.startsWith("[") && name.length() == 2) {
			return true;
		}
		TypeHints names = new TypeHints(name);
		int from = names.skipArrayMarks(0);
		int to = names.classEnd(from);
		boolean jdk = name.startsWith("java.util.", from) || name.startsWith("java.lang.", from)
				|| name.startsWith("java.math.", from) || name.startsWith("java.time.", from);
		return jdk && !name.endsWith(".PriorityQueue") && names.classAt(from, to) == TypeHints.Evidence.CLASS
				&& name.indexOf('.', from + 10) < 0;
	}

}
