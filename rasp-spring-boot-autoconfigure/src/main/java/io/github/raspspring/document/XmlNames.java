package io.github.raspspring.document;

import java.nio.charset.StandardCharsets;

import org.jspecify.annotations.Nullable;

/**
 * Names of attributes that were read before, with those of their elements: documents of
 * one kind have the same ones again and again. A new name takes the place of an old one.
 * Thread-safe.
 */
final class XmlNames {

	/** Stands between the name of an element and that of its attribute. */
	static final String ATTRIBUTE = "/@";

	private static final int PLACES = 512;

	private static final int LONGEST = 64;

	/** A text never changes, so that nobody needs a barrier to see all of it. */
	private final @Nullable String[] names = new String[PLACES];

	/**
	 * Name an attribute.
	 * @param body where both names stand in ASCII
	 * @param element index of the name of the element
	 * @param elementEnd index behind it
	 * @param start index of the name of the attribute
	 * @param end index behind it
	 * @return both names
	 */
	String attribute(byte[] body, int element, int elementEnd, int start, int end) {
		int length = elementEnd - element + ATTRIBUTE.length() + end - start;
		if (length > LONGEST) {
			return made(body, element, elementEnd, start, end);
		}
		int hash = hash(hash(0, body, element, elementEnd), body, start, end);
		int place = (hash ^ hash >>> 15) & PLACES - 1;
		String known = this.names[place];
		if (known != null && known.length() == length && stands(known, 0, body, element, elementEnd)
				&& known.startsWith(ATTRIBUTE, elementEnd - element)
				&& stands(known, elementEnd - element + ATTRIBUTE.length(), body, start, end)) {
			return known;
		}
		String name = made(body, element, elementEnd, start, end);
		this.names[place] = name;
		return name;
	}

	private static String made(byte[] body, int element, int elementEnd, int start, int end) {
		return new String(body, element, elementEnd - element, StandardCharsets.ISO_8859_1) + ATTRIBUTE
				+ new String(body, start, end - start, StandardCharsets.ISO_8859_1);
	}

	private static int hash(int before, byte[] body, int start, int end) {
		int hash = before;
		for (int i = start; i < end; i++) {
			hash = 31 * hash + body[i];
		}
		return hash;
	}

	private static boolean stands(String name, int from, byte[] body, int start, int end) {
		for (int i = start; i < end; i++) {
			if (name.charAt(from + i - start) != body[i]) {
				return false;
			}
		}
		return true;
	}

}
