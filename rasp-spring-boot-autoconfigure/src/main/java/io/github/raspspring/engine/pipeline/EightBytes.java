package io.github.raspspring.engine.pipeline;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;

/**
 * Looks at eight bytes of a text in one step, the first of them in the lowest place: by
 * sums of whole words in which no byte carries into the next one. What is looked for is
 * marked by the highest bit of its byte.
 */
public final class EightBytes {

	/** How many they are. */
	public static final int COUNT = Long.BYTES;

	private static final VarHandle LONGS = MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.LITTLE_ENDIAN);

	private static final VarHandle INTS = MethodHandles.byteArrayViewVarHandle(int[].class, ByteOrder.LITTLE_ENDIAN);

	/** One in each byte. */
	private static final long ONES = 0x0101010101010101L;

	/** The highest bit of each byte. */
	private static final long MARKS = 0x80 * ONES;

	private static final long LOW = MARKS - ONES;

	private static final long QUOTES = '"' * ONES;

	private static final long BACKSLASHES = '\\' * ONES;

	private static final long ZEROS = '0' * ONES;

	/** Each second byte. */
	private static final long PAIRS = 0x00FF00FF00FF00FFL;

	private static final long FOURS = 0x0000FFFF0000FFFFL;

	/** Powers of 31. */
	private static final int POWER_OF_TWO = 31 * 31;

	private static final int POWER_OF_FOUR = POWER_OF_TWO * POWER_OF_TWO;

	private static final int POWER_OF_EIGHT = POWER_OF_FOUR * POWER_OF_FOUR;

	private static final long TO_NINE = (0x80 - 10) * ONES;

	private EightBytes() {
	}

	/**
	 * Read eight bytes.
	 * @param bytes what they stand in
	 * @param index index of the first of them
	 * @return the bytes
	 */
	public static long at(byte[] bytes, int index) {
		return (long) LONGS.get(bytes, index);
	}

	/**
	 * Read the first four of them.
	 * @param bytes what they stand in
	 * @param index index of the first of them
	 * @return the bytes
	 */
	public static int fourAt(byte[] bytes, int index) {
		return (int) INTS.get(bytes, index);
	}

	/**
	 * Hash a text in ASCII as {@link String#hashCode()} does, from one as the beginning.
	 * @param bytes what it stands in
	 * @param start index of its first byte
	 * @param end index behind its last byte
	 * @return the hash
	 */
	public static int hash(byte[] bytes, int start, int end) {
		return hash(1, bytes, start, end);
	}

	/**
	 * Hash a text in ASCII as {@link String#hashCode()} does.
	 * @param bytes what it stands in
	 * @param start index of its first byte
	 * @param end index behind its last byte
	 * @return the hash
	 */
	static int hashOfText(byte[] bytes, int start, int end) {
		return hash(0, bytes, start, end);
	}

	private static int hash(int before, byte[] bytes, int start, int end) {
		int hash = before;
		int i = start;
		for (; i + COUNT <= end; i += COUNT) {
			hash = hash * POWER_OF_EIGHT + hash(at(bytes, i));
		}
		for (; i < end; i++) {
			hash = 31 * hash + bytes[i];
		}
		return hash;
	}

	/**
	 * Sum up two bytes, then two pairs, then two fours.
	 */
	private static int hash(long eight) {
		long pairs = (eight & PAIRS) * 31 + (eight >>> 8 & PAIRS);
		long fours = (pairs & FOURS) * POWER_OF_TWO + (pairs >>> 16 & FOURS);
		return (int) fours * POWER_OF_FOUR + (int) (fours >>> 32);
	}

	/**
	 * Return the index of the quotation mark that ends a text without escapes.
	 * @param bytes what it stands in
	 * @param start index of its first byte
	 * @return the index, that behind the last byte if there is none
	 */
	public static int quote(byte[] bytes, int start) {
		int i = start;
		for (; i + COUNT <= bytes.length; i += COUNT) {
			long others = at(bytes, i) ^ QUOTES;
			long quotes = others - ONES & ~others & MARKS;
			if (quotes != 0) {
				return i + before(quotes);
			}
		}
		while (i < bytes.length && bytes[i] != '"') {
			i++;
		}
		return i;
	}

	/**
	 * Return the index behind a run of decimal digits.
	 * @param bytes what they stand in
	 * @param start where the run begins, be it of none
	 * @param end index behind the last byte to look at
	 * @return the index of the first byte that is no digit, or the end
	 */
	public static int behindDigits(byte[] bytes, int start, int end) {
		int i = start;
		for (; i + COUNT <= end; i += COUNT) {
			long others = othersThanDigits(at(bytes, i));
			if (others != 0) {
				return i + before(others);
			}
		}
		while (i < end && bytes[i] >= '0' && bytes[i] <= '9') {
			i++;
		}
		return i;
	}

	/**
	 * Return how many bytes stand before the first mark.
	 * @param marks the marks
	 * @return the number, eight if there is no mark
	 */
	public static int before(long marks) {
		return Long.numberOfTrailingZeros(marks) >>> 3;
	}

	/**
	 * Return one bit for each mark, that of the first byte lowest.
	 * @param marks the marks
	 * @return eight bits
	 */
	public static int bits(long marks) {
		return (int) ((marks >>> 7) * 0x0102040810204080L >>> 56);
	}

	/**
	 * Mark the first quotation mark or backslash. What is marked behind it may be
	 * something else.
	 * @param eight the bytes
	 * @return the marks
	 */
	public static long quotesOrBackslashes(long eight) {
		long quotes = eight ^ QUOTES;
		long backslashes = eight ^ BACKSLASHES;
		return ((quotes - ONES) & ~quotes | (backslashes - ONES) & ~backslashes) & MARKS;
	}

	/**
	 * Mark the first control character below the blank. What is marked behind it may be
	 * something else.
	 * @param eight the bytes
	 * @return the marks
	 */
	public static long controls(long eight) {
		return eight - ' ' * ONES & ~eight & MARKS;
	}

	/**
	 * Return whether none of them is a character of ASCII.
	 * @param eight the bytes
	 * @return {@code true} if all belong to others, as in many scripts
	 */
	public static boolean areBeyondAscii(long eight) {
		return (eight & MARKS) == MARKS;
	}

	/**
	 * Mark decimal digits.
	 * @param eight the bytes
	 * @return the marks
	 */
	public static long digits(long eight) {
		return othersThanDigits(eight) ^ MARKS;
	}

	/**
	 * Mark what is no decimal digit.
	 * @param eight the bytes
	 * @return the marks
	 */
	public static long othersThanDigits(long eight) {
		long digits = eight ^ ZEROS;
		return ((digits & LOW) + TO_NINE | digits) & MARKS;
	}

}
