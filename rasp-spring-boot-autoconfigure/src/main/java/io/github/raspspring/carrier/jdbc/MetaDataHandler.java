package io.github.raspspring.carrier.jdbc;

import java.lang.reflect.Method;
import java.sql.Connection;
import java.sql.DatabaseMetaData;

import org.jspecify.annotations.Nullable;

/**
 * Leads from what a database says of itself back to the guarded connection.
 */
final class MetaDataHandler extends GuardingHandler {

	private final Connection connection;

	private final StatementProxies statements;

	MetaDataHandler(DatabaseMetaData target, Connection connection, RequestGuard guard, StatementProxies statements) {
		super(target, guard);
		this.connection = connection;
		this.statements = statements;
	}

	@Override
	@Nullable Object plain(Object proxy, Method method) throws Throwable {
		return method.getName().equals("getConnection") ? this.connection
				: this.statements.guardedResult(method, super.plain(proxy, method));
	}

	@Override
	@Nullable Object guarded(Object proxy, Method method, Object[] args) throws Throwable {
		return this.statements.guardedResult(method, super.guarded(proxy, method, args));
	}

}
