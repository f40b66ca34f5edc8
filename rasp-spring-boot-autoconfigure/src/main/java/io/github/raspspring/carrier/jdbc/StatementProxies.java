package io.github.raspspring.carrier.jdbc;

import java.lang.reflect.Method;
import java.sql.Array;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.Statement;

import io.github.raspspring.sink.WatchedRows;
import io.github.raspspring.sink.WatchedStatement;
import org.jspecify.annotations.Nullable;

/**
 * Makes guarded statements of one guarded connection, and rows that lead back to them.
 */
final class StatementProxies {

	private static final Object[] NO_ARGUMENTS = {};

	private final Connection connection;

	private final ConnectionHandler handler;

	private final JdbcProxies proxies;

	/** The statement that rows come from, which keeps its identity. */
	private final @Nullable Statement target;

	private final @Nullable Object proxy;

	StatementProxies(Connection connection, ConnectionHandler handler, JdbcProxies proxies) {
		this(connection, handler, proxies, null, null);
	}

	private StatementProxies(Connection connection, ConnectionHandler handler, JdbcProxies proxies,
			@Nullable Statement target, @Nullable Object proxy) {
		this.connection = connection;
		this.handler = handler;
		this.proxies = proxies;
		this.target = target;
		this.proxy = proxy;
	}

	/**
	 * Return the same for rows that come from a statement.
	 */
	StatementProxies of(Statement target, Object proxy) {
		return new StatementProxies(this.connection, this.handler, this.proxies, target, proxy);
	}

	/**
	 * Return a statement behind a guard.
	 */
	Object guarded(Statement statement) {
		Object known = this.proxy;
		if (known != null && statement == this.target) {
			return known;
		}
		return guarded(statement, null);
	}

	/**
	 * Return a statement behind a guard.
	 * @param watched takes note of its execution, or {@code null}
	 */
	Object guarded(Statement statement, @Nullable WatchedStatement watched) {
		return this.proxies.guards(statement) ? statement : this.proxies.proxy(statement,
				new StatementHandler(statement, this.connection, this.handler, this, watched));
	}

	/**
	 * Return rows of a statement behind a guard.
	 * @param watched takes note of each row, or {@code null}
	 */
	Object guardedRows(ResultSet rows, @Nullable WatchedRows watched) {
		return this.proxies.guards(rows) ? rows
				: this.proxies.proxy(rows, new ResultSetHandler(rows, this.handler.guard(), this, watched));
	}

	/**
	 * Return rows, and arrays that have rows, behind a guard, and anything else as it is.
	 */
	@Nullable Object guardedResult(Method method, @Nullable Object result) {
		return guardedResult(method, result, NO_ARGUMENTS);
	}

	/**
	 * Return rows, and arrays that have rows, behind a guard, and anything else as it is.
	 * What the caller wants as a class that the guard is none of, as by {@code unwrap},
	 * stays what it is.
	 */
	@Nullable Object guardedResult(Method method, @Nullable Object result, Object[] args) {
		Object guarded = guardedValue(result);
		return (guarded == null || guarded == result || isWanted(method, args, guarded)) ? guarded : result;
	}

	/**
	 * Return rows, and arrays that have rows, behind a guard, and anything else as it is.
	 */
	@Nullable Object guardedValue(@Nullable Object value) {
		if (!(value instanceof ResultSet || value instanceof Array) || JdbcProxies.isGuarded(value)) {
			return value;
		}
		return (value instanceof ResultSet rows) ? guardedRows(rows, null) : this.proxies.arrays()
			.guarded((Array) value, new ArrayHandler((Array) value, this.handler.guard(), this));
	}

	private static boolean isWanted(Method method, Object[] args, Object guarded) {
		if (method.getName().equals("getObject")) {
			Object last = (args.length > 0) ? args[args.length - 1] : null;
			return !(last instanceof Class<?> type) || type.isInstance(guarded);
		}
		return method.getReturnType().isInstance(guarded) && method.getReturnType() != Object.class;
	}

}
