package io.github.raspspring.attack.serialization;

import java.nio.charset.StandardCharsets;
import java.util.Base64;

import io.github.raspspring.text.Hex;

/**
 * Reads the names of the classes that a serialized object consists of, and tells whether
 * all of them do no more than to hold data. Their descriptions stand in the stream one by
 * one, each with the length of its name. What can't be read to its end, or has no class
 * in it, is not harmless. Stateless.
 */
final class StreamClasses {

	private static final int LONGEST = 1 << 16;

	private static final int MOST_REFERENCES = 64;

	private static final int LONGEST_NAME = 255;

	/** A version and flags follow the name of a class. */
	private static final int BEHIND_NAME = 11;

	private static final char CLASS = 'r';

	private static final char PROXY = '}';

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
		int classes = 0;
		int nested = 0;
		for (int i = 4; i < bytes.length(); i++) {
			char tag = bytes.charAt(i);
			nested += (tag == 's' && bytes.startsWith("q\0~", i + 1)) ? 1 : 0;
			int length = (tag == CLASS || tag == PROXY) ? nameLength(bytes, i) : 0;
			if (length > 0) {
				boolean whole = i + length + BEHIND_NAME < bytes.length();
				if (tag == PROXY || !whole || !isHarmless(bytes, i + 3, i + 3 + length)) {
					return false;
				}
				classes++;
				i += length + 2;
			}
		}
		return classes > 0 && nested < MOST_REFERENCES;
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
	 * Return the length of the name of a class that is described at a tag, 0 if none is.
	 */
	private static int nameLength(String bytes, int tag) {
		if (tag + 3 >= bytes.length()) {
			return 0;
		}
		int length = bytes.charAt(tag + 1) << 8 | bytes.charAt(tag + 2);
		if (length < 1 || length > LONGEST_NAME) {
			return 0;
		}
		if (bytes.charAt(tag) == PROXY) {
			return (bytes.charAt(tag + 1) == 0 && length < 16) ? 1 : 0;
		}
		if (tag + 3 + length > bytes.length()) {
			return bytes.length() - tag - 3;
		}
		for (int i = tag + 3; i < tag + 3 + length; i++) {
			char c = bytes.charAt(i);
			if (!JavaNames.isClassPart(c) && c != '[' && c != ';') {
				return 0;
			}
		}
		return length;
	}

	private static boolean isHarmless(String bytes, int start, int end) {
		String name = bytes.substring(start, end);
		if (name.startsWith("[") && name.length() == 2) {
			return true;
		}
		TypeHints names = new TypeHints(name);
		int from = names.skipArrayMarks(0);
		int to = names.classEnd(from);
		boolean jdk = name.startsWith("java.util.", from) || name.startsWith("java.lang.", from)
				|| name.startsWith("java.math.", from) || name.startsWith("java.time.", from);
		return jdk && names.classAt(from, to) == TypeHints.Evidence.CLASS && name.indexOf('.', from + 10) < 0;
	}

}
