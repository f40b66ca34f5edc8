package io.github.raspspring.library;

import java.net.http.HttpResponse;
import java.util.List;
import java.util.stream.Stream;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * SQL injections run for real on H2 and PostgreSQL, in every way that Java has to run a
 * statement. No detector looks at a value: only the statement is judged.
 */
class StatementKindTests {

	private static final List<String> QUERIES = List.of("query", "prepared-query", "prepared-execute",
			"prepared-scroll", "prepared-native", "call", "jdbc-template", "jdbc-template-arguments",
			"named-parameters", "jdbc-client", "jpa-native");

	private static final List<String> UPDATES = List.of("execute", "execute-keys", "execute-columns", "update",
			"update-keys", "large-update", "batch", "large-batch", "prepared-update", "prepared-keys",
			"prepared-columns", "jdbc-template-update", "jdbc-template-execute", "jdbc-template-batch",
			"jpa-native-update");

	private static final String UNION = "x' union select content from secrets where '1'='1";

	private static final String ALL = "x' or '1'='1";

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

	abstract static class OnDatabase extends LibraryTest {

		private Library open;

		OnDatabase(String database) {
			super(database);
		}

		static Stream<String> queries() {
			return QUERIES.stream();
		}

		static Stream<String> updates() {
			return UPDATES.stream();
		}

		static Stream<String> jpql() {
			return Stream.of("jpql", "jpql-update");
		}

		@BeforeAll
		void startOpen() {
			this.open = new Library(database(), "off");
		}

		@AfterAll
		void stopOpen() {
			this.open.close();
		}

		@BeforeEach
		void fillOpen() {
			this.open.fill();
		}

		@ParameterizedTest
		@MethodSource("queries")
		void queryWhenInputChangesItThenIsStopped(String way) {
			assertThat(this.open.weak(way, UNION).body()).contains("the vault code is 7319");
			assertRefusedWithoutEffect(way, UNION);
		}

		@ParameterizedTest
		@MethodSource({ "updates", "jpql" })
		void updateWhenInputChangesItThenIsStoppedAndRolledBack(String way) {
			assertThat(this.open.weak(way, ALL).statusCode()).isEqualTo(200);
			assertThat(way.equals("jpql") ? 0 : this.open.titles()).isZero();
			assertRefusedWithoutEffect(way, ALL);
		}

		@ParameterizedTest
		@MethodSource({ "queries", "updates", "jpql" })
		void statementWhenInputIsAValueThenRuns(String way) {
			HttpResponse<String> answer = guarded().weak(way, "Emma");
			assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
			assertThat(guarded().visits()).isOne();
			assertThat(guarded().titles()).isBetween(3, 4);
		}

		private void assertRefusedWithoutEffect(String way, String attack) {
			HttpResponse<String> answer = guarded().weak(way, attack);
			assertThat(answer.statusCode()).as(answer.body()).isEqualTo(403);
			assertThat(answer.body()).contains("\"reference\"").doesNotContain("vault");
			assertThat(guarded().titles()).isEqualTo(4);
			assertThat(guarded().visits()).isZero();
		}

	}

}
