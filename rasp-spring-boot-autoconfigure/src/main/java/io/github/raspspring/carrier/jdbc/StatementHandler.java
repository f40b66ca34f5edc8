package io.github.raspspring.carrier.jdbc;

import java.lang.reflect.Method;
import java.sql.Array;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.Statement;

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

	StatementHandler(Statement target, Connection connection, ConnectionHandler connectionHandler,
			StatementProxies statements) {
		super(target, connectionHandler.guard());
		this.target = target;
		this.connection = connection;
		this.connectionHandler = connectionHandler;
		this.statements = statements;
	}

	@Override
	@Nullable Object plain(Object proxy, Method method) throws Throwable {
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
		}
		if (takesObjects(name)) {
			ArrayHandler.unwrap(args);
		}
		return guardRows(proxy, method, super.guarded(proxy, method, args), args);
	}

	private static boolean takesObjects(String name) {
		return name.equals("setObject") || name.equals("setArray");
	}

	private @Nullable Object guardRows(Object proxy, Method method, @Nullable Object result, Object[] args) {
		return (result instanceof ResultSet || result instanceof Array)
				? this.statements.of(this.target, proxy).guardedResult(method, result, args) : result;
	}

}
