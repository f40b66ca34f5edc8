package io.github.raspspring.document;

import java.util.List;

import io.github.raspspring.engine.InputValue;

/**
 * Reads a document bit by bit. Not thread-safe.
 */
public interface ArrivalReader {

	/**
	 * Read what has arrived.
	 * @param bytes what follows on the last call, in any cut
	 * @return the values that it completes, and as much as there is of one that it begins
	 */
	List<InputValue> read(byte[] bytes);

	/**
	 * Return whether what arrives at the moment is nothing to judge, however long it is.
	 * @return {@code false} unless overridden
	 */
	default boolean passesOver() {
		return false;
	}

}
