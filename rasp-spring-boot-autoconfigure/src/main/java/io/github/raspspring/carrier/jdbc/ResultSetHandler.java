package io.github.raspspring.carrier.jdbc;

import java.lang.reflect.Method;
import java.sql.ResultSet;
import java.sql.SQLException;
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
			case "next" -> moved(this.target.next());
			case "wasNull" -> this.target.wasNull();
			case "getStatement" -> statement();
			case "previous" -> moved(this.target.previous());
			case "first" -> moved(this.target.first());
			case "last" -> moved(this.target.last());
			default -> super.plain(proxy, method);
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
					return guardedValue(this.target.getObject(column));
				case "absolute":
					return moved(this.target.absolute(column));
				case "relative":
					return moved(this.target.relative(column));
				default:
					return this.statements.guardedResult(method, super.guarded(proxy, method, args));
			}
		}
		if (method.getName().startsWith("update")) {
			if (args.length > 1) {
				updating(args[0], args[1]);
			}
			ArrayHandler.unwrap(args);
		}
		return this.statements.guardedResult(method, super.guarded(proxy, method, args), args);
	}

	@Nullable Statement statement() throws SQLException {
		Statement statement = this.target.getStatement();
		return (statement != null) ? (Statement) this.statements.guarded(statement) : null;
	}

	@Nullable Object guardedValue(@Nullable Object value) {
		return this.statements.guardedValue(value);
	}

	/**
	 * Judge the row that the cursor has moved to.
	 * @param onRow whether there is one
	 * @return the same
	 */
	boolean moved(boolean onRow) {
		if (onRow && this.watched != null) {
			this.watched.read();
		}
		return onRow;
	}

	void updating(Object column, @Nullable Object value) {
		if (this.watched != null) {
			this.watched.updating(column, value);
		}
	}

	@Override
	JdbcDelegate delegate() {
		return new GuardedRows(this.target, this);
	}

}
