package io.github.raspspring.profile;

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
	 * All values of the part were taken: judge them.
	 */
	void end();

}
