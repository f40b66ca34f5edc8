package io.github.raspspring.document;

import java.util.Arrays;
import java.util.List;
import java.util.zip.CRC32C;

import io.github.raspspring.engine.InputValue;
import io.github.raspspring.engine.ValueReader;
import io.github.raspspring.engine.pipeline.HashedPlaces;
import io.github.raspspring.engine.pipeline.OmittedValues;
import io.github.raspspring.engine.pipeline.Recurrence;
import org.jspecify.annotations.Nullable;

/**
 * Bodies that have come more than once, byte by byte the same: retries, queries of
 * GraphQL, searches, what programs send each time. Where their tokens stand and which of
 * their values are left to judge is not found out again. What is left is judged each
 * time; what is not was of no interest to the same detectors, or found clean by them. A
 * new body takes the place of an old one, and one that holds a secret is never kept.
 * Thread-safe.
 */
final class KnownBodies {

	/** Shorter ones cost next to nothing to read. */
	static final int SHORTEST = 128;

	static final int LONGEST = 16 * 1024;

	private static final int PLACES = 64;

	/** A body that leaves more values to judge gains little, and takes much memory. */
	static final int MOST_LEFT = 256;

	/** What is longer is no name. */
	private static final int LONGEST_NAME = 64;

	private final HashedPlaces<Known> bodies = new HashedPlaces<>(PLACES);

	private final Recurrence recurrence = new Recurrence();

	/**
	 * Return a number for all bytes of a body, 0 for one that is never kept.
	 */
	static int hash(byte[] body) {
		if (body.length < SHORTEST || body.length > LONGEST) {
			return 0;
		}
		CRC32C sum = new CRC32C();
		sum.update(body, 0, body.length);
		return (int) sum.getValue();
	}

	/**
	 * Find a body.
	 * @param hash its hash
	 * @param judges the detectors that judge it
	 * @return {@code null} if it is not known
	 */
	@Nullable Known find(byte[] body, int hash, @Nullable Object judges) {
		if (hash == 0 || judges == null) {
			return null;
		}
		return this.bodies.find(hash, (known) -> known.judges == judges && Arrays.equals(known.body, body));
	}

	/**
	 * Keep a body if it comes again and again and holds no secret.
	 * @param hash its hash
	 * @param body its bytes, which nobody changes
	 * @param sieve was used to read it
	 * @param leaves its values, nothing else
	 * @param omitted makes all of them
	 */
	void note(int hash, byte[] body, ValueReader.Sieve sieve, BoundedValues leaves, OmittedValues omitted) {
		Object judges = sieve.judges();
		if (hash == 0 || judges == null || leaves.size() > MOST_LEFT || !this.recurrence.admits(hash)) {
			return;
		}
		if (!holdSecret(omitted.all().get(), sieve)) {
			List<InputValue> left = List.copyOf(leaves);
			this.bodies.put(hash, new Known(body, judges, left, leaves.counted(), leaves.weight(), omitted.of(left)));
		}
	}

	private static boolean holdSecret(List<InputValue> all, ValueReader.Sieve sieve) {
		return all.stream().anyMatch((value) -> sieve.isSecret(value) || namesSecret(value, sieve));
	}

	/**
	 * What a name stands for is no value if it is a number, and may stand beside it where
	 * names are values themselves.
	 */
	private static boolean namesSecret(InputValue value, ValueReader.Sieve sieve) {
		String text = value.value();
		boolean name = value.kind() == InputValue.Kind.NAME || text.length() <= LONGEST_NAME && text.indexOf(' ') < 0;
		return name && sieve.isSecret(new InputValue(value.location(), text, ""));
	}

	/**
	 * A body that was read before. Immutable.
	 *
	 * @param body its bytes, which nobody changes
	 * @param judges the detectors that judged it
	 * @param left those of its values that are left to judge
	 * @param counted how many values it has
	 * @param weight how much memory they would take
	 * @param omitted makes all of its values
	 */
	record Known(byte[] body, Object judges, List<InputValue> left, int counted, long weight, OmittedValues omitted) {

		/**
		 * Take the values as if the body had been read again.
		 * @return {@code false} if there is no memory for them, so that nothing was taken
		 */
		boolean addTo(BoundedValues values) {
			BoundedValues own = values.another();
			if (!own.addCounted(this.left, this.counted, this.weight)) {
				return false;
			}
			values.addAll(own);
			values.omitted(this.omitted);
			return true;
		}

	}

}
