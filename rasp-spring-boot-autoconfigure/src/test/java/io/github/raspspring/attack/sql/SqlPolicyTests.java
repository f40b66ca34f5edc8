package io.github.raspspring.attack.sql;

import io.github.raspspring.engine.EnforcementMode;
import io.github.raspspring.sink.SinkRequests;
import io.github.raspspring.sink.SinkVerdict;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests of what policy decides about statements: names and unreadable text.
 */
class SqlPolicyTests {

	private static final SqlPolicy STRICT = new SqlPolicy(EnforcementMode.MONITOR, EnforcementMode.BLOCK,
			EnforcementMode.OFF);

	private static final SqlPolicy LENIENT = new SqlPolicy(EnforcementMode.OFF, EnforcementMode.OFF,
			EnforcementMode.OFF);

	private final SinkRequests requests = new SinkRequests(EnforcementMode.BLOCK);

	@ParameterizedTest
	@CsvSource(delimiter = '|', textBlock = """
			SELECT * FROM books ORDER BY {}             | title
			SELECT * FROM books ORDER BY {}             | password desc
			SELECT * FROM books ORDER BY {} DESC        | b.title
			SELECT {} FROM books                        | title, price
			SELECT * FROM {}                            | users
			SELECT * FROM books WHERE id = {}           | stock
			SELECT * FROM books ORDER BY "{}"           | password
			""")
	void judgeWhenInputIsNameThenByPolicy(String statement, String input) {
		String sql = statement.replace("{}", input);
		assertThat(judge(LENIENT, sql, input)).isNull();
		SinkVerdict verdict = judge(STRICT, sql, input);
		assertThat(verdict).isNotNull();
		assertThat(verdict.rule().id()).isEqualTo("identifier");
		assertThat(verdict.cap()).isEqualTo(EnforcementMode.MONITOR);
	}

	@ParameterizedTest
	@CsvSource(delimiter = '|', textBlock = """
			SELECT * FROM books WHERE title = '{}'      | dune
			SELECT * FROM books WHERE id = {}           | 42
			SELECT * FROM books ORDER BY {}             | 2
			SELECT * FROM books /* {} */                | dune
			SELECT * FROM books LIMIT {}                | 10
			""")
	void judgeWhenInputIsValueThenNoName(String statement, String input) {
		assertThat(judge(STRICT, statement.replace("{}", input), input)).isNull();
	}

	@ParameterizedTest
	@CsvSource(delimiter = '|', quoteCharacter = '~', textBlock = """
			SELECT * FROM books WHERE a = 'x AND b = {}  | dune, part 2
			SELECT * FROM books WHERE a = {} /* x        | dune, part 2
			SELECT * FROM "books WHERE a = {}            | dune, part 2
			SELECT {} FROM books WHERE a = 'x            | "title"
			""")
	void judgeWhenTextEndsInLiteralThenByPolicy(String statement, String input) {
		String sql = statement.replace("{}", input);
		assertThat(judge(STRICT, sql, input)).isNotNull();
		assertThat(judge(STRICT, sql, "something, else")).isNull();
	}

	@Test
	void judgeWhenUnreadableTextIsLearntThenSafe() {
		SqlJudge judge = new SqlJudge(STRICT);
		SqlCall call = new SqlCall("execute", "SELECT \"a, b\" FROM t WHERE c = 'x", () -> SqlDialect.H2);
		assertThat(judge.judge(call, this.requests.inputs("other, value"))).isNull();
		assertThat(judge.judge(call, this.requests.inputs("a, b"))).isNull();
	}

	private @Nullable SinkVerdict judge(SqlPolicy policy, String sql, String input) {
		return new SqlJudge(policy).judge(new SqlCall("execute", sql, () -> SqlDialect.H2),
				this.requests.inputs(input));
	}

}
