package io.github.raspspring.engine.pipeline;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;

import io.github.raspspring.engine.InputLocation;
import io.github.raspspring.engine.InputName;
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
		int hash = hash(value);
		int place = place(hash, values.length);
		return isOf(values[place], hash, value, detectors) || isOf(values[place + 1], hash, value, detectors);
	}

	private static boolean isOf(@Nullable Judged judged, int hash, InputValue value, ActiveDetectors detectors) {
		return judged != null && judged.hash() == hash && judged.detectors() == detectors
				&& judged.value().equals(value);
	}

	/**
	 * Tell of a text of JSON that stands in ASCII without escapes.
	 */
	boolean contains(InputName name, byte[] body, int start, int end, ActiveDetectors detectors) {
		String last = name.last();
		if (end - start + last.length() > LONGEST_OTHER) {
			return false;
		}
		int hash = hash(last, EightBytes.hashOfText(body, start, end));
		int place = place(hash, PLACES_OF_OTHERS);
		for (int i = place; i <= place + 1; i++) {
			Judged judged = this.others[i];
			if (judged != null && judged.hash() == hash && judged.detectors() == detectors
					&& judged.isWritten(body, start, end) && judged.value().standsAt(name)) {
				return true;
			}
		}
		return false;
	}

	void add(InputValue value, ActiveDetectors detectors) {
		if (mayHold(value)) {
			@Nullable Judged[] values = values(value);
			int hash = hash(value);
			int place = place(hash, values.length);
			values[place + 1] = values[place];
			values[place] = new Judged(value, hash, detectors, written(value));
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
	private static int hash(InputValue value) {
		return hash(value.lastName(), value.value().hashCode());
	}

	private static int hash(String lastName, int hashOfText) {
		int hash = 31 * lastName.hashCode() + hashOfText;
		return hash ^ (hash >>> 16);
	}

	/**
	 * Return the first of two places: of a few hundred values of one client some meet.
	 */
	private static int place(int hash, int places) {
		return hash & places - 2;
	}

	/**
	 * Return how a text of JSON may stand in a body as it is, {@code null} if that is not
	 * looked for.
	 */
	private static byte @Nullable [] written(InputValue value) {
		if (value.location() != InputLocation.JSON || value.kind() != InputValue.Kind.VALUE) {
			return null;
		}
		String text = value.value();
		for (int i = 0; i < text.length(); i++) {
			if (text.charAt(i) >= 0x80) {
				return null;
			}
		}
		return text.getBytes(StandardCharsets.ISO_8859_1);
	}

	/**
	 * What was judged.
	 *
	 * @param value the value
	 * @param hash the hash of its name and text
	 * @param detectors which of them found nothing
	 * @param written the bytes of a text of JSON
	 */
	private record Judged(InputValue value, int hash, ActiveDetectors detectors, byte @Nullable [] written) {

		boolean isWritten(byte[] body, int start, int end) {
			byte[] bytes = this.written;
			return bytes != null && Arrays.equals(bytes, 0, bytes.length, body, start, end);
		}

	}

}
