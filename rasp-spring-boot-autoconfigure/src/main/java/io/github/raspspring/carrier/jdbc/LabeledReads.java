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
 * Rows behind a guard: what is read of a column by its label.
 */
@SuppressWarnings({ "deprecation", "NullAway" }) // Drivers know all calls, and null.
abstract class LabeledReads extends NumberedReads {

	LabeledReads(ResultSet rows, ResultSetHandler handler) {
		super(rows, handler);
	}

	@Override
	public String getString(String label) throws SQLException {
		try {
			return this.rows.getString(label);
		}
		catch (SQLException ex) {
			throw failed(ex);
		}
	}

	@Override
	public boolean getBoolean(String label) throws SQLException {
		try {
			return this.rows.getBoolean(label);
		}
		catch (SQLException ex) {
			throw failed(ex);
		}
	}

	@Override
	public byte getByte(String label) throws SQLException {
		return get(() -> this.rows.getByte(label));
	}

	@Override
	public short getShort(String label) throws SQLException {
		return get(() -> this.rows.getShort(label));
	}

	@Override
	public int getInt(String label) throws SQLException {
		try {
			return this.rows.getInt(label);
		}
		catch (SQLException ex) {
			throw failed(ex);
		}
	}

	@Override
	public long getLong(String label) throws SQLException {
		try {
			return this.rows.getLong(label);
		}
		catch (SQLException ex) {
			throw failed(ex);
		}
	}

	@Override
	public float getFloat(String label) throws SQLException {
		return get(() -> this.rows.getFloat(label));
	}

	@Override
	public double getDouble(String label) throws SQLException {
		try {
			return this.rows.getDouble(label);
		}
		catch (SQLException ex) {
			throw failed(ex);
		}
	}

	@Override
	public BigDecimal getBigDecimal(String label, int value) throws SQLException {
		try {
			return this.rows.getBigDecimal(label, value);
		}
		catch (SQLException ex) {
			throw failed(ex);
		}
	}

	@Override
	public byte[] getBytes(String label) throws SQLException {
		return get(() -> this.rows.getBytes(label));
	}

	@Override
	public Date getDate(String label) throws SQLException {
		return get(() -> this.rows.getDate(label));
	}

	@Override
	public Time getTime(String label) throws SQLException {
		return get(() -> this.rows.getTime(label));
	}

	@Override
	public Timestamp getTimestamp(String label) throws SQLException {
		try {
			return this.rows.getTimestamp(label);
		}
		catch (SQLException ex) {
			throw failed(ex);
		}
	}

	@Override
	public InputStream getAsciiStream(String label) throws SQLException {
		return get(() -> this.rows.getAsciiStream(label));
	}

	@Override
	public InputStream getUnicodeStream(String label) throws SQLException {
		return get(() -> this.rows.getUnicodeStream(label));
	}

	@Override
	public InputStream getBinaryStream(String label) throws SQLException {
		return get(() -> this.rows.getBinaryStream(label));
	}

	@Override
	public @Nullable Object getObject(String label) throws SQLException {
		try {
			return guarded(this.rows.getObject(label));
		}
		catch (SQLException ex) {
			throw failed(ex);
		}
	}

	@Override
	public Reader getCharacterStream(String label) throws SQLException {
		return get(() -> this.rows.getCharacterStream(label));
	}

	@Override
	public BigDecimal getBigDecimal(String label) throws SQLException {
		try {
			return this.rows.getBigDecimal(label);
		}
		catch (SQLException ex) {
			throw failed(ex);
		}
	}

	@Override
	public @Nullable Object getObject(String label, Map<String, Class<?>> types) throws SQLException {
		try {
			return guarded(this.rows.getObject(label, types));
		}
		catch (SQLException ex) {
			throw failed(ex);
		}
	}

	@Override
	public Ref getRef(String label) throws SQLException {
		return get(() -> this.rows.getRef(label));
	}

	@Override
	public Blob getBlob(String label) throws SQLException {
		return get(() -> this.rows.getBlob(label));
	}

	@Override
	public Clob getClob(String label) throws SQLException {
		return get(() -> this.rows.getClob(label));
	}

	@Override
	public @Nullable Array getArray(String label) throws SQLException {
		return get(() -> guarded(this.rows.getArray(label)));
	}

	@Override
	public Date getDate(String label, Calendar calendar) throws SQLException {
		return get(() -> this.rows.getDate(label, calendar));
	}

	@Override
	public Time getTime(String label, Calendar calendar) throws SQLException {
		return get(() -> this.rows.getTime(label, calendar));
	}

	@Override
	public Timestamp getTimestamp(String label, Calendar calendar) throws SQLException {
		try {
			return this.rows.getTimestamp(label, calendar);
		}
		catch (SQLException ex) {
			throw failed(ex);
		}
	}

	@Override
	public URL getURL(String label) throws SQLException {
		return get(() -> this.rows.getURL(label));
	}

	@Override
	public RowId getRowId(String label) throws SQLException {
		return get(() -> this.rows.getRowId(label));
	}

	@Override
	public NClob getNClob(String label) throws SQLException {
		return get(() -> this.rows.getNClob(label));
	}

	@Override
	public SQLXML getSQLXML(String label) throws SQLException {
		return get(() -> this.rows.getSQLXML(label));
	}

	@Override
	public String getNString(String label) throws SQLException {
		return get(() -> this.rows.getNString(label));
	}

	@Override
	public Reader getNCharacterStream(String label) throws SQLException {
		return get(() -> this.rows.getNCharacterStream(label));
	}

	@Override
	public <T> @Nullable T getObject(String label, Class<T> type) throws SQLException {
		try {
			return guarded(this.rows.getObject(label, type), type);
		}
		catch (SQLException ex) {
			throw failed(ex);
		}
	}

}
