package io.github.raspspring.growth;

/**
 * The steps that counted code has taken, and its calls of methods whose cost lies in the
 * length of a text. For one thread at a time.
 */
public final class Steps {

	private static long taken;

	private Steps() {
	}

	public static long taken() {
		return taken;
	}

	/** Called in each loop and at the beginning of each method. */
	public static void step() {
		taken++;
	}

	/** Called with each text that was made. */
	public static String made(String text) {
		taken += (text != null) ? text.length() / 8 : 0;
		return text;
	}

	public static int indexOf(String text, int c) {
		return found(text, text.indexOf(c), 0);
	}

	public static int indexOf(String text, int c, int from) {
		return found(text, text.indexOf(c, from), from);
	}

	public static int indexOf(String text, String part) {
		return found(text, text.indexOf(part), 0);
	}

	public static int indexOf(String text, String part, int from) {
		return found(text, text.indexOf(part, from), from);
	}

	public static int lastIndexOf(String text, int c) {
		return foundLast(text.lastIndexOf(c), text.length());
	}

	public static int lastIndexOf(String text, int c, int from) {
		return foundLast(text.lastIndexOf(c, from), from);
	}

	public static int lastIndexOf(String text, String part) {
		return foundLast(text.lastIndexOf(part), text.length());
	}

	public static int lastIndexOf(String text, String part, int from) {
		return foundLast(text.lastIndexOf(part, from), from);
	}

	public static boolean contains(String text, CharSequence part) {
		return indexOf(text, part.toString()) >= 0;
	}

	public static boolean equals(String text, Object other) {
		boolean sameLength = other instanceof String string && string.length() == text.length();
		taken += sameLength ? text.length() / 8 : 0;
		return text.equals(other);
	}

	private static int found(String text, int index, int from) {
		int end = (index >= 0) ? index : text.length();
		taken += Math.max(0, end - Math.max(0, from)) / 4;
		return index;
	}

	private static int foundLast(int index, int from) {
		taken += Math.max(0, from - Math.max(0, index)) / 4;
		return index;
	}

}
