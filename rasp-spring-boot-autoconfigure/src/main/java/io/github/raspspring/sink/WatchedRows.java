package io.github.raspspring.sink;

import io.github.raspspring.engine.SinkBlockedException;
import org.jspecify.annotations.Nullable;

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
	 * Judge a value that a row is about to get.
	 * @param column the column: a number from 1 on, or its label
	 * @param value the value, or {@code null}
	 * @throws SinkBlockedException if it must not be written
	 */
	void updating(Object column, @Nullable Object value);

}
