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

/**
 * Rows behind a guard: what is written to a column by its label.
 */
@SuppressWarnings("NullAway") // Drivers take and return null.
abstract class LabeledUpdates extends NumberedUpdates {

	LabeledUpdates(ResultSet rows, ResultSetHandler handler) {
		super(rows, handler);
	}

	@Override
	public void updateNull(String label) throws SQLException {
		run(() -> this.rows.updateNull(label));
	}

	@Override
	public void updateBoolean(String label, boolean value) throws SQLException {
		updating(label, value);
		run(() -> this.rows.updateBoolean(label, value));
	}

	@Override
	public void updateByte(String label, byte value) throws SQLException {
		updating(label, value);
		run(() -> this.rows.updateByte(label, value));
	}

	@Override
	public void updateShort(String label, short value) throws SQLException {
		updating(label, value);
		run(() -> this.rows.updateShort(label, value));
	}

	@Override
	public void updateInt(String label, int value) throws SQLException {
		updating(label, value);
		run(() -> this.rows.updateInt(label, value));
	}

	@Override
	public void updateLong(String label, long value) throws SQLException {
		updating(label, value);
		run(() -> this.rows.updateLong(label, value));
	}

	@Override
	public void updateFloat(String label, float value) throws SQLException {
		updating(label, value);
		run(() -> this.rows.updateFloat(label, value));
	}

	@Override
	public void updateDouble(String label, double value) throws SQLException {
		updating(label, value);
		run(() -> this.rows.updateDouble(label, value));
	}

	@Override
	public void updateBigDecimal(String label, BigDecimal value) throws SQLException {
		updating(label, value);
		run(() -> this.rows.updateBigDecimal(label, value));
	}

	@Override
	public void updateString(String label, String value) throws SQLException {
		updating(label, value);
		run(() -> this.rows.updateString(label, value));
	}

	@Override
	public void updateBytes(String label, byte[] value) throws SQLException {
		updating(label, value);
		run(() -> this.rows.updateBytes(label, value));
	}

	@Override
	public void updateDate(String label, Date value) throws SQLException {
		updating(label, value);
		run(() -> this.rows.updateDate(label, value));
	}

	@Override
	public void updateTime(String label, Time value) throws SQLException {
		updating(label, value);
		run(() -> this.rows.updateTime(label, value));
	}

	@Override
	public void updateTimestamp(String label, Timestamp value) throws SQLException {
		updating(label, value);
		run(() -> this.rows.updateTimestamp(label, value));
	}

	@Override
	public void updateAsciiStream(String label, InputStream stream, int length) throws SQLException {
		updating(label, stream);
		run(() -> this.rows.updateAsciiStream(label, stream, length));
	}

	@Override
	public void updateBinaryStream(String label, InputStream stream, int length) throws SQLException {
		updating(label, stream);
		run(() -> this.rows.updateBinaryStream(label, stream, length));
	}

	@Override
	public void updateCharacterStream(String label, Reader reader, int length) throws SQLException {
		updating(label, reader);
		run(() -> this.rows.updateCharacterStream(label, reader, length));
	}

	@Override
	public void updateObject(String label, Object value, int scale) throws SQLException {
		updating(label, value);
		run(() -> this.rows.updateObject(label, ArrayHandler.ownOf(value), scale));
	}

	@Override
	public void updateObject(String label, Object value) throws SQLException {
		updating(label, value);
		run(() -> this.rows.updateObject(label, ArrayHandler.ownOf(value)));
	}

	@Override
	public void updateRef(String label, Ref value) throws SQLException {
		updating(label, value);
		run(() -> this.rows.updateRef(label, value));
	}

	@Override
	public void updateBlob(String label, Blob value) throws SQLException {
		updating(label, value);
		run(() -> this.rows.updateBlob(label, value));
	}

	@Override
	public void updateClob(String label, Clob value) throws SQLException {
		updating(label, value);
		run(() -> this.rows.updateClob(label, value));
	}

	@Override
	public void updateArray(String label, Array value) throws SQLException {
		updating(label, value);
		run(() -> this.rows.updateArray(label, ArrayHandler.own(value)));
	}

	@Override
	public void updateRowId(String label, RowId value) throws SQLException {
		updating(label, value);
		run(() -> this.rows.updateRowId(label, value));
	}

	@Override
	public void updateNString(String label, String value) throws SQLException {
		updating(label, value);
		run(() -> this.rows.updateNString(label, value));
	}

	@Override
	public void updateNClob(String label, NClob value) throws SQLException {
		updating(label, value);
		run(() -> this.rows.updateNClob(label, value));
	}

	@Override
	public void updateSQLXML(String label, SQLXML value) throws SQLException {
		updating(label, value);
		run(() -> this.rows.updateSQLXML(label, value));
	}

	@Override
	public void updateNCharacterStream(String label, Reader reader, long length) throws SQLException {
		updating(label, reader);
		run(() -> this.rows.updateNCharacterStream(label, reader, length));
	}

	@Override
	public void updateAsciiStream(String label, InputStream stream, long length) throws SQLException {
		updating(label, stream);
		run(() -> this.rows.updateAsciiStream(label, stream, length));
	}

	@Override
	public void updateBinaryStream(String label, InputStream stream, long length) throws SQLException {
		updating(label, stream);
		run(() -> this.rows.updateBinaryStream(label, stream, length));
	}

	@Override
	public void updateCharacterStream(String label, Reader reader, long length) throws SQLException {
		updating(label, reader);
		run(() -> this.rows.updateCharacterStream(label, reader, length));
	}

	@Override
	public void updateBlob(String label, InputStream stream, long length) throws SQLException {
		updating(label, stream);
		run(() -> this.rows.updateBlob(label, stream, length));
	}

	@Override
	public void updateClob(String label, Reader reader, long length) throws SQLException {
		updating(label, reader);
		run(() -> this.rows.updateClob(label, reader, length));
	}

	@Override
	public void updateNClob(String label, Reader reader, long length) throws SQLException {
		updating(label, reader);
		run(() -> this.rows.updateNClob(label, reader, length));
	}

	@Override
	public void updateNCharacterStream(String label, Reader reader) throws SQLException {
		updating(label, reader);
		run(() -> this.rows.updateNCharacterStream(label, reader));
	}

	@Override
	public void updateAsciiStream(String label, InputStream stream) throws SQLException {
		updating(label, stream);
		run(() -> this.rows.updateAsciiStream(label, stream));
	}

	@Override
	public void updateBinaryStream(String label, InputStream stream) throws SQLException {
		updating(label, stream);
		run(() -> this.rows.updateBinaryStream(label, stream));
	}

	@Override
	public void updateCharacterStream(String label, Reader reader) throws SQLException {
		updating(label, reader);
		run(() -> this.rows.updateCharacterStream(label, reader));
	}

	@Override
	public void updateBlob(String label, InputStream stream) throws SQLException {
		updating(label, stream);
		run(() -> this.rows.updateBlob(label, stream));
	}

	@Override
	public void updateClob(String label, Reader reader) throws SQLException {
		updating(label, reader);
		run(() -> this.rows.updateClob(label, reader));
	}

	@Override
	public void updateNClob(String label, Reader reader) throws SQLException {
		updating(label, reader);
		run(() -> this.rows.updateNClob(label, reader));
	}

	@Override
	public void updateObject(String label, Object value, SQLType type, int scale) throws SQLException {
		updating(label, value);
		run(() -> this.rows.updateObject(label, ArrayHandler.ownOf(value), type, scale));
	}

	@Override
	public void updateObject(String label, Object value, SQLType type) throws SQLException {
		updating(label, value);
		run(() -> this.rows.updateObject(label, ArrayHandler.ownOf(value), type));
	}

}
