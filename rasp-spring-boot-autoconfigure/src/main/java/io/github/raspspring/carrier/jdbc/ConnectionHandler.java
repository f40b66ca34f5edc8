package io.github.raspspring.carrier.jdbc;

import java.lang.reflect.Method;
import java.sql.Connection;
import java.sql.DatabaseMetaData;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.function.Supplier;

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

	/** One for all calls, so that calls with the same text are equal. */
	private final Supplier<SqlDialect> dialects = this::dialect;

	private volatile @Nullable SqlDialect dialect;

	/** A connection has one guard, which all its statements lead back to. */
	private @Nullable StatementProxies statements;

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
				return created(proxy, this.target.createStatement());
			case "getMetaData":
				return metaData(proxy, this.target.getMetaData());
			case "close":
				this.target.close();
				closed();
				return null;
			default:
				return super.plain(proxy, method);
		}
	}

	@Override
	@Nullable Object guarded(Object proxy, Method method, Object[] args) throws Throwable {
		return switch (method.getName()) {
			case "prepareStatement" -> {
				check(method.getName(), (String) args[0]);
				yield prepared(proxy, (String) args[0],
						(args.length == 1) ? this.target.prepareStatement((String) args[0]) : proceed(method, args));
			}
			case "prepareCall", "nativeSQL" -> {
				check(method.getName(), (String) args[0]);
				yield prepared(proxy, (String) args[0], proceed(method, args));
			}
			case "createStatement" -> created(proxy, proceed(method, args));
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
	void check(String method, @Nullable String sql) {
		SinkGuard current = this.guard.current();
		if (current != null && sql != null) {
			current.check(new SqlCall(method, sql, this.dialects));
		}
	}

	void closed() {
		this.closed.run();
	}

	@Override
	JdbcDelegate delegate() {
		return new GuardedConnection(this.target, this);
	}

	RequestGuard guard() {
		return this.guard;
	}

	@Nullable Object created(Object connection, @Nullable Object result) {
		return (result instanceof Statement statement) ? statements(connection).guarded(statement) : result;
	}

	/**
	 * Text may be {@code null}: what that means is for the driver to say.
	 */
	@Nullable Object prepared(Object connection, @Nullable String sql, @Nullable Object result) {
		return (sql != null && result instanceof Statement statement)
				? statements(connection).guarded(statement, this.guard.watch(sql)) : created(connection, result);
	}

	@Nullable Object metaData(Object connection, @Nullable DatabaseMetaData metaData) {
		return (metaData != null)
				? this.proxies.proxy(metaData,
						new MetaDataHandler(metaData, (Connection) connection, this.guard, statements(connection)))
				: null;
	}

	@Nullable Object guardedValue(Object connection, @Nullable Object value) {
		return statements(connection).guardedValue(value);
	}

	private StatementProxies statements(Object connection) {
		StatementProxies known = this.statements;
		if (known == null) {
			known = new StatementProxies((Connection) connection, this, this.proxies);
			this.statements = known;
		}
		return known;
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
