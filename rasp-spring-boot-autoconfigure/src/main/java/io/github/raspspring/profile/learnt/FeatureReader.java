package io.github.raspspring.profile.learnt;

import java.nio.charset.StandardCharsets;

import io.github.raspspring.engine.pipeline.EightBytes;
import io.github.raspspring.profile.LeafType;

/**
 * Reads the features of one value after the other, as most are known and forgotten at
 * once. For one thread.
 */
final class FeatureReader {

	/** Longer ones are not read to their end: their length says enough. */
	private static final int LONGEST_READ = 4096;

	/** Longer ones are no values of an enumeration. */
	private static final int LONGEST_NAMED = 40;

	private static final int LONGEST_COUNTED = 15;

	private static final int WORD = 64;

	private long low;

	private long high;

	private int hash;

	/**
	 * Return the features below 64 of the value that was read last.
	 */
	long low() {
		return this.low;
	}

	/**
	 * Return its features from 64 on.
	 */
	long high() {
		return this.high;
	}

	/**
	 * Return its hash, 0 if it is too long to be one of few.
	 */
	int hash() {
		return this.hash;
	}

	ValueFeatures features() {
		return new ValueFeatures(this.low, this.high, this.hash);
	}

	/**
	 * Read a value.
	 * @param type what it is written as
	 * @param text the value
	 */
	void read(LeafType type, String text) {
		if (type == LeafType.NULL || type == LeafType.BOOLEAN) {
			take(1L << Feature.TYPES + type.ordinal(), 0, 0);
			return;
		}
		int classes = 0;
		int end = Math.min(text.length(), LONGEST_READ);
		for (int i = 0; i < end; i++) {
			classes |= CharacterKind.bitOf(text.charAt(i));
		}
		ValueFormat format = (type == LeafType.FRACTION) ? ValueFormat.DECIMAL : ValueFormat.of(text, classes);
		if (format == ValueFormat.INTEGER || format == ValueFormat.DECIMAL) {
			takeNumber(type, text.length(), classes, format, number(text));
		}
		else {
			take(shape(type, text.length(), classes, format), 0, isNamed(text.length()) ? hashOf(text) : 0);
		}
	}

	/**
	 * Read a value where it stands in a body, in ASCII without escapes: a text up to its
	 * quotation mark, or the digits of an integer. Most are told by what they consist of,
	 * and no text has to be made of them.
	 */
	void read(LeafType type, byte[] body, int start) {
		if (type == LeafType.TEXT) {
			readText(body, start);
		}
		else {
			readInteger(body, start);
		}
	}

	private void readText(byte[] body, int start) {
		int end = EightBytes.quote(body, start);
		int read = Math.min(end, start + LONGEST_READ);
		int classes = 0;
		for (int i = start; i < read; i++) {
			classes |= CharacterKind.bitOfAscii(body[i]);
		}
		int length = end - start;
		ValueFormat format = ValueFormat.of(classes, length);
		if (format == null) {
			format = ValueFormat.of(new AsciiText(body, start, length), classes);
		}
		if (format == ValueFormat.INTEGER || format == ValueFormat.DECIMAL) {
			takeNumber(LeafType.TEXT, length, classes, format,
					number(new String(body, start, length, StandardCharsets.ISO_8859_1)));
		}
		else {
			take(shape(LeafType.TEXT, length, classes, format), 0,
					isNamed(length) ? mix(EightBytes.hash(body, start, end)) : 0);
		}
	}

	private void readInteger(byte[] body, int start) {
		int first = (body[start] == '-') ? start + 1 : start;
		long number = 0;
		int end = first;
		while (end < body.length && body[end] >= '0' && body[end] <= '9') {
			number = 10 * number + body[end] - '0';
			end++;
		}
		if (end - start > LONGEST_COUNTED) {
			read(LeafType.INTEGER, new String(body, start, end - start, StandardCharsets.ISO_8859_1));
			return;
		}
		boolean negative = first > start;
		int classes = CharacterKind.DIGIT.bit() | (negative ? CharacterKind.HYPHEN.bit() : 0);
		takeNumber(LeafType.INTEGER, end - start, classes, ValueFormat.INTEGER, negative ? -number : number);
	}

	private void takeNumber(LeafType type, int length, int classes, ValueFormat format, double number) {
		int magnitude = Feature.number(number);
		long shape = shape(type, length, classes, format);
		if (magnitude < WORD) {
			take(shape | 1L << magnitude, 0, 0);
		}
		else {
			take(shape, 1L << magnitude - WORD, 0);
		}
	}

	private void take(long low, long high, int hash) {
		this.low = low;
		this.high = high;
		this.hash = hash;
	}

	private static long shape(LeafType type, int length, int classes, ValueFormat format) {
		return 1L << Feature.TYPES + type.ordinal() | 1L << Feature.length(length)
				| (long) classes << Feature.CHARACTERS | 1L << Feature.FORMATS + format.ordinal();
	}

	private static boolean isNamed(int length) {
		return length <= LONGEST_NAMED && length > 0;
	}

	/**
	 * Hash a value that may be one of few, be it of a request or of what somebody has
	 * written down.
	 */
	static int hashOf(String text) {
		int hash = 1;
		for (int i = 0; i < text.length(); i++) {
			hash = 31 * hash + text.charAt(i);
		}
		return mix(hash);
	}

	private static int mix(int hash) {
		int mixed = hash * 0x9E3779B9;
		mixed ^= mixed >>> 16;
		return (mixed != 0) ? mixed : 1;
	}

	private static double number(String text) {
		return (text.length() <= LONGEST_COUNTED) ? counted(text) : parsed(text);
	}

	/**
	 * Read a number of few digits, as most are.
	 */
	private static double counted(String text) {
		long number = 0;
		int start = (text.charAt(0) == '-') ? 1 : 0;
		for (int i = start; i < text.length(); i++) {
			int digit = text.charAt(i) - '0';
			if (digit < 0 || digit > 9) {
				return parsed(text);
			}
			number = 10 * number + digit;
		}
		return (start == 0) ? number : -number;
	}

	private static double parsed(String text) {
		try {
			return Double.parseDouble(text);
		}
		catch (NumberFormatException ex) {
			return 0;
		}
	}

}
