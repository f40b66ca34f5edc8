package io.github.raspspring.event.evidence;

/**
 * How values are kept. Called by many threads at once.
 */
public interface ValueForm {

	/**
	 * Return how it is called.
	 * @return one lower-case word
	 */
	String name();

	/**
	 * Write a value as one line that may stand in evidence.
	 * @param value the value
	 * @return printable ASCII that starts with {@code value=}
	 */
	String keep(String value);

}
