package io.github.raspspring.attack.sql;

import java.util.stream.Stream;

import io.github.raspspring.attack.SinkCorpus;
import io.github.raspspring.engine.EnforcementMode;
import io.github.raspspring.sink.SinkRequests;
import io.github.raspspring.sink.SinkVerdict;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests for {@link SqlJudge}.
 */
class SqlJudgeTests {

	private final SinkRequests requests = new SinkRequests(EnforcementMode.BLOCK);

	private final SqlJudge judge = new SqlJudge();

	@ParameterizedTest
	@MethodSource("attacks")
	void judgeWhenInputChangesStructureThenSeesIt(String dialect, String statement, String input) {
		assertThat(judge(dialect, statement, input)).isNotNull();
	}

	@ParameterizedTest
	@MethodSource("benign")
	void judgeWhenInputIsValueThenSafe(String dialect, String statement, String input) {
		assertThat(judge(dialect, statement, input)).isNull();
	}

	@ParameterizedTest
	@MethodSource("coincidences")
	void judgeWhenInputCoincidesWithTemplateThenSafeWithoutLearning(String dialect, String statement, String input) {
		assertThat(judge(dialect, statement, input)).isNull();
	}

	@Test
	void judgeWhenInputCoincidesWithLearntTemplateThenSafe() {
		String sql = "SELECT * FROM books WHERE 1=1 AND title = ?";
		assertThat(judge("H2", sql, "1=1 AND title")).isNotNull();
		assertThat(judge("H2", sql, "dune")).isNull();
		assertThat(judge("H2", sql, "1=1 AND title")).isNull();
	}

	@Test
	void judgeWhenShapeIsLearntThenAttackIsStillSeen() {
		String sql = "SELECT * FROM books WHERE title = '{}'";
		assertThat(judge("H2", sql, "dune, part 2")).isNull();
		assertThat(judge("H2", sql, "' OR 1=1 --")).isNotNull();
		assertThat(judge("H2", sql, "' OR 1=1 --")).isNotNull();
	}

	@Test
	void judgeWhenApplicationChangesCaseAndBlanksThenSeesIt() {
		assertThat(this.judge.judge(call("H2", "SELECT * FROM books WHERE id = 1 OR 1 = 1"),
				this.requests.inputs("  1   or\t1=1 ")))
			.isNotNull();
	}

	@Test
	void judgeWhenSafeOccurrenceComesFirstThenSeesTheOther() {
		String sql = "SELECT '1 or 1=1' AS searched, b.* FROM books b WHERE id = 1 or 1=1";
		SinkVerdict verdict = this.judge.judge(call("H2", sql), this.requests.inputs("1 or 1=1"));
		assertThat(verdict).isNotNull();
		assertThat(verdict.start()).isEqualTo(sql.lastIndexOf("1 or 1=1"));
	}

	@Test
	void judgeWhenInputIsPaddedThenSeesIt() {
		String input = "x".repeat(200_000) + "' OR 1=1 --";
		assertThat(judge("H2", "SELECT * FROM books WHERE title = '{}'", input)).isNotNull();
	}

	@Test
	void judgeWhenTextIsMadeToBeSlowThenEnds() {
		String input = "a,".repeat(50_000) + "b";
		String statement = "INSERT INTO t VALUES ('" + "a,".repeat(500_000) + "', '{}')";
		assertThat(judge("H2", statement, input)).isNull();
	}

	@Test
	void judgeWhenSeveralInputsThenNamesTheOneThatAttacks() {
		SinkVerdict verdict = this.judge.judge(call("H2", "SELECT * FROM books WHERE id = 1 or 1=1"),
				this.requests.inputs("en-US", "1 or 1=1"));
		assertThat(verdict).isNotNull();
		assertThat(verdict.input().value()).isEqualTo("1 or 1=1");
		assertThat(verdict.rule().cwe()).isEqualTo("CWE-89");
	}

	private @Nullable SinkVerdict judge(String dialect, String statement, String input) {
		String sql = statement.replace("{''}", input.replace("'", "''")).replace("{}", input);
		return this.judge.judge(call(dialect, sql), this.requests.inputs(input));
	}

	private static SqlCall call(String dialect, String sql) {
		return new SqlCall("Statement.execute", sql, () -> SqlDialect.valueOf(dialect));
	}

	private static Stream<Arguments> attacks() {
		return SinkCorpus.read("sql-sink/attacks.txt");
	}

	private static Stream<Arguments> coincidences() {
		return SinkCorpus.read("sql-sink/coincidences.txt");
	}

	private static Stream<Arguments> benign() {
		return SinkCorpus.read("sql-sink/benign.txt");
	}

}
