package io.github.raspspring.carrier.jdbc;

import java.sql.CallableStatement;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Statement;

import io.github.raspspring.engine.EnforcementMode;
import io.github.raspspring.engine.InspectionScope;
import io.github.raspspring.engine.SinkBlockedException;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.h2.jdbc.JdbcConnection;
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
	void executeWhenDatabaseFailsThenItsExceptionSurfaces() {
		assertThatExceptionOfType(SQLException.class).isThrownBy(() -> this.statement.execute("SELECT FROM WHERE"))
			.satisfies((ex) -> assertThat(ex.getSQLState()).startsWith("42"));
	}

	private static void assertBlocked(ThrowingCallable call) {
		assertThatExceptionOfType(SinkBlockedException.class).isThrownBy(call);
	}

}
