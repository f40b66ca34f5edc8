package io.github.raspspring.carrier.jdbc;

import java.sql.Array;
import java.sql.Blob;
import java.sql.CallableStatement;
import java.sql.Clob;
import java.sql.Connection;
import java.sql.DatabaseMetaData;
import java.sql.NClob;
import java.sql.PreparedStatement;
import java.sql.SQLClientInfoException;
import java.sql.SQLException;
import java.sql.SQLWarning;
import java.sql.SQLXML;
import java.sql.Savepoint;
import java.sql.ShardingKey;
import java.sql.Statement;
import java.sql.Struct;
import java.util.Map;
import java.util.Properties;
import java.util.concurrent.Executor;

import org.jspecify.annotations.Nullable;

/**
 * A connection behind a guard. Public as what drivers hand out is, so that applications
 * can call it by reflection.
 */
@SuppressWarnings("NullAway") // Drivers take and return null.
public final class GuardedConnection extends JdbcDelegate implements Connection {

	private final Connection connection;

	private final ConnectionHandler handler;

	GuardedConnection(Connection connection, ConnectionHandler handler) {
		super(connection, handler);
		this.connection = connection;
		this.handler = handler;
	}

	@Override
	public @Nullable Statement createStatement() throws SQLException {
		try {
			return (Statement) this.handler.created(this, this.connection.createStatement());
		}
		catch (SQLException ex) {
			throw failed(ex);
		}
	}

	@Override
	public @Nullable PreparedStatement prepareStatement(String sql) throws SQLException {
		this.handler.check("prepareStatement", sql);
		try {
			return (PreparedStatement) this.handler.prepared(this, sql, this.connection.prepareStatement(sql));
		}
		catch (SQLException ex) {
			throw failed(ex);
		}
	}

	@Override
	public @Nullable CallableStatement prepareCall(String sql) throws SQLException {
		this.handler.check("prepareCall", sql);
		return get(() -> (CallableStatement) this.handler.prepared(this, sql, this.connection.prepareCall(sql)));
	}

	@Override
	public String nativeSQL(String sql) throws SQLException {
		this.handler.check("nativeSQL", sql);
		return get(() -> this.connection.nativeSQL(sql));
	}

	@Override
	public void setAutoCommit(boolean value) throws SQLException {
		try {
			this.connection.setAutoCommit(value);
		}
		catch (SQLException ex) {
			throw failed(ex);
		}
	}

	@Override
	public boolean getAutoCommit() throws SQLException {
		try {
			return this.connection.getAutoCommit();
		}
		catch (SQLException ex) {
			throw failed(ex);
		}
	}

	@Override
	public void commit() throws SQLException {
		try {
			this.connection.commit();
		}
		catch (SQLException ex) {
			throw failed(ex);
		}
	}

	@Override
	public void rollback() throws SQLException {
		try {
			this.connection.rollback();
		}
		catch (SQLException ex) {
			throw failed(ex);
		}
	}

	@Override
	public void close() throws SQLException {
		try {
			this.connection.close();
			this.handler.closed();
		}
		catch (SQLException ex) {
			throw failed(ex);
		}
	}

	@Override
	public boolean isClosed() throws SQLException {
		return get(() -> this.connection.isClosed());
	}

	@Override
	public @Nullable DatabaseMetaData getMetaData() throws SQLException {
		return get(() -> (DatabaseMetaData) this.handler.metaData(this, this.connection.getMetaData()));
	}

	@Override
	public void setReadOnly(boolean value) throws SQLException {
		run(() -> this.connection.setReadOnly(value));
	}

	@Override
	public boolean isReadOnly() throws SQLException {
		return get(() -> this.connection.isReadOnly());
	}

	@Override
	public void setCatalog(String name) throws SQLException {
		run(() -> this.connection.setCatalog(name));
	}

	@Override
	public String getCatalog() throws SQLException {
		return get(() -> this.connection.getCatalog());
	}

	@Override
	public void setTransactionIsolation(int value) throws SQLException {
		run(() -> this.connection.setTransactionIsolation(value));
	}

	@Override
	public int getTransactionIsolation() throws SQLException {
		return get(() -> this.connection.getTransactionIsolation());
	}

	@Override
	public SQLWarning getWarnings() throws SQLException {
		return get(() -> this.connection.getWarnings());
	}

	@Override
	public void clearWarnings() throws SQLException {
		run(() -> this.connection.clearWarnings());
	}

	@Override
	public @Nullable Statement createStatement(int value, int second) throws SQLException {
		return get(() -> (Statement) this.handler.created(this, this.connection.createStatement(value, second)));
	}

	@Override
	public @Nullable PreparedStatement prepareStatement(String sql, int value, int second) throws SQLException {
		this.handler.check("prepareStatement", sql);
		return get(() -> (PreparedStatement) this.handler.prepared(this, sql,
				this.connection.prepareStatement(sql, value, second)));
	}

	@Override
	public @Nullable CallableStatement prepareCall(String sql, int value, int second) throws SQLException {
		this.handler.check("prepareCall", sql);
		return get(() -> (CallableStatement) this.handler.prepared(this, sql,
				this.connection.prepareCall(sql, value, second)));
	}

	@Override
	public Map<String, Class<?>> getTypeMap() throws SQLException {
		return get(() -> this.connection.getTypeMap());
	}

	@Override
	public void setTypeMap(Map<String, Class<?>> name) throws SQLException {
		run(() -> this.connection.setTypeMap(name));
	}

	@Override
	public void setHoldability(int value) throws SQLException {
		run(() -> this.connection.setHoldability(value));
	}

	@Override
	public int getHoldability() throws SQLException {
		return get(() -> this.connection.getHoldability());
	}

	@Override
	public Savepoint setSavepoint() throws SQLException {
		return get(() -> this.connection.setSavepoint());
	}

	@Override
	public Savepoint setSavepoint(String name) throws SQLException {
		return get(() -> this.connection.setSavepoint(name));
	}

	@Override
	public void rollback(Savepoint value) throws SQLException {
		run(() -> this.connection.rollback(value));
	}

	@Override
	public void releaseSavepoint(Savepoint value) throws SQLException {
		run(() -> this.connection.releaseSavepoint(value));
	}

	@Override
	public @Nullable Statement createStatement(int value, int second, int third) throws SQLException {
		return get(() -> (Statement) this.handler.created(this, this.connection.createStatement(value, second, third)));
	}

	@Override
	public @Nullable PreparedStatement prepareStatement(String sql, int value, int second, int third)
			throws SQLException {
		this.handler.check("prepareStatement", sql);
		return get(() -> (PreparedStatement) this.handler.prepared(this, sql,
				this.connection.prepareStatement(sql, value, second, third)));
	}

	@Override
	public @Nullable CallableStatement prepareCall(String sql, int value, int second, int third) throws SQLException {
		this.handler.check("prepareCall", sql);
		return get(() -> (CallableStatement) this.handler.prepared(this, sql,
				this.connection.prepareCall(sql, value, second, third)));
	}

	@Override
	public @Nullable PreparedStatement prepareStatement(String sql, int value) throws SQLException {
		this.handler.check("prepareStatement", sql);
		return get(() -> (PreparedStatement) this.handler.prepared(this, sql,
				this.connection.prepareStatement(sql, value)));
	}

	@Override
	public @Nullable PreparedStatement prepareStatement(String sql, int[] value) throws SQLException {
		this.handler.check("prepareStatement", sql);
		return get(() -> (PreparedStatement) this.handler.prepared(this, sql,
				this.connection.prepareStatement(sql, value)));
	}

	@Override
	public @Nullable PreparedStatement prepareStatement(String sql, String[] value) throws SQLException {
		this.handler.check("prepareStatement", sql);
		return get(() -> (PreparedStatement) this.handler.prepared(this, sql,
				this.connection.prepareStatement(sql, value)));
	}

	@Override
	public Clob createClob() throws SQLException {
		return get(() -> this.connection.createClob());
	}

	@Override
	public Blob createBlob() throws SQLException {
		return get(() -> this.connection.createBlob());
	}

	@Override
	public NClob createNClob() throws SQLException {
		return get(() -> this.connection.createNClob());
	}

	@Override
	public SQLXML createSQLXML() throws SQLException {
		return get(() -> this.connection.createSQLXML());
	}

	@Override
	public boolean isValid(int value) throws SQLException {
		return get(() -> this.connection.isValid(value));
	}

	@Override
	public void setClientInfo(String name, String value) throws SQLClientInfoException {
		try {
			this.connection.setClientInfo(name, value);
		}
		catch (SQLClientInfoException ex) {
			throw failed(ex);
		}
	}

	@Override
	public void setClientInfo(Properties value) throws SQLClientInfoException {
		try {
			this.connection.setClientInfo(value);
		}
		catch (SQLClientInfoException ex) {
			throw failed(ex);
		}
	}

	@Override
	public String getClientInfo(String name) throws SQLException {
		return get(() -> this.connection.getClientInfo(name));
	}

	@Override
	public Properties getClientInfo() throws SQLException {
		return get(() -> this.connection.getClientInfo());
	}

	@Override
	public @Nullable Array createArrayOf(String name, Object[] value) throws SQLException {
		return get(() -> (Array) this.handler.guardedValue(this,
				this.connection.createArrayOf(name, ArrayHandler.own(value))));
	}

	@Override
	public Struct createStruct(String name, Object[] value) throws SQLException {
		return get(() -> this.connection.createStruct(name, ArrayHandler.own(value)));
	}

	@Override
	public void setSchema(String name) throws SQLException {
		run(() -> this.connection.setSchema(name));
	}

	@Override
	public String getSchema() throws SQLException {
		return get(() -> this.connection.getSchema());
	}

	@Override
	public void abort(Executor value) throws SQLException {
		run(() -> this.connection.abort(value));
	}

	@Override
	public void setNetworkTimeout(Executor value, int second) throws SQLException {
		run(() -> this.connection.setNetworkTimeout(value, second));
	}

	@Override
	public int getNetworkTimeout() throws SQLException {
		return get(() -> this.connection.getNetworkTimeout());
	}

	@Override
	public void beginRequest() throws SQLException {
		run(() -> this.connection.beginRequest());
	}

	@Override
	public void endRequest() throws SQLException {
		run(() -> this.connection.endRequest());
	}

	@Override
	public boolean setShardingKeyIfValid(ShardingKey value, ShardingKey second, int third) throws SQLException {
		return get(() -> this.connection.setShardingKeyIfValid(value, second, third));
	}

	@Override
	public boolean setShardingKeyIfValid(ShardingKey value, int second) throws SQLException {
		return get(() -> this.connection.setShardingKeyIfValid(value, second));
	}

	@Override
	public void setShardingKey(ShardingKey value, ShardingKey second) throws SQLException {
		run(() -> this.connection.setShardingKey(value, second));
	}

	@Override
	public void setShardingKey(ShardingKey value) throws SQLException {
		run(() -> this.connection.setShardingKey(value));
	}

}
