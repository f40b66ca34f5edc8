package io.github.raspspring.profile;

import org.jspecify.annotations.Nullable;

/**
 * Takes values of one part of a request, in the order in which they were sent. A place is
 * told by names from the outside to the inside with dots between them, elements of lists
 * as {@code []}; it is made of declared names only. For one thread.
 */
public interface RequestLeaves {

	/**
	 * Take a value.
	 * @param path where it stands
	 * @param type what it is written as
	 * @param text the value as it was sent
	 */
	void add(String path, LeafType type, String text);

	/**
	 * Take a text or an integer that stands in a JSON body as it is, in ASCII without
	 * escapes.
	 * @param path where it stands
	 * @param type what it is written as, {@link LeafType#TEXT} or
	 * {@link LeafType#INTEGER}
	 * @param body the body
	 * @param start index of its first byte; a text ends with a quotation mark, an integer
	 * with its digits
	 */
	void add(String path, LeafType type, byte[] body, int start);

	/**
	 * Keep what is taken from now on, as the very same values will come again. Who does
	 * not is told them one by one each time.
	 */
	default void keep() {
	}

	/**
	 * Return what was kept.
	 * @return what is to be taken when the same values come again, {@code null} if
	 * nothing was kept
	 */
	default @Nullable KeptLeaves kept() {
		return null;
	}

	/**
	 * Take values that were taken before, as if each was added. Not called where nothing
	 * was kept.
	 * @param kept what was kept of them by the same observer
	 */
	default void addAll(KeptLeaves kept) {
		throw new UnsupportedOperationException("Nothing was kept");
	}

	/**
	 * All values of the part were taken: judge them.
	 */
	void end();

}
