package io.github.raspspring.sink;

import java.sql.ResultSet;

import io.github.raspspring.engine.SinkBlockedException;
import org.jspecify.annotations.Nullable;

/**
 * One statement that is watched, with the values that are bound to it. Used by one thread
 * at a time, as statements are.
 */
public interface WatchedStatement {

	/**
	 * Take note of a value.
	 * @param index its place: a number from 1 on, or the name of a parameter
	 * @param value the value, {@code null} for {@code NULL}
	 */
	void bind(Object index, @Nullable Object value);

	/**
	 * Forget all values.
	 */
	void clear();

	/**
	 * Judge the statement with its values, right before it is executed or added to a
	 * batch.
	 * @throws SinkBlockedException if it must not run
	 */
	void executing();

	/**
	 * Watch what comes back.
	 * @param rows the rows of the last execution
	 * @param keys whether they are keys that the database generated
	 * @return takes note of each row, or {@code null} if nobody wants to know
	 */
	@Nullable WatchedRows rows(ResultSet rows, boolean keys);

}
