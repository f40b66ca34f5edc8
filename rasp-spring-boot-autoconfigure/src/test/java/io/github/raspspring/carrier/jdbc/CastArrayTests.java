package io.github.raspspring.carrier.jdbc;

import java.io.IOException;
import java.lang.reflect.Proxy;
import java.sql.Array;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Map;

import io.github.raspspring.attack.sql.SqlJudge;
import io.github.raspspring.engine.EnforcementMode;
import io.github.raspspring.engine.SinkBlockedException;
import io.github.raspspring.sink.SinkRequests;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import org.h2.jdbc.JdbcArray;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.postgresql.jdbc.PgArray;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

/**
 * Tests of arrays that an application casts to the class of its driver: they work as they
 * do without us, and lead to no statement that isn't guarded.
 */
class CastArrayTests {

	private static final String ATTACK = "1 OR 1=1";

	private static EmbeddedPostgres postgres;

	private final SinkRequests requests = new SinkRequests(EnforcementMode.BLOCK, new SqlJudge());

	@BeforeAll
	static void start() throws IOException {
		postgres = EmbeddedPostgres.start();
	}

	@AfterAll
	static void stop() throws IOException {
		postgres.close();
	}

	@Test
	void arrayOfRowWhenCastThenReadsTheSame() throws SQLException {
		try (Connection plain = postgres.getPostgresDatabase().getConnection();
				ResultSet rows = rows(WaysBackTests.guarded(plain, this.requests))) {
			PgArray array = (PgArray) rows.getArray(1);
			assertThat((Integer[]) array.getArray()).containsExactly(3, 4, 5);
			assertThat((Integer[]) array.getArray(2, 2)).containsExactly(4, 5);
			assertThat(array).hasToString("{3,4,5}");
			assertThat(array.getBaseTypeName()).isEqualTo("int4");
			assertThat(array.isBinary()).isFalse();
			assertThat((PgArray) rows.getObject(1)).hasToString("{3,4,5}");
			assertThat(rows.getObject(1, Array.class)).hasToString("{3,4,5}");
			array.free();
		}
	}

	@Test
	void arrayThatIsCastWhenHandedBackThenDriverTakesIt() throws SQLException {
		try (Connection plain = postgres.getPostgresDatabase().getConnection();
				PreparedStatement statement = WaysBackTests.guarded(plain, this.requests)
					.prepareStatement("SELECT 4 = ANY(?), CAST(? AS int[])")) {
			PgArray array = (PgArray) statement.getConnection().createArrayOf("int", new Object[] { 3, 4 });
			statement.setArray(1, array);
			statement.setObject(2, array);
			try (ResultSet rows = statement.executeQuery()) {
				assertThat(rows.next()).isTrue();
				assertThat(rows.getBoolean(1)).isTrue();
				assertThat(rows.getArray(2)).hasToString("{3,4}").isInstanceOf(PgArray.class);
			}
		}
	}

	@Test
	void arrayThatIsCastWhenLeadsBackThenToGuardedStatement() throws SQLException {
		try (Connection plain = postgres.getPostgresDatabase().getConnection();
				ResultSet rows = rows(WaysBackTests.guarded(plain, this.requests))) {
			PgArray array = (PgArray) rows.getArray(1);
			assertRefuses(array.getResultSet().getStatement());
			assertRefuses(array.getResultSet(1, 1).getStatement());
			assertRefuses(array.getResultSet(Map.of()).getStatement());
			assertRefuses(array.getResultSetImpl(Map.of()).getStatement());
			assertRefuses(array.getResultSet().getStatement().getConnection().createStatement());
			assertRefuses(((PgArray) rows.getObject(1)).getResultSet().getStatement());
		}
	}

	@Test
	void arrayOfFinalClassWhenItLeadsNowhereThenIsItself() throws SQLException {
		try (Connection connection = WaysBackTests.guarded(DriverManager.getConnection("jdbc:h2:mem:"), this.requests);
				ResultSet rows = connection.createStatement().executeQuery("SELECT ARRAY[3, 4]")) {
			assertThat(rows.next()).isTrue();
			JdbcArray array = (JdbcArray) rows.getArray(1);
			assertThat((Object[]) array.getArray()).containsExactly(3, 4);
			assertThat(array.getResultSet().getStatement()).isNull();
			assertThat((JdbcArray) connection.createArrayOf("INT", new Object[] { 1 })).isNotNull();
		}
	}

	@Test
	void arrayOfFinalClassWhenItLeadsBackThenIsGuarded() throws SQLException {
		try (Connection plain = DriverManager.getConnection("jdbc:h2:mem:")) {
			Array leading = new FinalArray(plain.createStatement());
			Connection driver = (Connection) Proxy.newProxyInstance(getClass().getClassLoader(),
					new Class<?>[] { Connection.class }, (proxy, method,
							args) -> method.getName().equals("createArrayOf") ? leading : method.invoke(plain, args));
			Array array = WaysBackTests.guarded(driver, this.requests).createArrayOf("INT", new Object[0]);
			assertThat(array).isNotInstanceOf(FinalArray.class);
			assertRefuses(array.getResultSet().getStatement());
		}
	}

	private void assertRefuses(Statement statement) {
		try (var request = this.requests.serve(ATTACK)) {
			assertThatExceptionOfType(SinkBlockedException.class)
				.isThrownBy(() -> statement.executeQuery("SELECT 1 WHERE 1 = " + ATTACK));
		}
	}

	private static ResultSet rows(Connection connection) throws SQLException {
		ResultSet rows = connection.createStatement().executeQuery("SELECT ARRAY[3, 4, 5]");
		assertThat(rows.next()).isTrue();
		return rows;
	}

	/**
	 * An array that can't be extended.
	 */
	public static final class FinalArray implements Array {

		private final Statement statement;

		FinalArray(Statement statement) {
			this.statement = statement;
		}

		@Override
		public ResultSet getResultSet() throws SQLException {
			return this.statement.executeQuery("SELECT 1, 2");
		}

		@Override
		public ResultSet getResultSet(Map<String, Class<?>> map) throws SQLException {
			return getResultSet();
		}

		@Override
		public ResultSet getResultSet(long index, int count) throws SQLException {
			return getResultSet();
		}

		@Override
		public ResultSet getResultSet(long index, int count, Map<String, Class<?>> map) throws SQLException {
			return getResultSet();
		}

		@Override
		public String getBaseTypeName() {
			return "INT";
		}

		@Override
		public int getBaseType() {
			return 4;
		}

		@Override
		public Object getArray() {
			return new Object[] { 2 };
		}

		@Override
		public Object getArray(Map<String, Class<?>> map) {
			return getArray();
		}

		@Override
		public Object getArray(long index, int count) {
			return getArray();
		}

		@Override
		public Object getArray(long index, int count, Map<String, Class<?>> map) {
			return getArray();
		}

		@Override
		public void free() {
		}

	}

}
