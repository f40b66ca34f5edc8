package io.github.raspspring.carrier.jdbc;

import java.sql.ResultSet;
import java.sql.ResultSetMetaData;
import java.sql.SQLException;
import java.sql.SQLWarning;
import java.sql.Statement;

import org.jspecify.annotations.Nullable;

/**
 * Rows that lead back to guarded statements. Public as what drivers hand out is, so that
 * applications can call it by reflection.
 */
@SuppressWarnings("NullAway") // Drivers take and return null.
public final class GuardedRows extends LabeledUpdates {

	GuardedRows(ResultSet rows, ResultSetHandler handler) {
		super(rows, handler);
	}

	@Override
	public boolean next() throws SQLException {
		try {
			return this.handler.moved(this.rows.next());
		}
		catch (SQLException ex) {
			throw failed(ex);
		}
	}

	@Override
	public void close() throws SQLException {
		try {
			this.rows.close();
		}
		catch (SQLException ex) {
			throw failed(ex);
		}
	}

	@Override
	public boolean wasNull() throws SQLException {
		try {
			return this.rows.wasNull();
		}
		catch (SQLException ex) {
			throw failed(ex);
		}
	}

	@Override
	public SQLWarning getWarnings() throws SQLException {
		return get(() -> this.rows.getWarnings());
	}

	@Override
	public void clearWarnings() throws SQLException {
		run(() -> this.rows.clearWarnings());
	}

	@Override
	public String getCursorName() throws SQLException {
		return get(() -> this.rows.getCursorName());
	}

	@Override
	public ResultSetMetaData getMetaData() throws SQLException {
		try {
			return this.rows.getMetaData();
		}
		catch (SQLException ex) {
			throw failed(ex);
		}
	}

	@Override
	public int findColumn(String label) throws SQLException {
		return get(() -> this.rows.findColumn(label));
	}

	@Override
	public boolean isBeforeFirst() throws SQLException {
		return get(() -> this.rows.isBeforeFirst());
	}

	@Override
	public boolean isAfterLast() throws SQLException {
		return get(() -> this.rows.isAfterLast());
	}

	@Override
	public boolean isFirst() throws SQLException {
		return get(() -> this.rows.isFirst());
	}

	@Override
	public boolean isLast() throws SQLException {
		return get(() -> this.rows.isLast());
	}

	@Override
	public void beforeFirst() throws SQLException {
		run(() -> this.rows.beforeFirst());
	}

	@Override
	public void afterLast() throws SQLException {
		run(() -> this.rows.afterLast());
	}

	@Override
	public boolean first() throws SQLException {
		return get(() -> this.handler.moved(this.rows.first()));
	}

	@Override
	public boolean last() throws SQLException {
		return get(() -> this.handler.moved(this.rows.last()));
	}

	@Override
	public int getRow() throws SQLException {
		return get(() -> this.rows.getRow());
	}

	@Override
	public boolean absolute(int value) throws SQLException {
		return get(() -> this.handler.moved(this.rows.absolute(value)));
	}

	@Override
	public boolean relative(int value) throws SQLException {
		return get(() -> this.handler.moved(this.rows.relative(value)));
	}

	@Override
	public boolean previous() throws SQLException {
		return get(() -> this.handler.moved(this.rows.previous()));
	}

	@Override
	public void setFetchDirection(int value) throws SQLException {
		run(() -> this.rows.setFetchDirection(value));
	}

	@Override
	public int getFetchDirection() throws SQLException {
		return get(() -> this.rows.getFetchDirection());
	}

	@Override
	public void setFetchSize(int value) throws SQLException {
		run(() -> this.rows.setFetchSize(value));
	}

	@Override
	public int getFetchSize() throws SQLException {
		return get(() -> this.rows.getFetchSize());
	}

	@Override
	public int getType() throws SQLException {
		return get(() -> this.rows.getType());
	}

	@Override
	public int getConcurrency() throws SQLException {
		return get(() -> this.rows.getConcurrency());
	}

	@Override
	public boolean rowUpdated() throws SQLException {
		return get(() -> this.rows.rowUpdated());
	}

	@Override
	public boolean rowInserted() throws SQLException {
		return get(() -> this.rows.rowInserted());
	}

	@Override
	public boolean rowDeleted() throws SQLException {
		return get(() -> this.rows.rowDeleted());
	}

	@Override
	public void insertRow() throws SQLException {
		run(() -> this.rows.insertRow());
	}

	@Override
	public void updateRow() throws SQLException {
		run(() -> this.rows.updateRow());
	}

	@Override
	public void deleteRow() throws SQLException {
		run(() -> this.rows.deleteRow());
	}

	@Override
	public void refreshRow() throws SQLException {
		run(() -> this.rows.refreshRow());
	}

	@Override
	public void cancelRowUpdates() throws SQLException {
		run(() -> this.rows.cancelRowUpdates());
	}

	@Override
	public void moveToInsertRow() throws SQLException {
		run(() -> this.rows.moveToInsertRow());
	}

	@Override
	public void moveToCurrentRow() throws SQLException {
		run(() -> this.rows.moveToCurrentRow());
	}

	@Override
	public @Nullable Statement getStatement() throws SQLException {
		return get(() -> this.handler.statement());
	}

	@Override
	public int getHoldability() throws SQLException {
		return get(() -> this.rows.getHoldability());
	}

	@Override
	public boolean isClosed() throws SQLException {
		try {
			return this.rows.isClosed();
		}
		catch (SQLException ex) {
			throw failed(ex);
		}
	}

}
