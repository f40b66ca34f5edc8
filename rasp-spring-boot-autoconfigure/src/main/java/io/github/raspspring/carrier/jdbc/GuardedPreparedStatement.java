package io.github.raspspring.carrier.jdbc;

import java.sql.ParameterMetaData;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.ResultSetMetaData;
import java.sql.SQLException;

import org.jspecify.annotations.Nullable;

/**
 * A prepared statement behind a guard. Public as what drivers hand out is, so that
 * applications can call it by reflection.
 */
@SuppressWarnings("NullAway") // Drivers take and return null.
public final class GuardedPreparedStatement extends ParameterWrites {

	GuardedPreparedStatement(PreparedStatement statement, StatementHandler handler) {
		super(statement, handler);
	}

	@Override
	public @Nullable ResultSet executeQuery() throws SQLException {
		try {
			this.handler.executing();
			return rows(this.statement.executeQuery());
		}
		catch (SQLException ex) {
			throw failed(ex);
		}
	}

	@Override
	public int executeUpdate() throws SQLException {
		try {
			this.handler.executing();
			return this.statement.executeUpdate();
		}
		catch (SQLException ex) {
			throw failed(ex);
		}
	}

	@Override
	public void clearParameters() throws SQLException {
		this.handler.clear();
		run(() -> this.statement.clearParameters());
	}

	@Override
	public boolean execute() throws SQLException {
		try {
			this.handler.executing();
			return this.statement.execute();
		}
		catch (SQLException ex) {
			throw failed(ex);
		}
	}

	@Override
	public void addBatch() throws SQLException {
		try {
			this.handler.executing();
			this.statement.addBatch();
		}
		catch (SQLException ex) {
			throw failed(ex);
		}
	}

	@Override
	public ResultSetMetaData getMetaData() throws SQLException {
		return get(() -> this.statement.getMetaData());
	}

	@Override
	public ParameterMetaData getParameterMetaData() throws SQLException {
		return get(() -> this.statement.getParameterMetaData());
	}

	@Override
	public long executeLargeUpdate() throws SQLException {
		this.handler.executing();
		return get(() -> this.statement.executeLargeUpdate());
	}

}
