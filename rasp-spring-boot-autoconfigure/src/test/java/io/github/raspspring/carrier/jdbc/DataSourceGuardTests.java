package io.github.raspspring.carrier.jdbc;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;

import javax.sql.DataSource;

import com.zaxxer.hikari.HikariConfigMXBean;
import com.zaxxer.hikari.HikariDataSource;
import io.github.raspspring.engine.EnforcementMode;
import io.github.raspspring.engine.InspectionScope;
import io.github.raspspring.engine.SinkBlockedException;
import io.github.raspspring.engine.event.ThreatDetected;
import io.github.raspspring.engine.pipeline.Exchange;
import io.github.raspspring.sink.SinkCoverage;
import io.github.raspspring.sink.SinkKind;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import org.springframework.boot.jdbc.DataSourceUnwrapper;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.datasource.embedded.EmbeddedDatabase;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

/**
 * Tests for {@link DataSourceGuardPostProcessor} with data sources of every kind.
 */
class DataSourceGuardTests {

	private static final String ATTACK = "x' OR '1'='1";

	private static final String QUERY = "SELECT title FROM books WHERE title = '" + ATTACK + "'";

	private GuardedDatabase database = new GuardedDatabase(EnforcementMode.BLOCK);

	@AfterEach
	void close() {
		this.database.close();
	}

	@ParameterizedTest
	@ValueSource(strings = { "hikari", "finalClass", "embedded", "lazy", "transactionAware", "routing", "delegating",
			"custom", "scoped" })
	void queryWhenInputBreaksLiteralThenBlocked(String bean) {
		JdbcTemplate jdbc = this.database.jdbc(bean);
		try (InspectionScope.Binding request = this.database.requests().serve(ATTACK)) {
			assertThatExceptionOfType(SinkBlockedException.class)
				.isThrownBy(() -> jdbc.queryForList(QUERY, String.class));
		}
	}

	@ParameterizedTest
	@ValueSource(strings = { "hikari", "finalClass", "lazy", "transactionAware", "routing", "delegating", "custom",
			"scoped" })
	void queryWhenInputIsBoundThenRuns(String bean) {
		JdbcTemplate jdbc = this.database.jdbc(bean);
		try (InspectionScope.Binding request = this.database.requests().serve("Dune", ATTACK)) {
			String query = "SELECT id FROM books WHERE title = ?";
			assertThat(jdbc.queryForList(query, Integer.class, "Dune")).containsExactly(1);
			assertThat(jdbc.queryForList(query, Integer.class, ATTACK)).isEmpty();
		}
	}

	@ParameterizedTest
	@ValueSource(strings = { "hikari", "lazy", "routing", "delegating", "custom" })
	void queryWhenMonitoringThenRunsAndIsReportedOnce(String bean) {
		this.database.close();
		this.database = new GuardedDatabase(EnforcementMode.MONITOR);
		JdbcTemplate jdbc = this.database.jdbc(bean);
		Exchange exchange = this.database.requests().begin(ATTACK);
		try (InspectionScope.Binding request = this.database.requests().scope().bind(exchange)) {
			assertThat(jdbc.queryForList(QUERY, String.class)).hasSize(2);
			assertThat(jdbc.queryForList(QUERY, String.class)).hasSize(2);
		}
		assertThat(exchange.findings()).singleElement()
			.satisfies((finding) -> assertThat(finding.detector()).isEqualTo("sql-sink"));
	}

	@Test
	void queryWhenModeIsOffThenRuns() {
		this.database.close();
		this.database = new GuardedDatabase(EnforcementMode.OFF);
		try (InspectionScope.Binding request = this.database.requests().serve(ATTACK)) {
			assertThat(this.database.jdbc("hikari").queryForList(QUERY, String.class)).hasSize(2);
		}
	}

	@Test
	void queryWhenNoRequestThenRuns() {
		assertThat(this.database.jdbc("hikari").queryForList(QUERY, String.class)).hasSize(2);
	}

	@Test
	void dataSourceWhenGuardedThenKeepsItsClass() throws SQLException {
		HikariDataSource pool = this.database.context().getBean(GuardedDatabase.PoolUser.class).pool();
		assertThat(pool.getMaximumPoolSize()).isEqualTo(3);
		assertThat(pool.isWrapperFor(HikariDataSource.class)).isTrue();
		assertThat(DataSourceUnwrapper.unwrap(pool, HikariConfigMXBean.class, HikariDataSource.class)
			.getHikariPoolMXBean()
			.getTotalConnections()).isPositive();
		assertThat(this.database.dataSource("embedded")).isInstanceOf(EmbeddedDatabase.class);
	}

	@Test
	void unwrapWhenAskedForItsOwnClassThenStaysGuarded() throws SQLException {
		DataSource unwrapped = this.database.dataSource("hikari").unwrap(HikariDataSource.class);
		try (InspectionScope.Binding request = this.database.requests().serve(ATTACK)) {
			assertThatExceptionOfType(SinkBlockedException.class)
				.isThrownBy(() -> new JdbcTemplate(unwrapped).queryForList(QUERY, String.class));
		}
	}

	@Test
	void buildWhenConnectionIsBuiltThenGuarded() throws SQLException {
		try (Connection connection = this.database.dataSource("building").createConnectionBuilder().user("sa").build();
				Statement statement = connection.createStatement();
				InspectionScope.Binding request = this.database.requests().serve(ATTACK)) {
			assertThatExceptionOfType(SinkBlockedException.class).isThrownBy(() -> statement.executeQuery(QUERY));
		}
	}

	@Test
	void coverageThenNamesDataSources() {
		DataSourceGuardPostProcessor carrier = this.database.context().getBean(DataSourceGuardPostProcessor.class);
		SinkCoverage coverage = SinkCoverage.of(List.of(carrier)).get(SinkKind.SQL.ordinal());
		assertThat(coverage.carriedBy()).hasSize(9)
			.contains("DataSource bean hikari",
					"DataSource bean finalClass, by the connections it hands out where it is "
							+ "injected as a DataSource",
					"DataSource bean routing");
		assertThat(coverage.open()).hasSize(3);
	}

	@Test
	void coverageWhenNothingCarriesThenSaysSo() {
		assertThat(SinkCoverage.of(List.of())).hasSameSizeAs(SinkKind.values())
			.allSatisfy((coverage) -> assertThat(coverage.carried()).isFalse())
			.allSatisfy((coverage) -> assertThat(coverage.open()).isNotEmpty());
	}

	@Test
	void eventWhenBlockedThenShowsStructureAndHidesValues() {
		JdbcTemplate jdbc = this.database.jdbc("hikari");
		try (InspectionScope.Binding request = this.database.requests().serve(ATTACK)) {
			assertThatExceptionOfType(SinkBlockedException.class)
				.isThrownBy(() -> jdbc.queryForList(QUERY, String.class));
		}
		ThreatDetected event = (ThreatDetected) this.database.requests().events().get(0);
		assertThat(event.decision().findings().get(0).evidence()).startsWith("executeQuery at ")
			.contains("a' OR '1'='1'")
			.doesNotContain("title");
	}

	@Test
	void closeWhenContextClosesThenPoolIsClosed() {
		HikariDataSource pool = this.database.context().getBean(HikariDataSource.class);
		this.database.close();
		assertThat(pool.isClosed()).isTrue();
	}

}
