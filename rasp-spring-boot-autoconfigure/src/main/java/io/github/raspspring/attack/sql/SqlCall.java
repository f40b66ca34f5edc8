package io.github.raspspring.attack.sql;

import java.util.function.Supplier;

import io.github.raspspring.sink.SinkCall;
import io.github.raspspring.sink.SinkKind;

/**
 * Text about to be handed to a database.
 *
 * @param operation what is called, such as {@code executeQuery}
 * @param argument the SQL
 * @param dialect tells how the database reads it, asked only when it matters
 */
public record SqlCall(String operation, String argument, Supplier<SqlDialect> dialect) implements SinkCall {

	@Override
	public SinkKind kind() {
		return SinkKind.SQL;
	}

}
