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
	JdbcDelegate delegate() {
		return (this.target instanceof PreparedStatement prepared) ? new GuardedPreparedStatement(prepared, this)
				: new GuardedPlainStatement(this.target, this);
	}

	@Override
	@Nullable Object plain(Object proxy, Method method) throws Throwable {
		before(method.getName());
		switch (method.getName()) {
			case "executeQuery":
				return rows(proxy, ((PreparedStatement) this.target).executeQuery(), false);
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
		if (args[0] instanceof String sql && (name.startsWith("execute") || name.equals("addBatch"))) {
			executing(name, sql);
		}
		else if (args.length > 1 && name.startsWith("set")) {
			bind(args[0], name.equals("setNull") ? null : args[1]);
		}
		if (takesObjects(name)) {
			ArrayHandler.unwrap(args);
		}
		return guardRows(proxy, method, super.guarded(proxy, method, args), args);
	}

	private void before(String method) {
		switch (method) {
			case "executeQuery", "executeUpdate", "execute", "executeLargeUpdate", "addBatch" -> executing();
			case "clearParameters" -> clear();
			default -> {
			}
		}
	}

	/**
	 * Judge what was prepared with its values. What was added to a batch was judged then.
	 */
	void executing() {
		if (this.watched != null) {
			this.watched.executing();
		}
	}

	/**
	 * Judge a text.
	 */
	void executing(String method, String sql) {
		this.connectionHandler.check(method, sql);
		WatchedStatement known = this.connectionHandler.guard().watch(sql);
		if (!method.equals("addBatch")) {
			this.watched = known;
		}
		if (known != null) {
			known.executing();
		}
	}

	void bind(Object index, @Nullable Object value) {
		if (this.watched != null) {
			this.watched.bind(index, value);
		}
	}

	void clear() {
		if (this.watched != null) {
			this.watched.clear();
		}
	}

	Connection connection() {
		return this.connection;
	}

	private static boolean takesObjects(String name) {
		return name.equals("setObject") || name.equals("setArray");
	}

	private @Nullable Object guardRows(Object proxy, Method method, @Nullable Object result, Object[] args) {
		if (result instanceof ResultSet rows && this.watched != null) {
			return rows(proxy, rows, method.getName().equals("getGeneratedKeys"));
		}
		return (result instanceof ResultSet || result instanceof Array)
				? this.statements.of(this.target, proxy).guardedResult(method, result, args) : result;
	}

	/**
	 * Guard rows.
	 * @param proxy the guarded statement that they are of
	 * @param rows what the driver handed out
	 * @param keys whether they are keys that the database generated
	 */
	@Nullable ResultSet rows(Object proxy, @Nullable ResultSet rows, boolean keys) {
		if (rows == null) {
			return null;
		}
		WatchedStatement known = this.watched;
		return (ResultSet) this.statements.of(this.target, proxy)
			.guardedRows(rows, (known != null) ? known.rows(rows, keys) : null);
	}

}
