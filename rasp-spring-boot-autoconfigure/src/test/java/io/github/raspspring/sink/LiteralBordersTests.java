package io.github.raspspring.sink;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;

import io.github.raspspring.attack.sql.SqlCall;
import io.github.raspspring.attack.sql.SqlDialect;
import io.github.raspspring.attack.sql.SqlJudge;
import io.github.raspspring.engine.EnforcementMode;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * What is remembered of one statement of a request changes the verdict on no other one
 * that is like it.
 */
class LiteralBordersTests {

	private static final String[] TEMPLATES = { "INSERT INTO notes (id, note) VALUES (#, '?')",
			"UPDATE fixed SET note = '?' WHERE id = #", "SELECT id FROM t WHERE note LIKE '%?' AND name LIKE '?%'",
			"SELECT id FROM t WHERE a = '?' OR b IN ('?', '?')", "SELECT a FROM t WHERE x='?'and y='?'or z=#",
			"SELECT '?' AS note, 'x' name FROM t", "SELECT a FROM t WHERE b = '?'LIMIT #",
			"SELECT a FROM t WHERE id = ?", "INSERT INTO t VALUES ('?', #), ('?', #), ('?', #)" };

	private static final String[] VALUES = { "x' OR 'a'='a", "1 OR 1=1", "7 OR 7=7", "king' OR note LIKE '%",
			"the king's hand and id = 3", "king'and id=7 or 1=1", "3's not(", "O'Brien", "x','y", "it's and id",
			"--the ' 17 where-- ", "the left hand, part 3", "' and 'id'='id", "king '3 id--or ", "note 63", "a'); --" };

	private static final String[] PIECES = { "king", "'s", "hand", "and", "or", "id", "=", "1", "17", "'", "''", "\"",
			"--", "(", ")", ",", "note", "like", "union", "\\", " " };

	private final SinkRequests requests = new SinkRequests(EnforcementMode.MONITOR);

	@ParameterizedTest
	@ValueSource(ints = { 1, 2, 3, 4, 5, 6, 7, 8 })
	void statementsAreJudgedAsIfEachWereTheOnlyOne(int seed) {
		Random random = new Random(seed);
		int attacks = 0;
		for (int request = 0; request < 150; request++) {
			List<String> values = IntStream.range(0, 1 + random.nextInt(12)).mapToObj((i) -> value(random)).toList();
			String[] arrived = values.toArray(String[]::new);
			String[] templates = { pick(random, TEMPLATES), pick(random, TEMPLATES) };
			boolean escaped = random.nextBoolean();
			SqlJudge judge = new SqlJudge();
			SinkInputs all = this.requests.inputs(arrived);
			for (int i = 0; i < 8; i++) {
				String sql = fill(random, pick(random, templates), values, escaped);
				SinkVerdict alone = judge(new SqlJudge(), this.requests.inputs(arrived), sql);
				assertThat(judge(judge, all, sql)).as("%s in %s", values, sql).isEqualTo(alone);
				attacks += (alone != null) ? 1 : 0;
			}
		}
		assertThat(attacks).isPositive();
	}

	@Test
	void anAttackIsSeenBehindAnotherOneThatDiffersInDigits() {
		SinkInputs inputs = this.requests.inputs("1 OR 1=1", "7 OR 7=7");
		SqlJudge judge = new SqlJudge();
		assertThat(judge(judge, inputs, "SELECT a FROM t WHERE id = 1 OR 1=1")).isNotNull();
		assertThat(judge(judge, inputs, "SELECT a FROM t WHERE id = 7 OR 7=7")).isNotNull();
	}

	private static @Nullable SinkVerdict judge(SqlJudge judge, SinkInputs inputs, String sql) {
		SqlCall call = new SqlCall("execute", sql, () -> SqlDialect.H2);
		return judge.knows(call, inputs) ? null : judge.judge(call, inputs);
	}

	private static String value(Random random) {
		if (random.nextInt(3) > 0) {
			return pick(random, VALUES);
		}
		StringBuilder value = new StringBuilder();
		for (int i = random.nextInt(6); i >= 0; i--) {
			value.append(pick(random, PIECES)).append(random.nextBoolean() ? " " : "");
		}
		return value.toString();
	}

	private static String fill(Random random, String template, List<String> values, boolean escaped) {
		List<String> texts = new ArrayList<>(values);
		texts.addAll(List.of("own text 12", "king", "s hand"));
		StringBuilder sql = new StringBuilder();
		for (char c : template.toCharArray()) {
			switch (c) {
				case '?' -> {
					String text = edited(random, texts.get(random.nextInt(texts.size())));
					sql.append(escaped ? text.replace("'", "''") : text);
				}
				case '#' -> sql.append(random.nextInt(300));
				default -> sql.append(c);
			}
		}
		return sql.toString();
	}

	private static String edited(Random random, String text) {
		return switch (random.nextInt(8)) {
			case 0 -> text.replace("'", "");
			case 1 -> text.substring(0, text.length() / 2);
			case 2 -> text.replace(" ", "");
			case 3 -> (text.indexOf('\'') > 0) ? text.substring(0, text.indexOf('\'')) : text;
			default -> text;
		};
	}

	private static String pick(Random random, String[] from) {
		return from[random.nextInt(from.length)];
	}

}
