package io.github.raspspring.profile.learnt;

import java.nio.charset.StandardCharsets;

import io.github.raspspring.engine.pipeline.EightBytes;
import io.github.raspspring.profile.LeafType;

/**
 * What is learnt and judged of one value: its features, a bit for each, and a hash of
 * short texts. Holds nothing of the value itself.
 *
 * @param low features below 64
 * @param high features from 64 on
 * @param hash hash of the value, 0 if it is too long to be one of few
 */
record ValueFeatures(long low, long high, int hash) {

	/** Longer ones are not read to their end: their length says enough. */
	private static final int LONGEST_READ = 4096;

	/** Longer ones are no values of an enumeration. */
	private static final int LONGEST_NAMED = 40;

	private static final int LONGEST_COUNTED = 15;

	private static final int WORD = 64;

	/**
	 * Read a value.
	 * @param type what it is written as
	 * @param text the value
	 */
	static ValueFeatures of(LeafType type, String text) {
		if (type == LeafType.NULL || type == LeafType.BOOLEAN) {
			return new ValueFeatures(1L << Feature.TYPES + type.ordinal(), 0, 0);
		}
		int classes = 0;
		int hash = 1;
		int end = Math.min(text.length(), LONGEST_READ);
		for (int i = 0; i < end; i++) {
			char c = text.charAt(i);
			classes |= CharacterKind.bitOf(c);
			hash = 31 * hash + c;
		}
		ValueFormat format = (type == LeafType.FRACTION) ? ValueFormat.DECIMAL : ValueFormat.of(text, classes);
		return (format == ValueFormat.INTEGER || format == ValueFormat.DECIMAL)
				? ofNumber(type, text.length(), classes, format, number(text))
				: ofText(type, text.length(), classes, format, hash);
	}

	/**
	 * Read a value where it stands in a body, in ASCII without escapes: a text up to its
	 * quotation mark, or the digits of an integer. Most are told by what they consist of,
	 * and no text has to be made of them.
	 */
	static ValueFeatures of(LeafType type, byte[] body, int start) {
		return (type == LeafType.TEXT) ? ofText(body, start) : ofInteger(body, start);
	}

	private static ValueFeatures ofText(byte[] body, int start) {
		int end = EightBytes.quote(body, start);
		int read = Math.min(end, start + LONGEST_READ);
		int classes = 0;
		for (int i = start; i < read; i++) {
			classes |= CharacterKind.bitOfAscii(body[i]);
		}
		int hash = (end - start <= LONGEST_NAMED) ? EightBytes.hash(body, start, end) : 0;
		ValueFormat format = ValueFormat.of(classes, end - start);
		return (format != null) ? ofText(LeafType.TEXT, end - start, classes, format, hash)
				: of(LeafType.TEXT, new String(body, start, end - start, StandardCharsets.ISO_8859_1));
	}

	private static ValueFeatures ofInteger(byte[] body, int start) {
		int first = (body[start] == '-') ? start + 1 : start;
		long number = 0;
		int end = first;
		while (end < body.length && body[end] >= '0' && body[end] <= '9') {
			number = 10 * number + body[end] - '0';
			end++;
		}
		if (end - start > LONGEST_COUNTED) {
			return of(LeafType.INTEGER, new String(body, start, end - start, StandardCharsets.ISO_8859_1));
		}
		boolean negative = first > start;
		int classes = CharacterKind.DIGIT.bit() | (negative ? CharacterKind.HYPHEN.bit() : 0);
		return ofNumber(LeafType.INTEGER, end - start, classes, ValueFormat.INTEGER, negative ? -number : number);
	}

	private static ValueFeatures ofText(LeafType type, int length, int classes, ValueFormat format, int hash) {
		return new ValueFeatures(shape(type, length, classes, format), 0,
				(length <= LONGEST_NAMED && length > 0) ? mix(hash) : 0);
	}

	private static ValueFeatures ofNumber(LeafType type, int length, int classes, ValueFormat format, double number) {
		int magnitude = Feature.number(number);
		long low = (magnitude < WORD) ? 1L << magnitude : 0;
		long high = (magnitude >= WORD) ? 1L << magnitude - WORD : 0;
		return new ValueFeatures(low | shape(type, length, classes, format), high, 0);
	}

	private static long shape(LeafType type, int length, int classes, ValueFormat format) {
		return 1L << Feature.TYPES + type.ordinal() | 1L << Feature.length(length)
				| (long) classes << Feature.CHARACTERS | 1L << Feature.FORMATS + format.ordinal();
	}

	/**
	 * Hash a value that somebody has written down.
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

	boolean has(int feature) {
		return (feature < WORD) ? (this.low & 1L << feature) != 0 : (this.high & 1L << feature - WORD) != 0;
	}

	/**
	 * Return the first feature of a range that the value has, -1 if it has none.
	 */
	int first(int start, int count) {
		for (int feature = start; feature < start + count; feature++) {
			if (has(feature)) {
				return feature;
			}
		}
		return -1;
	}

	/**
	 * Return the kind of deviation in a word, for whom it may concern.
	 */
	ValueFormat format() {
		int format = first(Feature.FORMATS, Feature.FORMAT_COUNT);
		return (format < 0) ? ValueFormat.TEXT : ValueFormat.values()[format - Feature.FORMATS];
	}

}
