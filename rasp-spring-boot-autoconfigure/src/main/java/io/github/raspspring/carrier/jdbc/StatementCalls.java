package io.github.raspspring.carrier.jdbc;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.SQLWarning;
import java.sql.Statement;

import org.jspecify.annotations.Nullable;

/**
 * Statements behind a guard: what all kinds of them have.
 */
@SuppressWarnings("NullAway") // Drivers take and return null.
abstract class StatementCalls extends JdbcDelegate implements Statement {

	final StatementHandler handler;

	private final Statement statement;

	StatementCalls(Statement statement, StatementHandler handler) {
		super(statement, handler);
		this.statement = statement;
		this.handler = handler;
	}

	private void executing(String method, @Nullable String sql) {
		if (sql != null) {
			this.handler.executing(method, sql);
		}
	}

	final @Nullable ResultSet rows(@Nullable ResultSet rows) {
		return this.handler.rows(this, rows, false);
	}

	@Override
	public @Nullable ResultSet executeQuery(String sql) throws SQLException {
		executing("executeQuery", sql);
		try {
			return rows(this.statement.executeQuery(sql));
		}
		catch (SQLException ex) {
			throw failed(ex);
		}
	}

	@Override
	public int executeUpdate(String sql) throws SQLException {
		executing("executeUpdate", sql);
		try {
			return this.statement.executeUpdate(sql);
		}
		catch (SQLException ex) {
			throw failed(ex);
		}
	}

	@Override
	public void close() throws SQLException {
		try {
			this.statement.close();
		}
		catch (SQLException ex) {
			throw failed(ex);
		}
	}

	@Override
	public int getMaxFieldSize() throws SQLException {
		return get(() -> this.statement.getMaxFieldSize());
	}

	@Override
	public void setMaxFieldSize(int value) throws SQLException {
		run(() -> this.statement.setMaxFieldSize(value));
	}

	@Override
	public int getMaxRows() throws SQLException {
		return get(() -> this.statement.getMaxRows());
	}

	@Override
	public void setMaxRows(int value) throws SQLException {
		try {
			this.statement.setMaxRows(value);
		}
		catch (SQLException ex) {
			throw failed(ex);
		}
	}

	@Override
	public void setEscapeProcessing(boolean value) throws SQLException {
		run(() -> this.statement.setEscapeProcessing(value));
	}

	@Override
	public int getQueryTimeout() throws SQLException {
		return get(() -> this.statement.getQueryTimeout());
	}

	@Override
	public void setQueryTimeout(int value) throws SQLException {
		try {
			this.statement.setQueryTimeout(value);
		}
		catch (SQLException ex) {
			throw failed(ex);
		}
	}

	@Override
	public void cancel() throws SQLException {
		run(() -> this.statement.cancel());
	}

	@Override
	public SQLWarning getWarnings() throws SQLException {
		return get(() -> this.statement.getWarnings());
	}

	@Override
	public void clearWarnings() throws SQLException {
		run(() -> this.statement.clearWarnings());
	}

	@Override
	public void setCursorName(String name) throws SQLException {
		run(() -> this.statement.setCursorName(name));
	}

	@Override
	public boolean execute(String sql) throws SQLException {
		executing("execute", sql);
		return get(() -> this.statement.execute(sql));
	}

	@Override
	public @Nullable ResultSet getResultSet() throws SQLException {
		return get(() -> rows(this.statement.getResultSet()));
	}

	@Override
	public int getUpdateCount() throws SQLException {
		try {
			return this.statement.getUpdateCount();
		}
		catch (SQLException ex) {
			throw failed(ex);
		}
	}

	@Override
	public boolean getMoreResults() throws SQLException {
		try {
			return this.statement.getMoreResults();
		}
		catch (SQLException ex) {
			throw failed(ex);
		}
	}

	@Override
	public void setFetchDirection(int value) throws SQLException {
		run(() -> this.statement.setFetchDirection(value));
	}

	@Override
	public int getFetchDirection() throws SQLException {
		return get(() -> this.statement.getFetchDirection());
	}

	@Override
	public void setFetchSize(int value) throws SQLException {
		try {
			this.statement.setFetchSize(value);
		}
		catch (SQLException ex) {
			throw failed(ex);
		}
	}

	@Override
	public int getFetchSize() throws SQLException {
		return get(() -> this.statement.getFetchSize());
	}

	@Override
	public int getResultSetConcurrency() throws SQLException {
		return get(() -> this.statement.getResultSetConcurrency());
	}

	@Override
	public int getResultSetType() throws SQLException {
		return get(() -> this.statement.getResultSetType());
	}

	@Override
	public void addBatch(String sql) throws SQLException {
		executing("addBatch", sql);
		run(() -> this.statement.addBatch(sql));
	}

	@Override
	public void clearBatch() throws SQLException {
		run(() -> this.statement.clearBatch());
	}

	@Override
	public int[] executeBatch() throws SQLException {
		try {
			return this.statement.executeBatch();
		}
		catch (SQLException ex) {
			throw failed(ex);
		}
	}

	@Override
	public Connection getConnection() throws SQLException {
		return this.handler.connection();
	}

	@Override
	public boolean getMoreResults(int value) throws SQLException {
		return get(() -> this.statement.getMoreResults(value));
	}

	@Override
	public @Nullable ResultSet getGeneratedKeys() throws SQLException {
		return get(() -> this.handler.rows(this, this.statement.getGeneratedKeys(), true));
	}

	@Override
	public int executeUpdate(String sql, int value) throws SQLException {
		executing("executeUpdate", sql);
		return get(() -> this.statement.executeUpdate(sql, value));
	}

	@Override
	public int executeUpdate(String sql, int[] value) throws SQLException {
		executing("executeUpdate", sql);
		return get(() -> this.statement.executeUpdate(sql, value));
	}

	@Override
	public int executeUpdate(String sql, String[] value) throws SQLException {
		executing("executeUpdate", sql);
		return get(() -> this.statement.executeUpdate(sql, value));
	}

	@Override
	public boolean execute(String sql, int value) throws SQLException {
		executing("execute", sql);
		return get(() -> this.statement.execute(sql, value));
	}

	@Override
	public boolean execute(String sql, int[] value) throws SQLException {
		executing("execute", sql);
		return get(() -> this.statement.execute(sql, value));
	}

	@Override
	public boolean execute(String sql, String[] value) throws SQLException {
		executing("execute", sql);
		return get(() -> this.statement.execute(sql, value));
	}

	@Override
	public int getResultSetHoldability() throws SQLException {
		return get(() -> this.statement.getResultSetHoldability());
	}

	@Override
	public boolean isClosed() throws SQLException {
		return get(() -> this.statement.isClosed());
	}

	@Override
	public void setPoolable(boolean value) throws SQLException {
		run(() -> this.statement.setPoolable(value));
	}

	@Override
	public boolean isPoolable() throws SQLException {
		return get(() -> this.statement.isPoolable());
	}

	@Override
	public void closeOnCompletion() throws SQLException {
		run(() -> this.statement.closeOnCompletion());
	}

	@Override
	public boolean isCloseOnCompletion() throws SQLException {
		return get(() -> this.statement.isCloseOnCompletion());
	}

	@Override
	public long getLargeUpdateCount() throws SQLException {
		return get(() -> this.statement.getLargeUpdateCount());
	}

	@Override
	public void setLargeMaxRows(long value) throws SQLException {
		run(() -> this.statement.setLargeMaxRows(value));
	}

	@Override
	public long getLargeMaxRows() throws SQLException {
		return get(() -> this.statement.getLargeMaxRows());
	}

	@Override
	public long[] executeLargeBatch() throws SQLException {
		return get(() -> this.statement.executeLargeBatch());
	}

	@Override
	public long executeLargeUpdate(String sql) throws SQLException {
		executing("executeLargeUpdate", sql);
		return get(() -> this.statement.executeLargeUpdate(sql));
	}

	@Override
	public long executeLargeUpdate(String sql, int value) throws SQLException {
		executing("executeLargeUpdate", sql);
		return get(() -> this.statement.executeLargeUpdate(sql, value));
	}

	@Override
	public long executeLargeUpdate(String sql, int[] value) throws SQLException {
		executing("executeLargeUpdate", sql);
		return get(() -> this.statement.executeLargeUpdate(sql, value));
	}

	@Override
	public long executeLargeUpdate(String sql, String[] value) throws SQLException {
		executing("executeLargeUpdate", sql);
		return get(() -> this.statement.executeLargeUpdate(sql, value));
	}

	@Override
	public String enquoteLiteral(String name) throws SQLException {
		return get(() -> this.statement.enquoteLiteral(name));
	}

	@Override
	public String enquoteIdentifier(String name, boolean value) throws SQLException {
		return get(() -> this.statement.enquoteIdentifier(name, value));
	}

	@Override
	public boolean isSimpleIdentifier(String name) throws SQLException {
		return get(() -> this.statement.isSimpleIdentifier(name));
	}

	@Override
	public String enquoteNCharLiteral(String name) throws SQLException {
		return get(() -> this.statement.enquoteNCharLiteral(name));
	}

}
