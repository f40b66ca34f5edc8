package io.github.raspspring.document;

import java.util.Arrays;

import io.github.raspspring.engine.ValueReader;
import io.github.raspspring.engine.pipeline.EightBytes;
import io.github.raspspring.engine.pipeline.HashedPlaces;
import io.github.raspspring.engine.pipeline.RecentHashes;
import org.jspecify.annotations.Nullable;

/**
 * Long texts of JSON that have come more than once, with what their bytes mean and what a
 * sieve found in them: clients of GraphQL send the same queries each time, editors
 * documents of which they have changed one field. A new text takes the place of an old
 * one. Says nothing of how a text is judged. Thread-safe.
 */
final class KnownTexts {

	/** Shorter ones cost less to read than to keep. */
	static final int SHORTEST = 256;

	private static final int LONGEST = 16 * 1024;

	private static final int PLACES = 64;

	private static final int MIDDLE = SHORTEST / 2;

	/** How often bytes are taken of a text to tell it from others. */
	private static final int SAMPLES = 32;

	private static final long SPREAD = 0x9E3779B97F4A7C15L;

	private final HashedPlaces<Known> texts = new HashedPlaces<>(PLACES);

	private final RecentHashes recent = new RecentHashes();

	/** Most applications never see one, and need not look for it. */
	private boolean any;

	/**
	 * Find the text that stands in a body.
	 * @param start index of its first byte, behind the quotation mark
	 * @return {@code null} if it is not known
	 */
	@Nullable Known find(byte[] body, int start) {
		if (!this.any || start + SHORTEST >= body.length) {
			return null;
		}
		return this.texts.find(hash(beginning(body, start)), (known) -> known.standsAt(body, start));
	}

	/**
	 * Return whether a text is long enough to be kept, and has come before.
	 */
	boolean isWorthKeeping(byte[] body, int start, int end) {
		int length = end - start;
		if (length < SHORTEST || length > LONGEST) {
			return false;
		}
		long hash = beginning(body, start) + length;
		int step = length / SAMPLES;
		for (int i = start; i + EightBytes.COUNT <= end; i += step) {
			hash = (hash ^ EightBytes.at(body, i)) * SPREAD;
		}
		return this.recent.hasSeen(hash(hash));
	}

	/**
	 * Keep a text, beside one other that begins alike.
	 * @param text what its bytes mean
	 * @param memory what a sieve found in it
	 */
	void add(byte[] body, int start, int end, String text, ValueReader.Sieve.Memory memory) {
		this.texts.put(hash(beginning(body, start)), new Known(Arrays.copyOfRange(body, start, end + 1), text, memory));
		this.any = true;
	}

	/**
	 * Return a number for some bytes of the beginning, which is within the text.
	 */
	private static long beginning(byte[] body, int start) {
		long first = EightBytes.at(body, start) * SPREAD;
		long middle = (first ^ EightBytes.at(body, start + MIDDLE)) * SPREAD;
		return (middle ^ EightBytes.at(body, start + SHORTEST - EightBytes.COUNT)) * SPREAD;
	}

	private static int hash(long spread) {
		return (int) (spread >>> Integer.SIZE);
	}

	/**
	 * A text that was read before.
	 *
	 * @param bytes how it stands in a body, with the quotation mark behind it
	 * @param text what that means
	 * @param memory what a sieve found in it
	 */
	record Known(byte[] bytes, String text, ValueReader.Sieve.Memory memory) {

		boolean standsAt(byte[] body, int start) {
			int end = start + this.bytes.length;
			return end <= body.length && Arrays.equals(this.bytes, 0, this.bytes.length, body, start, end);
		}

		/**
		 * Return the index of the quotation mark, of a text that begins there.
		 */
		int end(int start) {
			return start + this.bytes.length - 1;
		}

	}

}
