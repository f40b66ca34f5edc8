package io.github.raspspring.attack.serialization;

import io.github.raspspring.text.Traits;

/**
 * Recognizes objects that are serialized for other platforms and carry code or choose
 * classes: PHP, Python, Ruby, Node.js and .NET. Stateless.
 */
final class ForeignForms {

	/**
	 * Base64 of a pickle of protocol 4 or 5 with its frame, and of the formatter of .NET.
	 */
	private static final String[] BASE64 = { "gASV", "gAWV", "AAEAAAD/////" };

	/** Tags of YAML by which objects are created. */
	private static final String[] TAGS = { "!!python/object/", "!!python/name:", "!!python/module:", "!ruby/object:" };

	private static final int LONGEST_COUNT = 3;

	private static final int SHORTEST_BASE64 = 24;

	private ForeignForms() {
	}

	/**
	 * Return whether a text is such an object.
	 * @param text the text
	 * @param traits its traits
	 * @return {@code true} if it begins with one, or holds a tag or function of one
	 */
	static boolean isOne(String text, long traits) {
		boolean function = (traits & Traits.DOLLAR) != 0;
		return switch (text.charAt(0)) {
			case 'O', 'C' -> isPhpObject(text);
			case 'a' -> isPhpArrayOfObjects(text);
			case 'g', 'A' -> isBase64(text);
			default ->
				function && text.indexOf("_$$ND_FUNC$$_") >= 0 || (traits & Traits.EXCLAMATION) != 0 && isTagged(text);
		} || function && text.charAt(0) != '_' && text.indexOf("\"_$$ND_FUNC$$_") >= 0;
	}

	/**
	 * {@code O:8:"ClassName":1:&#123;}, whose number is the length of the name.
	 */
	private static boolean isPhpObject(String text) {
		return isPhpObject(text, 0) && text.charAt(text.length() - 1) == '}';
	}

	private static boolean isPhpObject(String text, int start) {
		int colon = text.indexOf(':', start + 2);
		int digits = colon - start - 2;
		if (text.length() <= start + 2 || text.charAt(start + 1) != ':' || digits < 1 || digits > LONGEST_COUNT
				|| !isNumber(text, start + 2, colon)) {
			return false;
		}
		int length = Integer.parseInt(text, start + 2, colon, 10);
		int end = colon + 2 + length;
		return text.startsWith(":\"", colon) && text.startsWith("\":", end);
	}

	private static boolean isPhpArrayOfObjects(String text) {
		if (!text.startsWith("a:") || text.charAt(text.length() - 1) != '}') {
			return false;
		}
		for (int i = text.indexOf(";O:"); i >= 0; i = text.indexOf(";O:", i + 1)) {
			if (isPhpObject(text, i + 1)) {
				return true;
			}
		}
		return false;
	}

	private static boolean isNumber(String text, int start, int end) {
		for (int i = start; i < end; i++) {
			if (text.charAt(i) < '0' || text.charAt(i) > '9') {
				return false;
			}
		}
		return true;
	}

	private static boolean isBase64(String text) {
		if (text.length() < SHORTEST_BASE64) {
			return false;
		}
		for (String magic : BASE64) {
			if (text.startsWith(magic)) {
				return magic.length() > 4 || text.charAt(text.length() - 1) == '=' || text.endsWith("Lg")
						|| text.endsWith("Liu");
			}
		}
		return false;
	}

	private static boolean isTagged(String text) {
		for (String tag : TAGS) {
			int at = text.indexOf(tag);
			if (at == 0 || at > 0 && (text.charAt(at - 1) == ' ' || text.charAt(at - 1) == '\n')) {
				return true;
			}
		}
		return false;
	}

}
