package io.github.raspspring.carrier.jdbc;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;

import javax.sql.DataSource;

import com.zaxxer.hikari.HikariDataSource;
import io.github.raspspring.attack.sql.SqlErrors;
import io.github.raspspring.engine.InspectionScope;
import io.github.raspspring.sink.SinkGuard;
import io.github.raspspring.sink.UnattributedCalls;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import org.springframework.beans.DirectFieldAccessor;
import org.springframework.beans.factory.support.DefaultListableBeanFactory;
import org.springframework.boot.jdbc.metadata.HikariDataSourcePoolMetadata;
import org.springframework.jdbc.datasource.AbstractDataSource;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests for {@link TwinState}.
 */
class TwinStateTests {

	private final DefaultListableBeanFactory beans = new DefaultListableBeanFactory();

	private DataSource guarded(DataSource dataSource) {
		return (DataSource) new DataSourceGuardPostProcessor(this.beans.getBeanProvider(InspectionScope.class),
				this.beans.getBeanProvider(SinkGuard.class), this.beans.getBeanProvider(SqlErrors.class),
				new UnattributedCalls())
			.postProcessAfterInitialization(dataSource, "dataSource");
	}

	@Test
	void readWhenPoolOpensLaterThenIsMeasured() throws SQLException {
		try (HikariDataSource original = new HikariDataSource()) {
			original.setJdbcUrl(GuardedDatabase.URL);
			HikariDataSource twin = (HikariDataSource) guarded(original);
			HikariDataSourcePoolMetadata metadata = new HikariDataSourcePoolMetadata(twin);
			assertThat(metadata.getActive()).isNull();
			try (Connection connection = twin.getConnection()) {
				assertThat(metadata.getActive()).isOne();
				assertThat(metadata.getIdle()).isNotNegative();
			}
			assertThat(metadata.getActive()).isZero();
			assertThat(metadata.getMax()).isEqualTo(10);
		}
	}

	@Test
	void readWhenPoolIsOpenAlreadyThenIsMeasured() throws SQLException {
		try (HikariDataSource original = new HikariDataSource()) {
			original.setJdbcUrl(GuardedDatabase.URL);
			original.getConnection().close();
			HikariDataSource twin = (HikariDataSource) guarded(original);
			assertThat(new HikariDataSourcePoolMetadata(twin).getActive()).isZero();
			assertThat(twin.getHikariPoolMXBean()).isSameAs(original.getHikariPoolMXBean());
		}
	}

	@Test
	void readWhenFieldsChangeThenTwinFollows() throws SQLException {
		Counting original = new Counting();
		Counting twin = (Counting) guarded(original);
		assertThat(twin).isNotSameAs(original);
		Connection connection = twin.getConnection();
		assertThat(twin.active).isOne();
		assertThat(new DirectFieldAccessor(twin).getPropertyValue("last")).isEqualTo("opened 1");
		connection.close();
		assertThat(twin.active).isZero();
		assertThat(twin.label).isSameAs(original.label);
	}

	@ParameterizedTest
	@ValueSource(strings = { "flag", "number", "share", "sign", "name", "list", "numbers", "inherited", "changing" })
	void readWhenFieldIsOfAnyTypeThenTwinHasWhatTheApplicationSet(String field) throws SQLException {
		Fields original = new Fields();
		DirectFieldAccessor before = new DirectFieldAccessor(original);
		Object value = before.getPropertyValue(field);
		Fields twin = (Fields) guarded(original);
		assertThat(twin).isNotSameAs(original);
		assertThat(new DirectFieldAccessor(twin).getPropertyValue(field)).isNotNull().isEqualTo(value);
		original.change();
		twin.getConnection().close();
		assertThat(new DirectFieldAccessor(twin).getPropertyValue(field)).isEqualTo(before.getPropertyValue(field));
	}

	@ParameterizedTest
	@ValueSource(strings = { "flag", "number", "share", "sign", "name", "list", "numbers", "inherited", "changing" })
	void refreshWhenSettingChangesThenTwinFollowsAfterARest(String field) {
		Fields original = new Fields();
		Fields twin = new Fields();
		AtomicLong now = new AtomicLong();
		TwinState state = TwinState.of(original, twin, now::get);
		state.refresh();
		original.change();
		now.addAndGet(10_000_000);
		state.refresh();
		assertThat(new DirectFieldAccessor(twin).getPropertyValue(field))
			.isEqualTo(new DirectFieldAccessor(original).getPropertyValue(field));
	}

	@Test
	void refreshWhenFieldKeepsChangingThenTwinFollowsAtEachCall() {
		Counting original = new Counting();
		Counting twin = new Counting();
		AtomicLong now = new AtomicLong();
		TwinState state = TwinState.of(original, twin, now::get);
		for (int i = 1; i <= 1_000; i++) {
			original.active = i;
			now.addAndGet(50_000);
			state.refresh();
			assertThat(twin.active).isEqualTo(i);
		}
	}

	static class Base extends AbstractDataSource {

		private long inherited = 3;

		private final HikariDataSource pool = new HikariDataSource();

		Base() {
			this.pool.setJdbcUrl(GuardedDatabase.URL);
		}

		void change() {
			this.inherited++;
		}

		@Override
		public Connection getConnection() throws SQLException {
			return this.pool.getConnection();
		}

		@Override
		public Connection getConnection(String username, String password) throws SQLException {
			return getConnection();
		}

	}

	static class Fields extends Base {

		private boolean flag = true;

		private int number = 7;

		private double share = 0.5;

		private char sign = 'x';

		private String name = "pool";

		private final List<String> list = new ArrayList<>(List.of("a"));

		private int[] numbers = { 1, 2 };

		private volatile Object changing = 1;

		@Override
		void change() {
			super.change();
			this.flag = false;
			this.number++;
			this.share++;
			this.sign++;
			this.name = "other";
			this.list.add("b");
			this.numbers = new int[] { 3 };
			this.changing = 2;
		}

	}

	/**
	 * Is read by its fields.
	 */
	static class Counting extends AbstractDataSource {

		private final Object label = new Object();

		private final HikariDataSource pool = new HikariDataSource();

		int active;

		private String last = "";

		Counting() {
			this.pool.setJdbcUrl(GuardedDatabase.URL);
		}

		@Override
		public Connection getConnection() throws SQLException {
			Connection connection = this.pool.getConnection();
			this.active++;
			this.last = "opened " + this.active;
			return (Connection) java.lang.reflect.Proxy.newProxyInstance(getClass().getClassLoader(),
					new Class<?>[] { Connection.class }, (proxy, method, args) -> {
						if (method.getName().equals("close")) {
							this.active--;
						}
						return method.invoke(connection, args);
					});
		}

		@Override
		public Connection getConnection(String username, String password) throws SQLException {
			return getConnection();
		}

	}

}
