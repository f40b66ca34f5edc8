package io.github.raspspring.attack.sql;

import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.stream.IntStream;
import java.util.stream.Stream;

import io.github.raspspring.engine.EnforcementMode;
import io.github.raspspring.engine.Rule;
import io.github.raspspring.sink.CharMask;
import io.github.raspspring.sink.EditedSearch;
import io.github.raspspring.sink.InputPlaces;
import io.github.raspspring.sink.SinkInputs;
import io.github.raspspring.sink.SinkRequests;
import io.github.raspspring.sink.SinkVerdict;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests that statements which are known because others were like them are judged as by a
 * judge that knows nothing and looks for every input in all of the statement.
 */
class AlikeStatementsTests {

	/** Stands in each statement, so that none counts as the application's own. */
	private static final String ROW = "row 9: quay";

	private static final String[] PARTS = { "the", "left hand", "books", "insert", "into", "values (", "or", "1", "17",
			"select note", "from secrets", "O'Neil", "it's", "''", "'", "\"", "\\", "$$", "`a`", ",", "(", ")", "), (",
			"--", "/*", "*/", "=", "1=1", ";", "'a'", "title", "id", "12.50", "-5", "'tis", "books'", "N'", "E'" };

	private static final String[] TAME = { "harbour", "query", "zephyr", "jack's", "it's", "97", "far", "why", "O'Hara",
			"\"big\"", "fog", "$5", "gap", ",", "f(g)", "chapter's" };

	private static final String[] TEMPLATES = { "INSERT INTO books VALUES (R, L)",
			"INSERT INTO books VALUES (R, L), (L, L), (L, L)", "INSERT INTO books (id, title) VALUES (17, R), (#, L)",
			"INSERT INTO books VALUES (#, R, L, #.#)", "SELECT * FROM books WHERE title = R AND note = L AND stock > #",
			"SELECT * FROM books WHERE title LIKE L OR note = R -- it's",
			"UPDATE books SET title = R, note=L WHERE id = #", "INSERT INTO \"it's\" VALUES (R, L)",
			"INSERT INTO books VALUES (NL, R)", "INSERT INTO books VALUES (EL, R)",
			"INSERT INTO books VALUES ($$a$$, L, R)", "SELECT * FROM books q L WHERE title = R",
			"/* it's */ INSERT INTO books VALUES ( L ,R )", "INSERT INTO books VALUES (0x1F, R, 1e5, #b, L)",
			"INSERT INTO books VALUES (R, V)", "SELECT title FROM books WHERE stock = V AND title = R",
			"DELETE FROM books WHERE title = R /* V */", "INSERT INTO books VALUES (R, L)@, (L, L)@, (R, L)",
			"INSERT INTO books VALUES (R, L)@, (L, L)@", "SELECT * FROM books WHERE title IN (R@, L@) AND note = L",
			"INSERT INTO books VALUES (R, 17)@, (L, ##)@, (L, V)",
			"SELECT * FROM books WHERE title = R@ OR title = L@" };

	private static final int SEEDS = 1500;

	/** Digits of inputs and statements make the rarest difference. */
	private static final int SEEDS_FOR_RARE_ONES = 20_000;

	private final SinkRequests requests = new SinkRequests(EnforcementMode.BLOCK);

	private int known;

	private int refused;

	@ParameterizedTest
	@EnumSource(SqlDialect.class)
	void judgeWhenStatementsAreAlikeThenVerdictIsThatOfAnyOther(SqlDialect dialect) {
		for (int seed = 0; seed < SEEDS; seed++) {
			judgeSome(new Random(seed), dialect, (seed & 1) == 0 ? TAME : PARTS);
		}
		assertThat(this.known).isGreaterThan(500);
		assertThat(this.refused).isGreaterThan(100);
	}

	@Test
	void judgeWhenManyStatementsAreAlikeThenVerdictIsThatOfAnyOther() {
		for (int seed = SEEDS; seed < SEEDS_FOR_RARE_ONES; seed++) {
			judgeSome(new Random(seed), SqlDialect.H2, (seed & 1) == 0 ? TAME : PARTS);
		}
	}

	@ParameterizedTest
	@CsvSource(delimiter = '¦', quoteCharacter = '~', textBlock = """
			-5 12.50 1 */      ¦ /* N 12.50 */
			1 12.50 */ into    ¦ /* 17 17 12.50 */
			""")
	void judgeWhenDigitsHideWhatIsLeftOfInputThenSeesIt(String input, String comment) {
		String sql = "DELETE FROM books WHERE title = '" + ROW + "' " + comment;
		assertThat(judge(new SqlJudge(), this.requests.inputs(ROW, input), sql, SqlDialect.H2)).isNotNull();
	}

	@ParameterizedTest
	@CsvSource(delimiter = '¦', quoteCharacter = '~', textBlock = """
			x'), ('b                ¦ INSERT INTO books VALUES ('x'), ('b')
			1, 25                   ¦ INSERT INTO books VALUES ('row 9: quay', 1, 25)
			' || note || '          ¦ INSERT INTO books VALUES ('' || note || '')
			') or ('1'='1           ¦ SELECT * FROM books WHERE (title = '') or ('1'='1')
			""")
	void judgeWhenAttackIsLikeNoStatementBeforeThenSeesIt(String input, String sql) {
		SqlJudge judge = new SqlJudge();
		SinkInputs inputs = this.requests.inputs(ROW, "the quay", input);
		for (int i = 0; i < 20; i++) {
			assertThat(judge(judge, inputs, "INSERT INTO books VALUES ('" + ROW + "', 'the quay', 17)", SqlDialect.H2))
				.isNull();
		}
		assertThat(judge(judge, inputs, sql, SqlDialect.H2)).isNotNull();
	}

	@Test
	void judgeWhenOtherStatementOfRouteHasSameCodeThenAttackIsSeen() {
		SqlJudge judge = new SqlJudge();
		SinkInputs honest = this.requests.inputs(ROW, "the quay");
		for (int i = 0; i < 20; i++) {
			String sql = "SELECT * FROM books WHERE title = '" + ROW + "' OR note = 'the quay, " + i + "'";
			assertThat(judge(judge, honest, sql, SqlDialect.H2)).isNull();
		}
		SinkInputs attack = this.requests.inputs("x' OR note = 'y");
		assertThat(judge(judge, attack, "SELECT * FROM books WHERE title = 'x' OR note = 'y'", SqlDialect.H2))
			.isNotNull();
	}

	@Test
	void judgeWhenDatabaseReadsOtherwiseThenAttackIsSeen() {
		SqlJudge judge = new SqlJudge();
		SinkInputs inputs = this.requests.inputs(ROW, "x\\", ", note) -- ");
		String alike = "INSERT INTO books VALUES ('row 9: quay', 'y')";
		for (int i = 0; i < 20; i++) {
			assertThat(judge(judge, inputs, alike, SqlDialect.POSTGRESQL)).isNull();
		}
		assertThat(judge(judge, inputs, "INSERT INTO books VALUES ('x\\', ', note) -- ')", SqlDialect.MYSQL))
			.isNotNull();
	}

	@ParameterizedTest
	@CsvSource(delimiter = '¦', quoteCharacter = '~', textBlock = """
			#tmp;.title    ¦ SELECT a FROM t WHERE n = 'row 9: quay' ORDER BY #tmp.title        ¦ MYSQL
			[cd/*].;e      ¦ SELECT a FROM t WHERE n = 'row 9: quay' ORDER BY [ab].[cd/*].e*/f] ¦ H2
			[a/*b].;title  ¦ SELECT a FROM t WHERE n = 'row 9: quay' ORDER BY [a/*b].title, [x*/y] ¦ H2
			""")
	void judgeWhenOtherDatabaseHasReadTheSameThenAttackIsSeen(String input, String sql, SqlDialect dialect) {
		SqlJudge judge = new SqlJudge();
		SinkInputs inputs = this.requests.inputs(ROW, input);
		assertThat(judge(judge, inputs, sql, SqlDialect.SQL_SERVER)).isNull();
		assertThat(judge(judge, inputs, sql, dialect)).isNotNull();
	}

	@ParameterizedTest
	@CsvSource(delimiter = '¦', quoteCharacter = '~',
			textBlock = """
					order.id;      ¦ JOIN order2 ON order1.id = order2.id WHERE n =  ¦ JOIN order2 ON order1.id = order1.id WHERE n =
					bk.title       ¦ , books bk2 WHERE bk1.title = bk2.title AND n = ¦ , books bk2 WHERE bk1.title = bk1.title AND n =
					line.item;     ¦ WHERE line2.item = line1.item AND n =           ¦ WHERE line1.item = line1.item AND n =
					""")
	void judgeWhenDigitsOfNamesDifferThenAttackIsSeen(String input, String harmless, String hostile) {
		SqlJudge judge = new SqlJudge();
		SinkInputs inputs = this.requests.inputs(ROW, input);
		String begin = "SELECT a FROM t ";
		assertThat(judge(judge, inputs, begin + harmless + " '" + ROW + "'", SqlDialect.H2)).isNull();
		assertThat(judge(judge, inputs, begin + hostile + " '" + ROW + "'", SqlDialect.H2)).isNotNull();
	}

	@Test
	void judgeWhenOtherCharactersHaveTheSamePlaceInIndexThenSeesPiece() {
		String sql = "SELECT * FROM books WHERE title = 'row 9: quayb''' OR title = 'b''' OR title = ' ' OR title = ' '"
				+ " OR title = 'x' OR title = 'b''' OR title = '' OR title = 'or' ORDER BY title";
		SinkInputs inputs = this.requests.inputs(ROW, "--sWHEREti");
		SinkVerdict plain = plain(new SqlReading(sql, SqlDialect.H2), sql, inputs);
		assertThat(plain).isNotNull();
		assertThat(describe(judge(new SqlJudge(), inputs, sql, SqlDialect.H2))).isEqualTo(describe(plain));
	}

	@Test
	void knowsWhenValuesHoldCodeThenStatementsAreLikeTheFirstOne() {
		String[] values = { ROW, "const s = `x` + '\\n';", "if (a == 'x' && b != \"y\") { } -- c", "WHERE a = 'it'" };
		SinkInputs inputs = this.requests.inputs(values);
		SqlJudge judge = new SqlJudge();
		for (int i = 0; i < 20; i++) {
			String value = values[i % values.length].replace("'", "''");
			String sql = "INSERT INTO books VALUES ('" + value + "', " + i + ")";
			assertThat(judge(judge, inputs, sql, SqlDialect.H2)).isNull();
		}
		assertThat(this.known).isGreaterThan(15);
	}

	private void judgeSome(Random random, SqlDialect dialect, String[] parts) {
		SqlJudge judge = new SqlJudge();
		List<String> templates = random.ints(1 + random.nextInt(2), 0, TEMPLATES.length)
			.mapToObj((i) -> TEMPLATES[i])
			.toList();
		for (int request = 0; request < 3; request++) {
			String[] values = Stream
				.concat(IntStream.range(0, 1 + random.nextInt(6)).mapToObj((i) -> value(random, parts)), Stream.of(ROW))
				.toArray(String[]::new);
			SinkInputs inputs = this.requests.inputs(values);
			for (int i = 0; i < 6; i++) {
				String sql = fill(templates.get(random.nextInt(templates.size())), values, random);
				SinkVerdict plain = plain(new SqlReading(sql, dialect), sql, this.requests.inputs(values));
				SinkVerdict verdict = judge(judge, inputs, sql, dialect);
				this.refused += (verdict != null) ? 1 : 0;
				assertThat(describe(verdict)).as(sql + " with " + String.join(" ~ ", values))
					.isEqualTo(describe(plain));
			}
		}
	}

	private @Nullable SinkVerdict judge(SqlJudge judge, SinkInputs inputs, String sql, SqlDialect dialect) {
		SqlCall call = new SqlCall("execute", sql, () -> dialect);
		boolean alike = judge.knows(call, inputs);
		this.known += alike ? 1 : 0;
		return alike ? null : judge.judge(call, inputs);
	}

	/**
	 * All inputs, in all of the statement.
	 */
	private static @Nullable SinkVerdict plain(SqlReading reading, String sql, SinkInputs inputs) {
		InputPlaces places = InputPlaces.of(sql, inputs, null,
				(input) -> (inputs.mask(input) & ~(CharMask.WORD & ~CharMask.LETTERS)) != 0);
		while (places.nextInput()) {
			SqlJudge.Search search = SqlJudge.Search.begin(places, sql.contains("''"));
			Rule rule = (search != null) ? search.judge(reading, SqlPolicy.defaults()) : null;
			if (search != null && rule != null && !inputs.isItemOfWhole(places.input(), sql)) {
				return SinkVerdict.certain(rule, inputs.source(places.input()), search.start(), search.end());
			}
		}
		return EditedSearch.firstAttack(sql, inputs, reading::judge);
	}

	private static String describe(@Nullable SinkVerdict verdict) {
		return (verdict != null) ? verdict.rule().id() + ' ' + verdict.start() + ' ' + verdict.end() : "safe";
	}

	private static String value(Random random, String[] parts) {
		StringBuilder value = new StringBuilder();
		int count = 1 + random.nextInt(5);
		for (int i = 0; i < count; i++) {
			String[] from = (random.nextInt(15) == 0) ? PARTS : parts;
			value.append((i > 0 && random.nextInt(5) > 0) ? " " : "").append(from[random.nextInt(from.length)]);
		}
		return value.toString();
	}

	/**
	 * What stands between two signs is repeated.
	 */
	private static String fill(String template, String[] values, Random random) {
		String[] parts = template.split("@");
		if (parts.length > 1) {
			String rows = parts[1].repeat(random.nextInt(9));
			return fill(parts[0] + rows + ((parts.length > 2) ? parts[2] : ""), values, random);
		}
		StringBuilder sql = new StringBuilder();
		for (int i = 0; i < template.length(); i++) {
			char c = template.charAt(i);
			boolean alone = (i == 0 || !Character.isLetter(template.charAt(i - 1)))
					&& (i + 1 == template.length() || !Character.isLetter(template.charAt(i + 1)));
			boolean literal = c == 'L' && (alone || template.startsWith("NL", i - 1)
					|| template.startsWith("EL", i - 1) && !Character.isLetter(template.charAt(i - 2)));
			switch (c) {
				case '#' -> sql.append(random.nextInt(random.nextBoolean() ? 10 : 1000));
				case 'R' -> sql.append(alone ? "'" + ROW + "'" : "R");
				case 'V' -> sql.append(alone ? values[random.nextInt(values.length)] : "V");
				default -> sql.append(literal ? literal(values, random) : String.valueOf(c));
			}
		}
		return sql.toString();
	}

	/**
	 * A value in its literal, or what an application makes of it, or puts there instead.
	 */
	private static String literal(String[] values, Random random) {
		String value = values[random.nextInt(values.length)];
		String escaped = value.replace("'", "''");
		int half = value.length() / 2;
		return switch (random.nextInt(13)) {
			case 0 -> "'" + value + "'";
			case 1 -> "'" + escaped + "x'";
			case 2 -> "'" + value.substring(0, half).replace("'", "''") + "', '"
					+ value.substring(half).replace("'", "''") + "'";
			case 3 -> "'" + escaped.replace("select", "") + "'";
			case 4 -> "''";
			case 5 -> "'" + value.replace("'", "\\'") + "'";
			case 6 -> "'" + value(random, TAME).replace("'", "''") + "'";
			case 7 -> "'" + escaped.toUpperCase(Locale.ROOT) + " " + ROW + "'";
			default -> "'" + escaped + "'";
		};
	}

}
