package io.github.raspspring.text;

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
	 * Mark the first control character below the blank, and each byte beyond ASCII. What
	 * is marked behind may be something else.
	 * @param eight the bytes
	 * @return the marks
	 */
	public static long controlsOrBeyondAscii(long eight) {
		return (eight - ' ' * ONES | eight) & MARKS;
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
