package io.github.raspspring.engine.pipeline;

import io.github.raspspring.engine.InputLocation;
import io.github.raspspring.engine.InputValue;
import org.jspecify.annotations.Nullable;

/**
 * Values that certain detectors have judged and found clean: clients send the same
 * headers and cookies with each request, and the same names, codes and phrases again and
 * again. Compared character by character, so that nothing is excused that was not judged;
 * a new value takes the place of an old one, so that nobody can fill this up, and what
 * comes in bodies never takes the place of a header. Thread-safe.
 */
final class CleanValues {

	private static final int PLACES_OF_HEADERS = 2048;

	private static final int PLACES_OF_OTHERS = 4096;

	/** With its name; longer ones are judged each time. */
	private static final int LONGEST_HEADER = 512;

	private static final int LONGEST_OTHER = 256;

	/**
	 * What is judged never changes, so that nobody needs a barrier to see all of it.
	 */
	private final @Nullable Judged[] headers = new Judged[PLACES_OF_HEADERS];

	private final @Nullable Judged[] others = new Judged[PLACES_OF_OTHERS];

	/**
	 * Return whether a value comes with nearly every request of a client, so that it pays
	 * to look for it before it is read at all.
	 */
	static boolean isRepeated(InputValue value) {
		return value.location() == InputLocation.HEADER || value.location() == InputLocation.COOKIE;
	}

	boolean contains(InputValue value, ActiveDetectors detectors) {
		if (!mayHold(value)) {
			return false;
		}
		@Nullable Judged[] values = values(value);
		Judged judged = values[place(value, values.length)];
		return judged != null && judged.detectors() == detectors && judged.value().equals(value);
	}

	void add(InputValue value, ActiveDetectors detectors) {
		if (mayHold(value)) {
			@Nullable Judged[] values = values(value);
			values[place(value, values.length)] = new Judged(value, detectors);
		}
	}

	private @Nullable Judged[] values(InputValue value) {
		return isRepeated(value) ? this.headers : this.others;
	}

	private static boolean mayHold(InputValue value) {
		int length = value.value().length() + value.lastName().length();
		return length <= (isRepeated(value) ? LONGEST_HEADER : LONGEST_OTHER);
	}

	/**
	 * All characters of the text and of its name count: headers and fields of one request
	 * are often alike, and would take each other's place.
	 */
	private static int place(InputValue value, int places) {
		int hash = 31 * value.lastName().hashCode() + value.value().hashCode();
		return (hash ^ (hash >>> 16)) & (places - 1);
	}

	private record Judged(InputValue value, ActiveDetectors detectors) {

	}

}
