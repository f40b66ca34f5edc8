package io.github.raspspring.sink.jdbc;

import java.lang.reflect.Method;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;

import io.github.raspspring.sink.SinkGuard;
import io.github.raspspring.sink.SqlCall;
import io.github.raspspring.text.SqlDialect;
import org.jspecify.annotations.Nullable;

/**
 * Judges the text of statements before they are prepared, and hands out guarded
 * statements.
 */
final class ConnectionHandler extends GuardingHandler {

	private final Connection target;

	private final RequestGuard guard;

	private final JdbcProxies proxies;

	private volatile @Nullable SqlDialect dialect;

	ConnectionHandler(Connection target, RequestGuard guard, JdbcProxies proxies) {
		super(target);
		this.target = target;
		this.guard = guard;
		this.proxies = proxies;
	}

	@Override
	@Nullable Object guarded(Object proxy, Method method, Object @Nullable [] args) throws Throwable {
		return switch (method.getName()) {
			case "prepareStatement", "prepareCall", "nativeSQL" -> {
				check(method, args);
				yield guardStatement(proxy, proceed(method, args));
			}
			case "createStatement" -> guardStatement(proxy, proceed(method, args));
			default -> proceed(method, args);
		};
	}

	/**
	 * Judge the text that a method is called with.
	 */
	void check(Method method, Object @Nullable [] args) {
		SinkGuard current = this.guard.current();
		if (current != null && args != null && args[0] instanceof String sql) {
			current.check(new SqlCall(method.getName(), sql, this::dialect));
		}
	}

	private @Nullable Object guardStatement(Object connection, @Nullable Object result) {
		return (result instanceof Statement statement)
				? this.proxies.proxy(statement, new StatementHandler(statement, (Connection) connection, this))
				: result;
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
