package io.github.raspspring.behavior;

import java.util.concurrent.atomic.AtomicReferenceArray;

import org.jspecify.annotations.Nullable;

/**
 * Hashes texts that most requests have in common, such as what programs call themselves.
 * It compares with the one that was hashed last of those that look alike, which takes a
 * fraction of the time. Thread-safe.
 */
final class RecentTexts {

	/** A power of two. */
	private static final int PLACES = 256;

	private static final int LONGEST = 512;

	private final AtomicReferenceArray<@Nullable Hashed> places = new AtomicReferenceArray<>(PLACES);

	private final KeyedHash hash;

	RecentTexts(KeyedHash hash) {
		this.hash = hash;
	}

	/**
	 * A text that was hashed.
	 */
	private record Hashed(String text, long hash) {

	}

	/**
	 * Hash a text.
	 * @return what {@link KeyedHash#of(int, String)} returns for kind 0
	 */
	long hash(String text) {
		int length = text.length();
		if (length == 0 || length > LONGEST) {
			return this.hash.of(0, text);
		}
		int place = (31 * (31 * length + text.charAt(length - 1)) + text.charAt(length / 2)) & PLACES - 1;
		Hashed recent = this.places.getAcquire(place);
		if (recent != null && recent.text().equals(text)) {
			return recent.hash();
		}
		Hashed hashed = new Hashed(text, this.hash.of(0, text));
		this.places.setRelease(place, hashed);
		return hashed.hash();
	}

}
