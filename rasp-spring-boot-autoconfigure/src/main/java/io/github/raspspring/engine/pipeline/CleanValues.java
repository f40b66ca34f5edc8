package io.github.raspspring.engine.pipeline;

import java.util.concurrent.atomic.AtomicReferenceArray;

import io.github.raspspring.engine.InputLocation;
import io.github.raspspring.engine.InputValue;
import org.jspecify.annotations.Nullable;

/**
 * Values of headers and cookies that certain detectors have judged and found clean:
 * clients send the same ones with each request. Compared character by character, so that
 * nothing is excused that was not judged; a new value takes the place of an old one, so
 * that nobody can fill this up. Thread-safe.
 */
final class CleanValues {

	private static final int PLACES = 2048;

	/** With its name; longer ones are judged each time. */
	private static final int LONGEST = 512;

	private final AtomicReferenceArray<@Nullable Judged> values = new AtomicReferenceArray<>(PLACES);

	boolean contains(InputValue value, ActiveDetectors detectors) {
		if (!mayHold(value, detectors)) {
			return false;
		}
		Judged judged = this.values.getAcquire(place(value));
		return judged != null && judged.detectors() == detectors && judged.value().equals(value);
	}

	void add(InputValue value, ActiveDetectors detectors) {
		if (mayHold(value, detectors)) {
			this.values.setRelease(place(value), new Judged(value, detectors));
		}
	}

	private static boolean mayHold(InputValue value, ActiveDetectors detectors) {
		boolean repeated = value.location() == InputLocation.HEADER || value.location() == InputLocation.COOKIE;
		return repeated && value.value().length() + value.name().length() <= LONGEST && detectors.areRepeatable();
	}

	/**
	 * A header comes as a new text with each request, so its hash is not known: some of
	 * its characters are enough.
	 */
	private static int place(InputValue value) {
		String text = value.value();
		int length = text.length();
		int step = 1 + (length >> 4);
		int hash = 31 * value.name().length() + length;
		for (int i = length - 1; i >= 0; i -= step) {
			hash = 31 * hash + text.charAt(i);
		}
		return (hash ^ (hash >>> 16)) & (PLACES - 1);
	}

	private record Judged(InputValue value, ActiveDetectors detectors) {

	}

}
