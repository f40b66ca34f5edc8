package io.github.raspspring.engine.pipeline;

import java.util.Arrays;

import io.github.raspspring.engine.InputLocation;
import io.github.raspspring.engine.InputName;
import io.github.raspspring.engine.InputValue;
import org.jspecify.annotations.Nullable;

/**
 * What certain detectors have found in values: clients send the same headers and cookies
 * with each request, the same names, codes and phrases again and again, and documents of
 * which they have changed one field. Compared character by character, so that nothing is
 * excused that was not judged; a new value takes the place of an old one, so that nobody
 * can fill this up, and what comes in bodies never takes the place of a header. A long
 * text is kept once it has come twice: most never come again. Thread-safe.
 */
final class JudgedValues {

	private static final int PLACES_OF_HEADERS = 2048;

	private static final int PLACES_OF_OTHERS = 4096;

	private static final int PLACES_OF_LONG_ONES = 128;

	/** With its name; longer ones are judged each time. */
	private static final int LONGEST_HEADER = 512;

	private static final int LONGEST_OTHER = 256;

	private static final int LONGEST = 16 * 1024;

	/** How many characters of a long text are hashed. */
	private static final int HASHED = 64;

	private final HashedPlaces<Judged> headers = new HashedPlaces<>(PLACES_OF_HEADERS);

	private final HashedPlaces<Judged> others = new HashedPlaces<>(PLACES_OF_OTHERS);

	private final HashedPlaces<Judged> longOnes = new HashedPlaces<>(PLACES_OF_LONG_ONES);

	/** Long texts that came. */
	private final RecentHashes recent = new RecentHashes();

	/**
	 * Return whether a value comes with nearly every request of a client, so that it pays
	 * to look for it before it is read at all.
	 */
	static boolean isRepeated(InputValue value) {
		return value.location() == InputLocation.HEADER || value.location() == InputLocation.COOKIE;
	}

	/**
	 * Find what was found in a value.
	 * @return {@code null} if it is not known
	 */
	@Nullable KnownVerdict find(InputValue value, ActiveDetectors detectors) {
		HashedPlaces<Judged> places = places(value);
		if (places == null) {
			return null;
		}
		int hash = hash(value);
		for (int i = places.first(hash); i >= 0; i = places.second(hash, i)) {
			Judged judged = places.at(i);
			if (judged != null && judged.is(value, detectors)) {
				return judged.verdict;
			}
		}
		return null;
	}

	/**
	 * Tell of a text of JSON that stands in ASCII without escapes whether it was found
	 * clean.
	 */
	boolean isClean(InputName name, byte[] body, int start, int end, ActiveDetectors detectors) {
		String last = name.last();
		if (end - start + last.length() > LONGEST_OTHER) {
			return false;
		}
		int hash = hash(last, EightBytes.hashOfText(body, start, end));
		HashedPlaces<Judged> places = this.others;
		for (int i = places.first(hash); i >= 0; i = places.second(hash, i)) {
			Judged judged = places.at(i);
			if (judged != null && judged.is(name, body, start, end, detectors)) {
				return judged.verdict == KnownVerdict.CLEAN;
			}
		}
		return false;
	}

	/**
	 * Return whether there is a place for a value, and it is short or has come before.
	 */
	boolean isWorthKeeping(InputValue value) {
		HashedPlaces<Judged> places = places(value);
		return places != null && (places != this.longOnes || this.recent.hasSeen(hash(value)));
	}

	/**
	 * Keep what was found in a value that is worth it.
	 */
	void add(InputValue value, ActiveDetectors detectors, KnownVerdict verdict) {
		HashedPlaces<Judged> places = places(value);
		if (places != null) {
			places.put(hash(value), new Judged(value, detectors, verdict));
		}
	}

	/**
	 * Return where a value may be kept, {@code null} if it is not: what is found in a
	 * piece may depend on the whole.
	 */
	private @Nullable HashedPlaces<Judged> places(InputValue value) {
		int length = value.value().length() + value.lastName().length();
		if (isRepeated(value)) {
			return (length <= LONGEST_HEADER) ? this.headers : null;
		}
		if (length <= LONGEST_OTHER) {
			return isPiece(value) ? null : this.others;
		}
		return (length <= LONGEST && !isPiece(value)) ? this.longOnes : null;
	}

	private static boolean isPiece(InputValue value) {
		return value.whole() != value;
	}

	/**
	 * All characters of a short text and of its name count: headers and fields of one
	 * request are often alike, and would take each other's place.
	 */
	private static int hash(InputValue value) {
		String text = value.value();
		boolean all = text.length() <= LONGEST_HEADER;
		return hash(value.lastName(), all ? text.hashCode() : hashOfSome(text));
	}

	private static int hashOfSome(String text) {
		int hash = text.length();
		int step = text.length() / HASHED;
		for (int i = step - 1; i < text.length(); i += step) {
			hash = 31 * hash + text.charAt(i);
		}
		return hash;
	}

	private static int hash(String lastName, int hashOfText) {
		int hash = 31 * lastName.hashCode() + hashOfText;
		return hash ^ (hash >>> 16);
	}

	/**
	 * What was judged.
	 */
	private static final class Judged {

		private final InputValue value;

		/** By whom. */
		private final ActiveDetectors detectors;

		private final KnownVerdict verdict;

		/**
		 * How the text stands in bodies, once it was found in one: few ever are. Should
		 * another thread not see all of the bytes, it does not find the text.
		 */
		private byte @Nullable [] written;

		Judged(InputValue value, ActiveDetectors detectors, KnownVerdict verdict) {
			this.value = value;
			this.detectors = detectors;
			this.verdict = verdict;
		}

		boolean is(InputValue value, ActiveDetectors detectors) {
			return this.detectors == detectors && this.value.equals(value);
		}

		/**
		 * Return whether this is a text of JSON that stands in a body as it is.
		 */
		boolean is(InputName name, byte[] body, int start, int end, ActiveDetectors detectors) {
			return this.detectors == detectors && isWritten(body, start, end) && this.value.standsAt(name);
		}

		private boolean isWritten(byte[] body, int start, int end) {
			if (this.value.value().length() != end - start) {
				return false;
			}
			byte[] bytes = this.written;
			if (bytes != null) {
				return Arrays.equals(bytes, 0, bytes.length, body, start, end);
			}
			boolean same = this.value.location() == InputLocation.JSON && this.value.kind() == InputValue.Kind.VALUE
					&& isSame(this.value.value(), body, start, end);
			if (same) {
				this.written = Arrays.copyOfRange(body, start, end);
			}
			return same;
		}

		private static boolean isSame(String text, byte[] body, int start, int end) {
			for (int i = start; i < end; i++) {
				if (text.charAt(i - start) != body[i]) {
					return false;
				}
			}
			return true;
		}

	}

}
