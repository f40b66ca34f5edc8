package io.github.raspspring.sink.jdbc;

import java.lang.reflect.Method;
import java.sql.Connection;
import java.sql.Statement;

import org.jspecify.annotations.Nullable;

/**
 * Judges text before it is executed or added to a batch. Text that was prepared was
 * judged by the connection.
 */
final class StatementHandler extends GuardingHandler {

	private final Connection connection;

	private final ConnectionHandler connectionHandler;

	StatementHandler(Statement target, Connection connection, ConnectionHandler connectionHandler) {
		super(target);
		this.connection = connection;
		this.connectionHandler = connectionHandler;
	}

	@Override
	@Nullable Object guarded(Object proxy, Method method, Object @Nullable [] args) throws Throwable {
		String name = method.getName();
		if (args == null) {
			return name.equals("getConnection") ? this.connection : proceed(method, args);
		}
		if (args[0] instanceof String && (name.startsWith("execute") || name.equals("addBatch"))) {
			this.connectionHandler.check(method, args);
		}
		return proceed(method, args);
	}

}
