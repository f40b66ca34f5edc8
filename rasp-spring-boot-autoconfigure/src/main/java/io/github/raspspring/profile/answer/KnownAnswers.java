package io.github.raspspring.profile.answer;

import java.util.Arrays;
import java.util.concurrent.atomic.AtomicIntegerArray;
import java.util.concurrent.atomic.AtomicReferenceArray;
import java.util.zip.CRC32;

import org.jspecify.annotations.Nullable;

/**
 * Knows answers that come again, byte for byte, and what was seen in them, so that they
 * are not looked at again. Only such as show nothing that should not leave are kept, and
 * only from the second time on. Bounded. Thread-safe.
 */
final class KnownAnswers {

	/** Smaller ones are looked at as fast. */
	private static final int SMALLEST = 128;

	private static final int LARGEST = 32 * 1024;

	private static final int PLACES = 64;

	/** Of more answers than are kept it is told that they came. */
	private static final int MARKS = 1024;

	private final AtomicReferenceArray<@Nullable KnownAnswer> kept = new AtomicReferenceArray<>(PLACES);

	private final AtomicIntegerArray came = new AtomicIntegerArray(MARKS);

	/**
	 * Look at an answer, unless it is known.
	 */
	AnswerFacts look(byte[] bytes, int length, boolean json) {
		if (length < SMALLEST || length > LARGEST) {
			return AnswerScan.of(bytes, length, json);
		}
		int mark = mark(bytes, length);
		KnownAnswer known = this.kept.get(mark & PLACES - 1);
		if (known != null && known.is(bytes, length, json)) {
			return known.facts();
		}
		AnswerFacts facts = AnswerScan.of(bytes, length, json);
		if (facts.leaks().isEmpty() && this.came.getAndSet(mark & MARKS - 1, mark) == mark) {
			this.kept.set(mark & PLACES - 1, new KnownAnswer(Arrays.copyOf(bytes, length), json, facts));
		}
		return facts;
	}

	private static int mark(byte[] bytes, int length) {
		CRC32 crc = new CRC32();
		crc.update(bytes, 0, length);
		return (int) crc.getValue();
	}

	/**
	 * An answer and what was seen in it.
	 */
	private record KnownAnswer(byte[] bytes, boolean json, AnswerFacts facts) {

		boolean is(byte[] others, int length, boolean otherJson) {
			return this.json == otherJson && Arrays.equals(this.bytes, 0, this.bytes.length, others, 0, length);
		}

	}

}
