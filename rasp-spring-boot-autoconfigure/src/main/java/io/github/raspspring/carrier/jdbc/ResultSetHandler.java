package io.github.raspspring.carrier.jdbc;

import java.lang.reflect.Method;
import java.sql.ResultSet;
import java.sql.Statement;

import io.github.raspspring.sink.WatchedRows;
import org.jspecify.annotations.Nullable;

/**
 * Leads from rows back to guarded statements. What is called for each row and column is
 * called directly, which costs less than reflection.
 */
final class ResultSetHandler extends GuardingHandler {

	private final ResultSet target;

	private final StatementProxies statements;

	private final @Nullable WatchedRows watched;

	ResultSetHandler(ResultSet target, RequestGuard guard, StatementProxies statements, @Nullable WatchedRows watched) {
		super(target, guard);
		this.target = target;
		this.statements = statements;
		this.watched = watched;
	}

	@Override
	@Nullable Object plain(Object proxy, Method method) throws Throwable {
		return switch (method.getName()) {
			case "next" -> (this.watched != null) ? moved(this.watched, this.target.next()) : this.target.next();
			case "wasNull" -> this.target.wasNull();
			case "getStatement" -> {
				Statement statement = this.target.getStatement();
				yield (statement != null) ? this.statements.guarded(statement) : null;
			}
			default -> (this.watched != null) ? watched(this.watched, proxy, method) : super.plain(proxy, method);
		};
	}

	@Override
	@Nullable Object guarded(Object proxy, Method method, Object[] args) throws Throwable {
		if (args.length == 1 && args[0] instanceof Integer column) {
			switch (method.getName()) {
				case "getString":
					return this.target.getString(column);
				case "getLong":
					return this.target.getLong(column);
				case "getInt":
					return this.target.getInt(column);
				case "getObject":
					return this.statements.guardedResult(method, this.target.getObject(column));
				case "absolute", "relative":
					Object onRow = super.guarded(proxy, method, args);
					return (this.watched != null) ? moved(this.watched, onRow) : onRow;
				default:
					return this.statements.guardedResult(method, super.guarded(proxy, method, args));
			}
		}
		if (method.getName().startsWith("update")) {
			if (this.watched != null && args.length > 1) {
				this.watched.updating(args[0], args[1]);
			}
			ArrayHandler.unwrap(args);
		}
		return this.statements.guardedResult(method, super.guarded(proxy, method, args), args);
	}

	private @Nullable Object watched(WatchedRows watched, Object proxy, Method method) throws Throwable {
		return switch (method.getName()) {
			case "previous", "first", "last" -> moved(watched, super.plain(proxy, method));
			default -> super.plain(proxy, method);
		};
	}

	private static @Nullable Object moved(WatchedRows watched, @Nullable Object onRow) {
		if (Boolean.TRUE.equals(onRow)) {
			watched.read();
		}
		return onRow;
	}

}
