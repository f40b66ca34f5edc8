package io.github.raspspring.carrier.jdbc;

import java.io.InputStream;
import java.io.Reader;
import java.math.BigDecimal;
import java.net.URL;
import java.sql.Array;
import java.sql.Blob;
import java.sql.Clob;
import java.sql.Date;
import java.sql.NClob;
import java.sql.PreparedStatement;
import java.sql.Ref;
import java.sql.ResultSet;
import java.sql.RowId;
import java.sql.SQLException;
import java.sql.SQLType;
import java.sql.SQLXML;
import java.sql.Time;
import java.sql.Timestamp;
import java.util.Calendar;

/**
 * Statements behind a guard: the values that are bound to them.
 */
@SuppressWarnings({ "deprecation", "NullAway" }) // Drivers know all calls, and null.
abstract class ParameterWrites extends StatementCalls implements PreparedStatement {

	final PreparedStatement statement;

	ParameterWrites(PreparedStatement statement, StatementHandler handler) {
		super(statement, handler);
		this.statement = statement;
	}

	@Override
	public void setNull(int index, int type) throws SQLException {
		this.handler.bind(index, null);
		try {
			this.statement.setNull(index, type);
		}
		catch (SQLException ex) {
			throw failed(ex);
		}
	}

	@Override
	public void setBoolean(int index, boolean value) throws SQLException {
		this.handler.bind(index, value);
		try {
			this.statement.setBoolean(index, value);
		}
		catch (SQLException ex) {
			throw failed(ex);
		}
	}

	@Override
	public void setByte(int index, byte value) throws SQLException {
		this.handler.bind(index, value);
		run(() -> this.statement.setByte(index, value));
	}

	@Override
	public void setShort(int index, short value) throws SQLException {
		this.handler.bind(index, value);
		run(() -> this.statement.setShort(index, value));
	}

	@Override
	public void setInt(int index, int value) throws SQLException {
		try {
			this.handler.bind(index, value);
			this.statement.setInt(index, value);
		}
		catch (SQLException ex) {
			throw failed(ex);
		}
	}

	@Override
	public void setLong(int index, long value) throws SQLException {
		try {
			this.handler.bind(index, value);
			this.statement.setLong(index, value);
		}
		catch (SQLException ex) {
			throw failed(ex);
		}
	}

	@Override
	public void setFloat(int index, float value) throws SQLException {
		this.handler.bind(index, value);
		run(() -> this.statement.setFloat(index, value));
	}

	@Override
	public void setDouble(int index, double value) throws SQLException {
		this.handler.bind(index, value);
		try {
			this.statement.setDouble(index, value);
		}
		catch (SQLException ex) {
			throw failed(ex);
		}
	}

	@Override
	public void setBigDecimal(int index, BigDecimal value) throws SQLException {
		this.handler.bind(index, value);
		try {
			this.statement.setBigDecimal(index, value);
		}
		catch (SQLException ex) {
			throw failed(ex);
		}
	}

	@Override
	public void setString(int index, String value) throws SQLException {
		try {
			this.handler.bind(index, value);
			this.statement.setString(index, value);
		}
		catch (SQLException ex) {
			throw failed(ex);
		}
	}

	@Override
	public void setBytes(int index, byte[] value) throws SQLException {
		this.handler.bind(index, value);
		run(() -> this.statement.setBytes(index, value));
	}

	@Override
	public void setDate(int index, Date value) throws SQLException {
		this.handler.bind(index, value);
		run(() -> this.statement.setDate(index, value));
	}

	@Override
	public void setTime(int index, Time value) throws SQLException {
		this.handler.bind(index, value);
		run(() -> this.statement.setTime(index, value));
	}

	@Override
	public void setTimestamp(int index, Timestamp value) throws SQLException {
		this.handler.bind(index, value);
		try {
			this.statement.setTimestamp(index, value);
		}
		catch (SQLException ex) {
			throw failed(ex);
		}
	}

	@Override
	public void setAsciiStream(int index, InputStream stream, int length) throws SQLException {
		this.handler.bind(index, stream);
		run(() -> this.statement.setAsciiStream(index, stream, length));
	}

	@Override
	public void setUnicodeStream(int index, InputStream stream, int length) throws SQLException {
		this.handler.bind(index, stream);
		run(() -> this.statement.setUnicodeStream(index, stream, length));
	}

	@Override
	public void setBinaryStream(int index, InputStream stream, int length) throws SQLException {
		this.handler.bind(index, stream);
		run(() -> this.statement.setBinaryStream(index, stream, length));
	}

	@Override
	public void setObject(int index, Object value, int type) throws SQLException {
		this.handler.bind(index, value);
		try {
			this.statement.setObject(index, ArrayHandler.ownOf(value), type);
		}
		catch (SQLException ex) {
			throw failed(ex);
		}
	}

	@Override
	public void setObject(int index, Object value) throws SQLException {
		this.handler.bind(index, value);
		try {
			this.statement.setObject(index, ArrayHandler.ownOf(value));
		}
		catch (SQLException ex) {
			throw failed(ex);
		}
	}

	@Override
	public void setCharacterStream(int index, Reader reader, int length) throws SQLException {
		this.handler.bind(index, reader);
		run(() -> this.statement.setCharacterStream(index, reader, length));
	}

	@Override
	public void setRef(int index, Ref value) throws SQLException {
		this.handler.bind(index, value);
		run(() -> this.statement.setRef(index, value));
	}

	@Override
	public void setBlob(int index, Blob value) throws SQLException {
		this.handler.bind(index, value);
		run(() -> this.statement.setBlob(index, value));
	}

	@Override
	public void setClob(int index, Clob value) throws SQLException {
		this.handler.bind(index, value);
		run(() -> this.statement.setClob(index, value));
	}

	@Override
	public void setArray(int index, Array value) throws SQLException {
		this.handler.bind(index, value);
		run(() -> this.statement.setArray(index, ArrayHandler.own(value)));
	}

	@Override
	public void setDate(int index, Date value, Calendar calendar) throws SQLException {
		this.handler.bind(index, value);
		run(() -> this.statement.setDate(index, value, calendar));
	}

	@Override
	public void setTime(int index, Time value, Calendar calendar) throws SQLException {
		this.handler.bind(index, value);
		run(() -> this.statement.setTime(index, value, calendar));
	}

	@Override
	public void setTimestamp(int index, Timestamp value, Calendar calendar) throws SQLException {
		this.handler.bind(index, value);
		run(() -> this.statement.setTimestamp(index, value, calendar));
	}

	@Override
	public void setNull(int index, int type, String typeName) throws SQLException {
		this.handler.bind(index, null);
		run(() -> this.statement.setNull(index, type, typeName));
	}

	@Override
	public void setURL(int index, URL value) throws SQLException {
		this.handler.bind(index, value);
		run(() -> this.statement.setURL(index, value));
	}

	@Override
	public void setRowId(int index, RowId value) throws SQLException {
		this.handler.bind(index, value);
		run(() -> this.statement.setRowId(index, value));
	}

	@Override
	public void setNString(int index, String value) throws SQLException {
		this.handler.bind(index, value);
		run(() -> this.statement.setNString(index, value));
	}

	@Override
	public void setNCharacterStream(int index, Reader reader, long length) throws SQLException {
		this.handler.bind(index, reader);
		run(() -> this.statement.setNCharacterStream(index, reader, length));
	}

	@Override
	public void setNClob(int index, NClob value) throws SQLException {
		this.handler.bind(index, value);
		run(() -> this.statement.setNClob(index, value));
	}

	@Override
	public void setClob(int index, Reader reader, long length) throws SQLException {
		this.handler.bind(index, reader);
		run(() -> this.statement.setClob(index, reader, length));
	}

	@Override
	public void setBlob(int index, InputStream stream, long length) throws SQLException {
		this.handler.bind(index, stream);
		run(() -> this.statement.setBlob(index, stream, length));
	}

	@Override
	public void setNClob(int index, Reader reader, long length) throws SQLException {
		this.handler.bind(index, reader);
		run(() -> this.statement.setNClob(index, reader, length));
	}

	@Override
	public void setSQLXML(int index, SQLXML value) throws SQLException {
		this.handler.bind(index, value);
		run(() -> this.statement.setSQLXML(index, value));
	}

	@Override
	public void setObject(int index, Object value, int type, int scale) throws SQLException {
		this.handler.bind(index, value);
		run(() -> this.statement.setObject(index, ArrayHandler.ownOf(value), type, scale));
	}

	@Override
	public void setAsciiStream(int index, InputStream stream, long length) throws SQLException {
		this.handler.bind(index, stream);
		run(() -> this.statement.setAsciiStream(index, stream, length));
	}

	@Override
	public void setBinaryStream(int index, InputStream stream, long length) throws SQLException {
		this.handler.bind(index, stream);
		run(() -> this.statement.setBinaryStream(index, stream, length));
	}

	@Override
	public void setCharacterStream(int index, Reader reader, long length) throws SQLException {
		this.handler.bind(index, reader);
		run(() -> this.statement.setCharacterStream(index, reader, length));
	}

	@Override
	public void setAsciiStream(int index, InputStream stream) throws SQLException {
		this.handler.bind(index, stream);
		run(() -> this.statement.setAsciiStream(index, stream));
	}

	@Override
	public void setBinaryStream(int index, InputStream stream) throws SQLException {
		this.handler.bind(index, stream);
		run(() -> this.statement.setBinaryStream(index, stream));
	}

	@Override
	public void setCharacterStream(int index, Reader reader) throws SQLException {
		this.handler.bind(index, reader);
		run(() -> this.statement.setCharacterStream(index, reader));
	}

	@Override
	public void setNCharacterStream(int index, Reader reader) throws SQLException {
		this.handler.bind(index, reader);
		run(() -> this.statement.setNCharacterStream(index, reader));
	}

	@Override
	public void setClob(int index, Reader reader) throws SQLException {
		this.handler.bind(index, reader);
		run(() -> this.statement.setClob(index, reader));
	}

	@Override
	public void setBlob(int index, InputStream stream) throws SQLException {
		this.handler.bind(index, stream);
		run(() -> this.statement.setBlob(index, stream));
	}

	@Override
	public void setNClob(int index, Reader reader) throws SQLException {
		this.handler.bind(index, reader);
		run(() -> this.statement.setNClob(index, reader));
	}

	@Override
	public void setObject(int index, Object value, SQLType type, int scale) throws SQLException {
		this.handler.bind(index, value);
		run(() -> this.statement.setObject(index, ArrayHandler.ownOf(value), type, scale));
	}

	@Override
	public void setObject(int index, Object value, SQLType type) throws SQLException {
		this.handler.bind(index, value);
		run(() -> this.statement.setObject(index, ArrayHandler.ownOf(value), type));
	}

}
