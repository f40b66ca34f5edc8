package io.github.raspspring.sink;

import io.github.raspspring.engine.SinkBlockedException;

/**
 * Rows that are watched. Used by one thread at a time, as they are.
 */
public interface WatchedRows {

	/**
	 * Judge the row that the cursor has moved to, before the application sees it.
	 * @throws SinkBlockedException if it must not be seen
	 */
	void read();

	/**
	 * Judge the row that is about to be written.
	 * @throws SinkBlockedException if it must not be written
	 */
	void writing();

}
