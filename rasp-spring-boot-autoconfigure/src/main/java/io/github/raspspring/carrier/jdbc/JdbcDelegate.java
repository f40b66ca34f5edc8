package io.github.raspspring.carrier.jdbc;

import java.sql.SQLException;
import java.sql.Wrapper;

import org.jspecify.annotations.Nullable;

/**
 * What objects of classes that stand in for those of a driver have in common. They do
 * what a proxy with the same {@link GuardingHandler} does, without reflection. Each has
 * an identity of its own.
 */
@SuppressWarnings("NullAway") // Drivers take and return null.
abstract class JdbcDelegate implements Wrapper {

	private final Wrapper target;

	private final GuardingHandler handler;

	JdbcDelegate(Wrapper target, GuardingHandler handler) {
		this.target = target;
		this.handler = handler;
	}

	@Override
	public <T> T unwrap(Class<T> type) throws SQLException {
		if (type.isInstance(this)) {
			return type.cast(this);
		}
		T unwrapped = get(() -> this.target.unwrap(type));
		this.handler.unwrapped();
		return unwrapped;
	}

	@Override
	public boolean isWrapperFor(Class<?> type) throws SQLException {
		return type.isInstance(this) || get(() -> this.target.isWrapperFor(type));
	}

	@Override
	public String toString() {
		return this.target.toString();
	}

	/**
	 * Count an error of the database on its way out.
	 */
	final <E extends SQLException> E failed(E exception) {
		this.handler.failed(exception);
		return exception;
	}

	final <R extends @Nullable Object> R get(Call<R> call) throws SQLException {
		try {
			return call.result();
		}
		catch (SQLException ex) {
			throw failed(ex);
		}
	}

	final void run(Action action) throws SQLException {
		try {
			action.run();
		}
		catch (SQLException ex) {
			throw failed(ex);
		}
	}

	/**
	 * A call that returns something.
	 */
	interface Call<R extends @Nullable Object> {

		R result() throws SQLException;

	}

	/**
	 * A call that returns nothing.
	 */
	interface Action {

		void run() throws SQLException;

	}

}
