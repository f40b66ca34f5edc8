package io.github.raspspring.attack.sql;

import java.util.stream.IntStream;
import java.util.stream.Stream;

import io.github.raspspring.engine.EnforcementMode;
import io.github.raspspring.sink.SinkInputs;
import io.github.raspspring.sink.SinkRequests;
import io.github.raspspring.sink.SinkVerdict;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests of statements that one request runs again and again with other literals.
 */
class LoopedStatementsTests {

	private static final int ROWS = 100;

	private final SinkRequests requests = new SinkRequests(EnforcementMode.BLOCK);

	private final SqlJudge judge = new SqlJudge();

	@ParameterizedTest
	@CsvSource(delimiter = '¦', quoteCharacter = '~',
			textBlock = """
					a'), ('b                                ¦ INSERT INTO books VALUES ('a'), ('b')
					x',(select note from secrets))--        ¦ INSERT INTO books VALUES ('x',(select note from secrets))--')
					1 or 1=1                                ¦ INSERT INTO books VALUES (1 or 1=1)
					' || user || '                          ¦ INSERT INTO books VALUES ('' || user || '')
					1 union selselectect password           ¦ INSERT INTO books VALUES (1 union select password)
					x' oorr 1=1 --                          ¦ INSERT INTO books VALUES ('x' or 1=1 --')
					select note from secrets where i=1      ¦ INSERT INTO books VALUES ('the left hand, part 1', select note from secrets where i=1)
					pg_sleep(5)                             ¦ INSERT INTO books VALUES (pg_sleep(5))
					x\\                                     ¦ INSERT INTO books VALUES ('x\\', ' or 1=1)
					""")
	void judgeWhenOneOfManyStatementsIsChangedThenSeesIt(String input, String sql) {
		SinkInputs inputs = inputs(input);
		assertThat(titles().map((title) -> judge(inputs, "INSERT INTO books VALUES ('" + title + "')")))
			.containsOnlyNulls();
		assertThat(judge(inputs, sql)).isNotNull();
	}

	@ParameterizedTest
	@ValueSource(
			strings = { "O'Neil", "insert into shelves", "a, b", "values (1)", "it''s", "$5", "C:\\books", "1 or 2" })
	void judgeWhenInputsStandWithinLiteralsThenSafe(String input) {
		SinkInputs inputs = inputs(input);
		String literal = input.replace("'", "''");
		assertThat(titles()
			.map((title) -> judge(inputs, "INSERT INTO books VALUES ('" + title + "', '" + literal + "', 17)")))
			.containsOnlyNulls();
	}

	@Test
	void judgeWhenLiteralsHoldInputsThenStatementsExcuseNothing() {
		SinkInputs writing = inputs("x");
		titles().forEach((title) -> judge(writing, "SELECT * FROM books WHERE title = '" + title + "' AND stock > 0"));
		String sql = "SELECT * FROM books WHERE title = 'the left hand, part 5' AND stock > 0";
		assertThat(judge(this.requests.inputs("the left hand, part 5' AND stock > 0"), sql)).isNotNull();
	}

	@Test
	void judgeWhenStatementHoldsNoInputThenItIsLearnt() {
		String sql = "SELECT * FROM books WHERE title = 'dune' AND stock > 0";
		judge(inputs("x"), sql);
		assertThat(judge(this.requests.inputs("stock > 0"), sql)).isNull();
	}

	private SinkInputs inputs(String input) {
		return this.requests.inputs(Stream.concat(titles(), Stream.of(input)).toArray(String[]::new));
	}

	private static Stream<String> titles() {
		return IntStream.range(0, ROWS).mapToObj((i) -> "the left hand, part " + i);
	}

	private @Nullable SinkVerdict judge(SinkInputs inputs, String sql) {
		return this.judge.judge(new SqlCall("execute", sql, () -> SqlDialect.MYSQL), inputs);
	}

}
