package io.github.raspspring.carrier.jdbc;

import java.sql.CallableStatement;
import java.sql.Connection;
import java.sql.DatabaseMetaData;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;

import io.github.raspspring.engine.EnforcementMode;
import io.github.raspspring.engine.InspectionScope;
import io.github.raspspring.engine.SinkBlockedException;
import io.github.raspspring.sink.SinkKind;
import io.github.raspspring.sink.UnattributedCalls;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.h2.jdbc.JdbcConnection;
import org.h2.jdbc.JdbcResultSet;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import org.springframework.jdbc.datasource.DataSourceTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

/**
 * Tests for guarded connections and statements on a real database.
 */
class ConnectionGuardTests {

	private static final String INPUT = "1 OR 1=1";

	private static final String DELETE = "DELETE FROM books WHERE id = " + INPUT;

	private final GuardedDatabase database = new GuardedDatabase(EnforcementMode.BLOCK);

	private Connection connection;

	private Statement statement;

	@BeforeEach
	void connect() throws SQLException {
		this.connection = this.database.dataSource("hikari").getConnection();
		this.statement = this.connection.createStatement();
	}

	@AfterEach
	void close() throws SQLException {
		this.connection.close();
		this.database.close();
	}

	@Test
	void executeWhenBlockedThenHasHadNoEffect() {
		try (InspectionScope.Binding request = this.database.requests().serve(INPUT)) {
			assertBlocked(() -> this.statement.execute(DELETE));
			assertBlocked(() -> this.statement.execute(DELETE, new int[] { 1 }));
			assertBlocked(() -> this.statement.executeUpdate(DELETE));
			assertBlocked(() -> this.statement.executeUpdate(DELETE, Statement.RETURN_GENERATED_KEYS));
			assertBlocked(() -> this.statement.executeLargeUpdate(DELETE));
			assertBlocked(() -> this.statement.executeQuery("SELECT * FROM books WHERE id = " + INPUT));
		}
		assertThat(this.database.count()).isEqualTo(2);
	}

	@Test
	void prepareWhenTextIsChangedByInputThenBlocked() {
		try (InspectionScope.Binding request = this.database.requests().serve(INPUT)) {
			assertBlocked(() -> this.connection.prepareStatement(DELETE));
			assertBlocked(() -> this.connection.prepareStatement(DELETE, new String[] { "id" }));
			assertBlocked(() -> this.connection.prepareCall(DELETE));
			assertBlocked(() -> this.connection.nativeSQL(DELETE));
		}
	}

	@Test
	void batchWhenOnePartIsAttackThenThatPartIsNotAdded() throws SQLException {
		String input = "9, 'x'); DELETE FROM books; --";
		try (InspectionScope.Binding request = this.database.requests().serve(input)) {
			this.statement.addBatch("INSERT INTO books VALUES (3, 'Ulysses')");
			assertBlocked(() -> this.statement.addBatch("INSERT INTO books VALUES (" + input + ", 'y')"));
			assertThat(this.statement.executeBatch()).containsExactly(1);
		}
		assertThat(this.database.count()).isEqualTo(3);
	}

	@Test
	void transactionWhenStatementIsBlockedThenRollsBack() {
		TransactionTemplate transaction = new TransactionTemplate(
				new DataSourceTransactionManager(this.database.dataSource("hikari")));
		try (InspectionScope.Binding request = this.database.requests().serve(INPUT)) {
			assertBlocked(() -> transaction.executeWithoutResult((status) -> {
				this.database.jdbc("hikari").update("INSERT INTO books VALUES (3, 'Ulysses')");
				this.database.jdbc("hikari").update(DELETE);
			}));
		}
		assertThat(this.database.count()).isEqualTo(2);
	}

	@Test
	void statementsWhenTextIsSafeThenRun() throws SQLException {
		try (InspectionScope.Binding request = this.database.requests().serve("Dune");
				PreparedStatement update = this.connection.prepareStatement("UPDATE books SET title = ? WHERE id = ?");
				CallableStatement call = this.connection.prepareCall("CALL 1 + 1")) {
			update.setString(1, "Dune");
			update.setInt(2, 2);
			assertThat(update.executeUpdate()).isEqualTo(1);
			assertThat(call.execute()).isTrue();
			assertThat(update.getConnection()).isSameAs(this.connection);
		}
	}

	@Test
	void connectionWhenGuardedThenUnwrapsAndEqualsItself() throws SQLException {
		assertThat(this.connection.equals(this.connection)).isTrue();
		assertThat(this.connection.unwrap(Connection.class)).isSameAs(this.connection);
		assertThat(this.connection.isWrapperFor(JdbcConnection.class)).isTrue();
		assertThat(this.connection.unwrap(JdbcConnection.class)).isNotNull();
		assertThat(this.statement.unwrap(Statement.class)).isSameAs(this.statement);
	}

	@Test
	void rowsWhenReadThenSameAsWithoutGuard() throws SQLException {
		try (ResultSet rows = this.statement.executeQuery("SELECT id, title FROM books ORDER BY id")) {
			assertThat(rows.next()).isTrue();
			assertThat(rows.getInt(1)).isEqualTo(1);
			assertThat(rows.getLong("id")).isEqualTo(1);
			assertThat(rows.getString(2)).isEqualTo("Dune");
			assertThat(rows.getObject(1)).isEqualTo(1);
			assertThat(rows.getObject("title", String.class)).isEqualTo("Dune");
			assertThat(rows.wasNull()).isFalse();
			assertThat(rows.getMetaData().getColumnCount()).isEqualTo(2);
			assertThat(rows.unwrap(JdbcResultSet.class)).isNotNull();
			assertThat(rows.equals(rows)).isTrue();
			assertThat(rows.getStatement()).isSameAs(this.statement);
			assertThatExceptionOfType(SQLException.class).isThrownBy(() -> rows.getString(9));
		}
	}

	@Test
	void metaDataWhenReadThenSameAsWithoutGuard() throws SQLException {
		DatabaseMetaData metaData = this.connection.getMetaData();
		assertThat(metaData.getDatabaseProductName()).isEqualTo("H2");
		assertThat(metaData.supportsTransactions()).isTrue();
		try (ResultSet tables = metaData.getTables(null, null, "BOOKS", null)) {
			assertThat(tables.next()).isTrue();
			assertThat(tables.getString("TABLE_NAME")).isEqualTo("BOOKS");
		}
	}

	@Test
	void waysBackWhenTakenThenLeadToGuard() throws SQLException {
		assertThat(this.connection.getMetaData().getConnection()).isSameAs(this.connection);
		assertThat(this.statement.getConnection()).isSameAs(this.connection);
		try (InspectionScope.Binding request = this.database.requests().serve(INPUT);
				PreparedStatement prepared = this.connection.prepareStatement("SELECT id FROM books");
				ResultSet rows = prepared.executeQuery();
				ResultSet tables = this.connection.getMetaData().getTables(null, null, null, null)) {
			assertThat(rows.getStatement()).isSameAs(prepared);
			assertBlocked(() -> rows.getStatement().getConnection().createStatement().execute(DELETE));
			assertBlocked(() -> this.connection.getMetaData().getConnection().prepareStatement(DELETE));
			assertBlocked(() -> this.statement.getConnection().prepareStatement(DELETE));
			this.statement.execute("SELECT id FROM books");
			assertBlocked(() -> this.statement.getResultSet().getStatement().execute(DELETE));
			this.statement.executeUpdate("UPDATE books SET title = 'x' WHERE id = 1", Statement.RETURN_GENERATED_KEYS);
			assertBlocked(() -> this.statement.getGeneratedKeys().getStatement().getConnection().nativeSQL(DELETE));
			Statement ofTables = tables.getStatement();
			if (ofTables != null) {
				assertBlocked(() -> ofTables.execute(DELETE));
				assertThat(ofTables.getConnection()).isSameAs(this.connection);
			}
		}
		assertThat(this.database.count()).isEqualTo(2);
	}

	@Test
	void unwrapWhenItLeavesGuardThenCounted() throws SQLException {
		UnattributedCalls calls = this.database.context().getBean(UnattributedCalls.class);
		this.connection.unwrap(Connection.class);
		assertThat(calls.unwrapped(SinkKind.SQL)).isZero();
		this.connection.unwrap(JdbcConnection.class);
		assertThat(calls.unwrapped(SinkKind.SQL)).isOne();
		assertThat(calls.coverage()).anySatisfy(
				(coverage) -> assertThat(coverage.open().toString()).contains("1 times something was unwrapped"));
	}

	@Test
	void executeWhenDatabaseFailsThenItsExceptionSurfaces() {
		assertThatExceptionOfType(SQLException.class).isThrownBy(() -> this.statement.execute("SELECT FROM WHERE"))
			.satisfies((ex) -> assertThat(ex.getSQLState()).startsWith("42"));
	}

	private static void assertBlocked(ThrowingCallable call) {
		assertThatExceptionOfType(SinkBlockedException.class).isThrownBy(call);
	}

}
