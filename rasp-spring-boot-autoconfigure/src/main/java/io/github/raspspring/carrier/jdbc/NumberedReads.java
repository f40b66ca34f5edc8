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
import java.sql.Ref;
import java.sql.ResultSet;
import java.sql.RowId;
import java.sql.SQLException;
import java.sql.SQLXML;
import java.sql.Time;
import java.sql.Timestamp;
import java.util.Calendar;
import java.util.Map;

import org.jspecify.annotations.Nullable;

/**
 * Rows behind a guard: what is read of a column by its number.
 */
@SuppressWarnings({ "deprecation", "NullAway" }) // Drivers know all calls, and null.
abstract class NumberedReads extends JdbcDelegate implements ResultSet {

	final ResultSet rows;

	final ResultSetHandler handler;

	NumberedReads(ResultSet rows, ResultSetHandler handler) {
		super(rows, handler);
		this.rows = rows;
		this.handler = handler;
	}

	final @Nullable Object guarded(@Nullable Object value) {
		return this.handler.guardedValue(value);
	}

	final @Nullable Array guarded(@Nullable Array value) {
		return (Array) this.handler.guardedValue(value);
	}

	/**
	 * What the caller wants as a class that the guard is none of stays what it is.
	 */
	@SuppressWarnings("unchecked")
	final <T> @Nullable T guarded(@Nullable T value, Class<T> type) {
		Object guarded = this.handler.guardedValue(value);
		return type.isInstance(guarded) ? (T) guarded : value;
	}

	@Override
	public String getString(int column) throws SQLException {
		try {
			return this.rows.getString(column);
		}
		catch (SQLException ex) {
			throw failed(ex);
		}
	}

	@Override
	public boolean getBoolean(int column) throws SQLException {
		try {
			return this.rows.getBoolean(column);
		}
		catch (SQLException ex) {
			throw failed(ex);
		}
	}

	@Override
	public byte getByte(int column) throws SQLException {
		return get(() -> this.rows.getByte(column));
	}

	@Override
	public short getShort(int column) throws SQLException {
		return get(() -> this.rows.getShort(column));
	}

	@Override
	public int getInt(int column) throws SQLException {
		try {
			return this.rows.getInt(column);
		}
		catch (SQLException ex) {
			throw failed(ex);
		}
	}

	@Override
	public long getLong(int column) throws SQLException {
		try {
			return this.rows.getLong(column);
		}
		catch (SQLException ex) {
			throw failed(ex);
		}
	}

	@Override
	public float getFloat(int column) throws SQLException {
		return get(() -> this.rows.getFloat(column));
	}

	@Override
	public double getDouble(int column) throws SQLException {
		try {
			return this.rows.getDouble(column);
		}
		catch (SQLException ex) {
			throw failed(ex);
		}
	}

	@Override
	public BigDecimal getBigDecimal(int column, int value) throws SQLException {
		try {
			return this.rows.getBigDecimal(column, value);
		}
		catch (SQLException ex) {
			throw failed(ex);
		}
	}

	@Override
	public byte[] getBytes(int column) throws SQLException {
		return get(() -> this.rows.getBytes(column));
	}

	@Override
	public Date getDate(int column) throws SQLException {
		return get(() -> this.rows.getDate(column));
	}

	@Override
	public Time getTime(int column) throws SQLException {
		return get(() -> this.rows.getTime(column));
	}

	@Override
	public Timestamp getTimestamp(int column) throws SQLException {
		try {
			return this.rows.getTimestamp(column);
		}
		catch (SQLException ex) {
			throw failed(ex);
		}
	}

	@Override
	public InputStream getAsciiStream(int column) throws SQLException {
		return get(() -> this.rows.getAsciiStream(column));
	}

	@Override
	public InputStream getUnicodeStream(int column) throws SQLException {
		return get(() -> this.rows.getUnicodeStream(column));
	}

	@Override
	public InputStream getBinaryStream(int column) throws SQLException {
		return get(() -> this.rows.getBinaryStream(column));
	}

	@Override
	public @Nullable Object getObject(int column) throws SQLException {
		try {
			return guarded(this.rows.getObject(column));
		}
		catch (SQLException ex) {
			throw failed(ex);
		}
	}

	@Override
	public Reader getCharacterStream(int column) throws SQLException {
		return get(() -> this.rows.getCharacterStream(column));
	}

	@Override
	public BigDecimal getBigDecimal(int column) throws SQLException {
		try {
			return this.rows.getBigDecimal(column);
		}
		catch (SQLException ex) {
			throw failed(ex);
		}
	}

	@Override
	public @Nullable Object getObject(int column, Map<String, Class<?>> types) throws SQLException {
		try {
			return guarded(this.rows.getObject(column, types));
		}
		catch (SQLException ex) {
			throw failed(ex);
		}
	}

	@Override
	public Ref getRef(int column) throws SQLException {
		return get(() -> this.rows.getRef(column));
	}

	@Override
	public Blob getBlob(int column) throws SQLException {
		return get(() -> this.rows.getBlob(column));
	}

	@Override
	public Clob getClob(int column) throws SQLException {
		return get(() -> this.rows.getClob(column));
	}

	@Override
	public @Nullable Array getArray(int column) throws SQLException {
		return get(() -> guarded(this.rows.getArray(column)));
	}

	@Override
	public Date getDate(int column, Calendar calendar) throws SQLException {
		return get(() -> this.rows.getDate(column, calendar));
	}

	@Override
	public Time getTime(int column, Calendar calendar) throws SQLException {
		return get(() -> this.rows.getTime(column, calendar));
	}

	@Override
	public Timestamp getTimestamp(int column, Calendar calendar) throws SQLException {
		try {
			return this.rows.getTimestamp(column, calendar);
		}
		catch (SQLException ex) {
			throw failed(ex);
		}
	}

	@Override
	public URL getURL(int column) throws SQLException {
		return get(() -> this.rows.getURL(column));
	}

	@Override
	public RowId getRowId(int column) throws SQLException {
		return get(() -> this.rows.getRowId(column));
	}

	@Override
	public NClob getNClob(int column) throws SQLException {
		return get(() -> this.rows.getNClob(column));
	}

	@Override
	public SQLXML getSQLXML(int column) throws SQLException {
		return get(() -> this.rows.getSQLXML(column));
	}

	@Override
	public String getNString(int column) throws SQLException {
		return get(() -> this.rows.getNString(column));
	}

	@Override
	public Reader getNCharacterStream(int column) throws SQLException {
		return get(() -> this.rows.getNCharacterStream(column));
	}

	@Override
	public <T> @Nullable T getObject(int column, Class<T> type) throws SQLException {
		try {
			return guarded(this.rows.getObject(column, type), type);
		}
		catch (SQLException ex) {
			throw failed(ex);
		}
	}

}
