package io.github.raspspring.carrier.jdbc;

import java.lang.reflect.Method;
import java.sql.Connection;
import java.sql.DatabaseMetaData;
import java.sql.SQLException;
import java.sql.Statement;

import io.github.raspspring.attack.sql.SqlCall;
import io.github.raspspring.attack.sql.SqlDialect;
import io.github.raspspring.sink.SinkGuard;
import org.jspecify.annotations.Nullable;

/**
 * Judges the text of statements before they are prepared, and hands out guarded
 * statements.
 */
final class ConnectionHandler extends GuardingHandler {

	private final Connection target;

	private final RequestGuard guard;

	private final JdbcProxies proxies;

	private final Runnable closed;

	private volatile @Nullable SqlDialect dialect;

	/**
	 * Create a handler.
	 * @param target the connection to guard
	 * @param guard judges statements
	 * @param proxies makes guarded statements
	 * @param closed called after the connection was closed
	 */
	ConnectionHandler(Connection target, RequestGuard guard, JdbcProxies proxies, Runnable closed) {
		super(target, guard);
		this.target = target;
		this.guard = guard;
		this.proxies = proxies;
		this.closed = closed;
	}

	@Override
	@Nullable Object plain(Object proxy, Method method) throws Throwable {
		switch (method.getName()) {
			case "createStatement":
				return guardStatement(proxy, this.target.createStatement());
			case "getMetaData":
				return guardMetaData(proxy, this.target.getMetaData());
			case "close":
				this.target.close();
				this.closed.run();
				return null;
			default:
				return super.plain(proxy, method);
		}
	}

	@Override
	@Nullable Object guarded(Object proxy, Method method, Object[] args) throws Throwable {
		return switch (method.getName()) {
			case "prepareStatement" -> {
				check(method, args);
				yield guardPrepared(proxy, (String) args[0],
						(args.length == 1) ? this.target.prepareStatement((String) args[0]) : proceed(method, args));
			}
			case "prepareCall", "nativeSQL" -> {
				check(method, args);
				yield guardPrepared(proxy, (String) args[0], proceed(method, args));
			}
			case "createStatement" -> guardStatement(proxy, proceed(method, args));
			case "createArrayOf", "createStruct" -> {
				ArrayHandler.unwrap(args);
				yield statements(proxy).guardedResult(method, proceed(method, args));
			}
			default -> super.guarded(proxy, method, args);
		};
	}

	/**
	 * Judge the text that a method is called with.
	 */
	void check(Method method, Object[] args) {
		SinkGuard current = this.guard.current();
		if (current != null && args[0] instanceof String sql) {
			current.check(new SqlCall(method.getName(), sql, this::dialect));
		}
	}

	RequestGuard guard() {
		return this.guard;
	}

	private @Nullable Object guardStatement(Object connection, @Nullable Object result) {
		return (result instanceof Statement statement) ? statements(connection).guarded(statement) : result;
	}

	/**
	 * Text may be {@code null}: what that means is for the driver to say.
	 */
	private @Nullable Object guardPrepared(Object connection, @Nullable String sql, @Nullable Object result) {
		return (sql != null && result instanceof Statement statement)
				? statements(connection).guarded(statement, this.guard.watch(sql)) : guardStatement(connection, result);
	}

	private @Nullable Object guardMetaData(Object connection, @Nullable DatabaseMetaData metaData) {
		return (metaData != null)
				? this.proxies.proxy(metaData,
						new MetaDataHandler(metaData, (Connection) connection, this.guard, statements(connection)))
				: null;
	}

	private StatementProxies statements(Object connection) {
		return new StatementProxies((Connection) connection, this, this.proxies);
	}

	private SqlDialect dialect() {
		SqlDialect known = this.dialect;
		if (known == null) {
			known = readDialect();
			this.dialect = known;
		}
		return known;
	}

	private SqlDialect readDialect() {
		try {
			return SqlDialect.ofProduct(this.target.getMetaData().getDatabaseProductName());
		}
		catch (SQLException ex) {
			return SqlDialect.ANY;
		}
	}

}
