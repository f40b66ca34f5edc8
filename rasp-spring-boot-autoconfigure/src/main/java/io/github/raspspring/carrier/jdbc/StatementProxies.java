package io.github.raspspring.carrier.jdbc;

import java.lang.reflect.Method;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.Statement;

import org.jspecify.annotations.Nullable;

/**
 * Makes guarded statements of one guarded connection, and rows that lead back to them.
 */
final class StatementProxies {

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
		return JdbcProxies.isGuarded(statement) ? statement
				: this.proxies.proxy(statement, new StatementHandler(statement, this.connection, this.handler, this));
	}

	/**
	 * Return rows behind a guard, and anything else as it is. What the caller wants as a
	 * class of its own, as by {@code unwrap}, can't be a proxy.
	 */
	@Nullable Object guardedRows(Method method, @Nullable Object result) {
		boolean possible = method.getReturnType().isInterface()
				|| (method.getName().equals("getObject") && !takesClass(method));
		return (possible && result instanceof ResultSet rows && !JdbcProxies.isGuarded(rows))
				? this.proxies.proxy(rows, new ResultSetHandler(rows, this.handler.guard(), this)) : result;
	}

	private static boolean takesClass(Method method) {
		Class<?>[] types = method.getParameterTypes();
		return types.length > 1 && types[types.length - 1] == Class.class;
	}

}
