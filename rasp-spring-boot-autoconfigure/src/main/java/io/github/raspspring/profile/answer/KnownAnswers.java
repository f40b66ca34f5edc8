package io.github.raspspring.profile.answer;

import java.util.Arrays;
import java.util.zip.CRC32C;

import io.github.raspspring.engine.pipeline.HashedPlaces;
import io.github.raspspring.engine.pipeline.Recurrence;

/**
 * Knows answers of JSON that come again, byte by byte, and what was seen in them, so that
 * they are not looked at again. Only such as show nothing that should not leave and name
 * no secret are kept, and only from the second time on. Bounded. Thread-safe.
 */
final class KnownAnswers {

	/** Smaller ones are looked at as fast. */
	private static final int SMALLEST = 128;

	private static final int LARGEST = 32 * 1024;

	private static final int PLACES = 64;

	private final HashedPlaces<KnownAnswer> kept = new HashedPlaces<>(PLACES);

	private final Recurrence recurrence = new Recurrence();

	/**
	 * Look at an answer, unless it is known.
	 */
	AnswerFacts look(byte[] bytes, int length, boolean json) {
		if (!json || length < SMALLEST || length > LARGEST) {
			return AnswerScan.of(bytes, length, json);
		}
		int hash = hash(bytes, length);
		KnownAnswer known = this.kept.find(hash, (answer) -> answer.is(bytes, length));
		if (known != null) {
			return known.facts();
		}
		AnswerFacts facts = AnswerScan.of(bytes, length, true);
		boolean harmless = facts.leaks().isEmpty() && !SensitiveProperties.nameSecret(facts.properties());
		if (harmless && this.recurrence.admits(hash) && !SecretNames.areIn(bytes, length)) {
			this.kept.put(hash, new KnownAnswer(Arrays.copyOf(bytes, length), facts));
		}
		return facts;
	}

	private static int hash(byte[] bytes, int length) {
		CRC32C sum = new CRC32C();
		sum.update(bytes, 0, length);
		return (int) sum.getValue();
	}

	/**
	 * An answer and what was seen in it.
	 */
	private record KnownAnswer(byte[] bytes, AnswerFacts facts) {

		boolean is(byte[] others, int length) {
			return Arrays.equals(this.bytes, 0, this.bytes.length, others, 0, length);
		}

	}

}
