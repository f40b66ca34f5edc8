package io.github.raspspring.ownership.access;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

import io.github.raspspring.engine.Finding;
import io.github.raspspring.engine.SinkBlockedException;
import io.github.raspspring.engine.Subject;
import io.github.raspspring.engine.pipeline.Exchange;
import jakarta.persistence.EntityManager;
import jakarta.persistence.Query;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

import org.springframework.core.NestedExceptionUtils;
import org.springframework.core.io.ClassPathResource;
import org.springframework.jdbc.core.ColumnMapRowMapper;
import org.springframework.jdbc.core.JdbcTemplate;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Statements of a table of cases, run as prepared statements, as text, and as native
 * queries of JPA, on H2 and PostgreSQL.
 */
class OwnershipStatementTests {

	static List<Case> cases() throws IOException {
		return new ClassPathResource("ownership/statements.txt").getContentAsString(StandardCharsets.UTF_8)
			.lines()
			.filter((line) -> !line.isBlank() && !line.startsWith("#"))
			.map(Case::of)
			.toList();
	}

	/**
	 * A statement, and what is to be said of it.
	 */
	record Case(String verdict, String database, String sql, List<Object> values) {

		static Case of(String line) {
			String[] parts = line.split(" \\| ?", -1);
			List<Object> values = new ArrayList<>();
			for (String value : parts[2].isBlank() ? new String[0] : parts[2].strip().split(", ")) {
				values.add(value.equals("null") ? null : value.matches("[0-9]+") ? Long.valueOf(value)
						: value.matches("[0-9.]+") ? new java.math.BigDecimal(value) : value);
			}
			String[] verdict = parts[0].strip().split("@");
			return new Case(verdict[0], (verdict.length > 1) ? verdict[1] : "", parts[1].strip(), values);
		}

		boolean isQuery() {
			String text = this.sql.toLowerCase();
			return text.startsWith("select") || text.startsWith("with") || text.contains(" returning ");
		}

		String text() {
			StringBuilder text = new StringBuilder();
			int value = 0;
			for (char c : this.sql.toCharArray()) {
				if (c != '?') {
					text.append(c);
					continue;
				}
				Object next = this.values.get(value++);
				text.append((next == null || next instanceof Number) ? String.valueOf(next) : "'" + next + "'");
			}
			return text.toString();
		}

	}

	@Nested
	class OnH2 extends OnDatabase {

		OnH2() {
			super("h2");
		}

	}

	@Nested
	class OnPostgresql extends OnDatabase {

		OnPostgresql() {
			super("postgresql");
		}

	}

	@TestInstance(Lifecycle.PER_CLASS)
	abstract static class OnDatabase {

		private final String database;

		private Shop shop;

		OnDatabase(String database) {
			this.database = database;
		}

		List<Case> cases() throws IOException {
			return OwnershipStatementTests.cases()
				.stream()
				.filter((each) -> each.database().isEmpty() || each.database().equals(this.database))
				.toList();
		}

		Stream<Case> casesOfJpa() throws IOException {
			// Hibernate takes quotes for its own, and null has no type there.
			return cases().stream().filter((each) -> !each.sql().contains("--") && !each.values().contains(null));
		}

		@BeforeAll
		void open() {
			this.shop = new Shop(this.database);
		}

		@AfterAll
		void close() {
			this.shop.close();
		}

		@ParameterizedTest
		@MethodSource("cases")
		void statementWhenPreparedThenVerdictIsAsExpected(Case each) {
			check(each, Shop.bob(), () -> prepared(each));
		}

		@ParameterizedTest
		@MethodSource("cases")
		void statementWhenConcatenatedThenVerdictIsAsExpected(Case each) {
			check(each, Shop.bob(), () -> {
				JdbcTemplate jdbc = this.shop.bean(JdbcTemplate.class);
				if (each.isQuery()) {
					jdbc.query(each.text(), new ColumnMapRowMapper());
				}
				else {
					jdbc.update(each.text());
				}
			});
		}

		@ParameterizedTest
		@MethodSource("casesOfJpa")
		void statementWhenNativeQueryOfJpaThenVerdictIsAsExpected(Case each) {
			check(each, Shop.bob(), () -> nativeQuery(each));
		}

		@ParameterizedTest
		@MethodSource("cases")
		void statementWhenClerkIsExemptThenNothingIsSaidOfOrders(Case each) {
			if (each.sql().toLowerCase().contains("documents") || each.sql().toLowerCase().contains("projects")) {
				return;
			}
			check(new Case("own", "", each.sql(), each.values()), Shop.clerk(), () -> prepared(each));
		}

		private void prepared(Case each) {
			JdbcTemplate jdbc = this.shop.bean(JdbcTemplate.class);
			if (each.isQuery()) {
				jdbc.query(each.sql(), new ColumnMapRowMapper(), each.values().toArray());
			}
			else {
				jdbc.update(each.sql(), each.values().toArray());
			}
		}

		private void nativeQuery(Case each) {
			StringBuilder sql = new StringBuilder();
			int count = 0;
			for (char c : each.sql().toCharArray()) {
				sql.append(c);
				if (c == '?') {
					sql.append(++count);
				}
			}
			Query query = this.shop.bean(EntityManager.class).createNativeQuery(sql.toString());
			for (int i = 0; i < count; i++) {
				query.setParameter(i + 1, each.values().get(i));
			}
			if (each.isQuery()) {
				query.getResultList();
			}
			else {
				query.executeUpdate();
			}
		}

		private void check(Case each, Subject subject, Runnable work) {
			Exchange exchange = this.shop.request(subject);
			Throwable thrown = null;
			try {
				this.shop.serve(exchange, () -> {
					work.run();
					return null;
				});
			}
			catch (RuntimeException ex) {
				thrown = ex;
			}
			List<String> seen = exchange.findings().stream().map(Finding::rule).map((rule) -> rule.id()).toList();
			switch (each.verdict()) {
				case "own" -> {
					assertThat(thrown).isNull();
					assertThat(seen).isEmpty();
				}
				case "own-rows" -> {
					assertThat(thrown).isNull();
					assertThat(seen).isSubsetOf("unrestricted-statement");
				}
				case "hint" -> {
					assertThat(thrown).isNull();
					assertThat(seen).contains("unrestricted-statement");
				}
				default -> {
					assertThat(seen).contains("foreign-object-" + each.verdict());
					assertThat(thrown).isNotNull();
					assertThat(NestedExceptionUtils.getMostSpecificCause(thrown))
						.isInstanceOf(SinkBlockedException.class);
				}
			}
		}

	}

}
