package io.github.raspspring.carrier.jdbc;

import java.io.InputStream;
import java.io.Reader;
import java.math.BigDecimal;
import java.sql.Array;
import java.sql.Blob;
import java.sql.Clob;
import java.sql.Date;
import java.sql.NClob;
import java.sql.Ref;
import java.sql.ResultSet;
import java.sql.RowId;
import java.sql.SQLException;
import java.sql.SQLType;
import java.sql.SQLXML;
import java.sql.Time;
import java.sql.Timestamp;

import org.jspecify.annotations.Nullable;

/**
 * Rows behind a guard: what is written to a column by its number.
 */
@SuppressWarnings("NullAway") // Drivers take and return null.
abstract class NumberedUpdates extends LabeledReads {

	NumberedUpdates(ResultSet rows, ResultSetHandler handler) {
		super(rows, handler);
	}

	final void updating(Object column, @Nullable Object value) {
		this.handler.updating(column, value);
	}

	@Override
	public void updateNull(int column) throws SQLException {
		run(() -> this.rows.updateNull(column));
	}

	@Override
	public void updateBoolean(int column, boolean value) throws SQLException {
		updating(column, value);
		run(() -> this.rows.updateBoolean(column, value));
	}

	@Override
	public void updateByte(int column, byte value) throws SQLException {
		updating(column, value);
		run(() -> this.rows.updateByte(column, value));
	}

	@Override
	public void updateShort(int column, short value) throws SQLException {
		updating(column, value);
		run(() -> this.rows.updateShort(column, value));
	}

	@Override
	public void updateInt(int column, int value) throws SQLException {
		updating(column, value);
		run(() -> this.rows.updateInt(column, value));
	}

	@Override
	public void updateLong(int column, long value) throws SQLException {
		updating(column, value);
		run(() -> this.rows.updateLong(column, value));
	}

	@Override
	public void updateFloat(int column, float value) throws SQLException {
		updating(column, value);
		run(() -> this.rows.updateFloat(column, value));
	}

	@Override
	public void updateDouble(int column, double value) throws SQLException {
		updating(column, value);
		run(() -> this.rows.updateDouble(column, value));
	}

	@Override
	public void updateBigDecimal(int column, BigDecimal value) throws SQLException {
		updating(column, value);
		run(() -> this.rows.updateBigDecimal(column, value));
	}

	@Override
	public void updateString(int column, String value) throws SQLException {
		updating(column, value);
		run(() -> this.rows.updateString(column, value));
	}

	@Override
	public void updateBytes(int column, byte[] value) throws SQLException {
		updating(column, value);
		run(() -> this.rows.updateBytes(column, value));
	}

	@Override
	public void updateDate(int column, Date value) throws SQLException {
		updating(column, value);
		run(() -> this.rows.updateDate(column, value));
	}

	@Override
	public void updateTime(int column, Time value) throws SQLException {
		updating(column, value);
		run(() -> this.rows.updateTime(column, value));
	}

	@Override
	public void updateTimestamp(int column, Timestamp value) throws SQLException {
		updating(column, value);
		run(() -> this.rows.updateTimestamp(column, value));
	}

	@Override
	public void updateAsciiStream(int column, InputStream stream, int length) throws SQLException {
		updating(column, stream);
		run(() -> this.rows.updateAsciiStream(column, stream, length));
	}

	@Override
	public void updateBinaryStream(int column, InputStream stream, int length) throws SQLException {
		updating(column, stream);
		run(() -> this.rows.updateBinaryStream(column, stream, length));
	}

	@Override
	public void updateCharacterStream(int column, Reader reader, int length) throws SQLException {
		updating(column, reader);
		run(() -> this.rows.updateCharacterStream(column, reader, length));
	}

	@Override
	public void updateObject(int column, Object value, int scale) throws SQLException {
		updating(column, value);
		run(() -> this.rows.updateObject(column, ArrayHandler.ownOf(value), scale));
	}

	@Override
	public void updateObject(int column, Object value) throws SQLException {
		updating(column, value);
		run(() -> this.rows.updateObject(column, ArrayHandler.ownOf(value)));
	}

	@Override
	public void updateRef(int column, Ref value) throws SQLException {
		updating(column, value);
		run(() -> this.rows.updateRef(column, value));
	}

	@Override
	public void updateBlob(int column, Blob value) throws SQLException {
		updating(column, value);
		run(() -> this.rows.updateBlob(column, value));
	}

	@Override
	public void updateClob(int column, Clob value) throws SQLException {
		updating(column, value);
		run(() -> this.rows.updateClob(column, value));
	}

	@Override
	public void updateArray(int column, Array value) throws SQLException {
		updating(column, value);
		run(() -> this.rows.updateArray(column, ArrayHandler.own(value)));
	}

	@Override
	public void updateRowId(int column, RowId value) throws SQLException {
		updating(column, value);
		run(() -> this.rows.updateRowId(column, value));
	}

	@Override
	public void updateNString(int column, String value) throws SQLException {
		updating(column, value);
		run(() -> this.rows.updateNString(column, value));
	}

	@Override
	public void updateNClob(int column, NClob value) throws SQLException {
		updating(column, value);
		run(() -> this.rows.updateNClob(column, value));
	}

	@Override
	public void updateSQLXML(int column, SQLXML value) throws SQLException {
		updating(column, value);
		run(() -> this.rows.updateSQLXML(column, value));
	}

	@Override
	public void updateNCharacterStream(int column, Reader reader, long length) throws SQLException {
		updating(column, reader);
		run(() -> this.rows.updateNCharacterStream(column, reader, length));
	}

	@Override
	public void updateAsciiStream(int column, InputStream stream, long length) throws SQLException {
		updating(column, stream);
		run(() -> this.rows.updateAsciiStream(column, stream, length));
	}

	@Override
	public void updateBinaryStream(int column, InputStream stream, long length) throws SQLException {
		updating(column, stream);
		run(() -> this.rows.updateBinaryStream(column, stream, length));
	}

	@Override
	public void updateCharacterStream(int column, Reader reader, long length) throws SQLException {
		updating(column, reader);
		run(() -> this.rows.updateCharacterStream(column, reader, length));
	}

	@Override
	public void updateBlob(int column, InputStream stream, long length) throws SQLException {
		updating(column, stream);
		run(() -> this.rows.updateBlob(column, stream, length));
	}

	@Override
	public void updateClob(int column, Reader reader, long length) throws SQLException {
		updating(column, reader);
		run(() -> this.rows.updateClob(column, reader, length));
	}

	@Override
	public void updateNClob(int column, Reader reader, long length) throws SQLException {
		updating(column, reader);
		run(() -> this.rows.updateNClob(column, reader, length));
	}

	@Override
	public void updateNCharacterStream(int column, Reader reader) throws SQLException {
		updating(column, reader);
		run(() -> this.rows.updateNCharacterStream(column, reader));
	}

	@Override
	public void updateAsciiStream(int column, InputStream stream) throws SQLException {
		updating(column, stream);
		run(() -> this.rows.updateAsciiStream(column, stream));
	}

	@Override
	public void updateBinaryStream(int column, InputStream stream) throws SQLException {
		updating(column, stream);
		run(() -> this.rows.updateBinaryStream(column, stream));
	}

	@Override
	public void updateCharacterStream(int column, Reader reader) throws SQLException {
		updating(column, reader);
		run(() -> this.rows.updateCharacterStream(column, reader));
	}

	@Override
	public void updateBlob(int column, InputStream stream) throws SQLException {
		updating(column, stream);
		run(() -> this.rows.updateBlob(column, stream));
	}

	@Override
	public void updateClob(int column, Reader reader) throws SQLException {
		updating(column, reader);
		run(() -> this.rows.updateClob(column, reader));
	}

	@Override
	public void updateNClob(int column, Reader reader) throws SQLException {
		updating(column, reader);
		run(() -> this.rows.updateNClob(column, reader));
	}

	@Override
	public void updateObject(int column, Object value, SQLType type, int scale) throws SQLException {
		updating(column, value);
		run(() -> this.rows.updateObject(column, ArrayHandler.ownOf(value), type, scale));
	}

	@Override
	public void updateObject(int column, Object value, SQLType type) throws SQLException {
		updating(column, value);
		run(() -> this.rows.updateObject(column, ArrayHandler.ownOf(value), type));
	}

}
