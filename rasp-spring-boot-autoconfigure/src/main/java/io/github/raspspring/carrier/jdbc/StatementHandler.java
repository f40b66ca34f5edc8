package io.github.raspspring.carrier.jdbc;

import java.lang.reflect.Method;
import java.sql.Array;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.Statement;

import io.github.raspspring.sink.WatchedStatement;
import org.jspecify.annotations.Nullable;

/**
 * Judges text before it is executed or added to a batch. Text that was prepared was
 * judged by the connection.
 */
final class StatementHandler extends GuardingHandler {

	private static final Object[] NO_ARGUMENTS = {};

	private final Statement target;

	private final Connection connection;

	private final ConnectionHandler connectionHandler;

	private final StatementProxies statements;

	private @Nullable WatchedStatement watched;

	StatementHandler(Statement target, Connection connection, ConnectionHandler connectionHandler,
			StatementProxies statements, @Nullable WatchedStatement watched) {
		super(target, connectionHandler.guard());
		this.target = target;
		this.connection = connection;
		this.connectionHandler = connectionHandler;
		this.statements = statements;
		this.watched = watched;
	}

	@Override
	@Nullable Object plain(Object proxy, Method method) throws Throwable {
		if (this.watched != null) {
			before(this.watched, method.getName());
		}
		switch (method.getName()) {
			case "executeQuery":
				return guardRows(proxy, method, ((PreparedStatement) this.target).executeQuery(), NO_ARGUMENTS);
			case "executeUpdate":
				return ((PreparedStatement) this.target).executeUpdate();
			case "getConnection":
				return this.connection;
			case "close":
				this.target.close();
				return null;
			default:
				return guardRows(proxy, method, super.plain(proxy, method), NO_ARGUMENTS);
		}
	}

	@Override
	@Nullable Object guarded(Object proxy, Method method, Object[] args) throws Throwable {
		String name = method.getName();
		if (args[0] instanceof String && (name.startsWith("execute") || name.equals("addBatch"))) {
			this.connectionHandler.check(method, args);
			executing(name, (String) args[0]);
		}
		else if (this.watched != null && args.length > 1 && name.startsWith("set")) {
			this.watched.bind(args[0], name.equals("setNull") ? null : args[1]);
		}
		if (takesObjects(name)) {
			ArrayHandler.unwrap(args);
		}
		return guardRows(proxy, method, super.guarded(proxy, method, args), args);
	}

	/**
	 * What was added to a batch was judged then.
	 */
	private static void before(WatchedStatement watched, String method) {
		switch (method) {
			case "executeQuery", "executeUpdate", "execute", "executeLargeUpdate", "addBatch" -> watched.executing();
			case "clearParameters" -> watched.clear();
			default -> {
			}
		}
	}

	private void executing(String method, String sql) {
		WatchedStatement known = this.connectionHandler.guard().watch(sql);
		if (!method.equals("addBatch")) {
			this.watched = known;
		}
		if (known != null) {
			known.executing();
		}
	}

	private static boolean takesObjects(String name) {
		return name.equals("setObject") || name.equals("setArray");
	}

	private @Nullable Object guardRows(Object proxy, Method method, @Nullable Object result, Object[] args) {
		if (this.watched != null && result instanceof ResultSet rows) {
			return this.statements.of(this.target, proxy)
				.guardedRows(rows, this.watched.rows(rows, method.getName().equals("getGeneratedKeys")));
		}
		return (result instanceof ResultSet || result instanceof Array)
				? this.statements.of(this.target, proxy).guardedResult(method, result, args) : result;
	}

}
