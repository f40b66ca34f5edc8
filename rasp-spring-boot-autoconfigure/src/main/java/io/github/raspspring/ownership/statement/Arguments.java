package io.github.raspspring.ownership.statement;

import org.jspecify.annotations.Nullable;

/**
 * The values that a statement is executed with.
 */
@FunctionalInterface
public interface Arguments {

	/** Stands for a value that nobody knows, such as that of a stream. */
	Object UNKNOWN = new Object();

	/**
	 * Return a value.
	 * @param operand what stands in the statement
	 * @return the value, {@code null} for {@code NULL}, or {@link #UNKNOWN}
	 */
	@Nullable Object valueOf(Operand operand);

}
