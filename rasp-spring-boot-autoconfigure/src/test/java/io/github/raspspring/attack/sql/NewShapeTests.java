package io.github.raspspring.attack.sql;

import io.github.raspspring.engine.Confidence;
import io.github.raspspring.engine.EnforcementMode;
import io.github.raspspring.sink.SinkRequests;
import io.github.raspspring.sink.SinkVerdict;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests of how statements are flagged that a well-known route has never run: second-order
 * and transformed injection, in which no input is found.
 */
class NewShapeTests {

	private static final int ENOUGH = 600;

	private final SinkRequests requests = new SinkRequests(EnforcementMode.BLOCK);

	private final SqlJudge judge = new SqlJudge();

	@BeforeEach
	void settle() {
		for (int i = 0; i < ENOUGH; i++) {
			assertThat(judge("SELECT * FROM books WHERE author = 'author " + i + "'", "192.0.2.1")).isNull();
		}
	}

	@ParameterizedTest
	@ValueSource(strings = { "x' OR '1'='1", "x' UNION SELECT note FROM secrets --", "x'; DROP TABLE books; --",
			"x' AND 1=(SELECT COUNT(*) FROM users) AND 'a'='a", "x'/**/OR/**/1=1/**/--", "x'||(SELECT 1)||'",
			"x' ORDER BY 9 --", "x' HAVING 1=1 --", "x' AND sleep(5) AND 'a'='a", "x' --" })
	void judgeWhenStoredTextChangesStructureThenFlagged(String stored) {
		SinkVerdict verdict = judge("SELECT * FROM books WHERE author = '" + stored + "'", "192.0.2.1");
		assertThat(verdict).isNotNull();
		assertThat(verdict.rule().id()).isEqualTo("new-shape");
		assertThat(verdict.cap()).isEqualTo(EnforcementMode.MONITOR);
		assertThat(verdict.confidence()).isEqualTo(Confidence.STRONG);
	}

	@ParameterizedTest
	@ValueSource(strings = { "O''Reilly", "a -- b", "; DROP TABLE x", "1 or 1=1", "", "UNION SELECT", "/* x */",
			"a ''quoted'' word", "Größe", "x\ty" })
	void judgeWhenStoredTextIsValueThenSafe(String stored) {
		assertThat(judge("SELECT * FROM books WHERE author = '" + stored + "'", "192.0.2.1")).isNull();
		assertThat(judge("select * from  BOOKS\nwhere author = '" + stored + "'", "192.0.2.1")).isNull();
	}

	@Test
	void judgeWhenListsGrowThenSafe() {
		SqlJudge lists = new SqlJudge();
		for (int i = 0; i < ENOUGH; i++) {
			lists.judge(call("SELECT * FROM books WHERE id IN (1, " + i + ")"), this.requests.inputs("x"));
			lists.judge(call("INSERT INTO t VALUES (1, " + i + ")"), this.requests.inputs("x"));
		}
		assertThat(lists.judge(call("SELECT * FROM books WHERE id IN (1, 2, 3, 4)"), this.requests.inputs("x")))
			.isNull();
		assertThat(lists.judge(call("SELECT * FROM books WHERE id IN (9)"), this.requests.inputs("x"))).isNull();
		assertThat(lists.judge(call("INSERT INTO t VALUES (1, 2), (3, 4), (5, 6)"), this.requests.inputs("x")))
			.isNull();
		assertThat(lists.judge(call("INSERT INTO t VALUES (1, 2), (3, (SELECT 1))"), this.requests.inputs("x")))
			.isNotNull();
	}

	@Test
	void judgeWhenValuesAreBoundThenFlaggedWeakly() {
		SinkVerdict verdict = judge("SELECT * FROM books WHERE author = ? AND stock > ?", "192.0.2.1");
		assertThat(verdict).isNotNull();
		assertThat(verdict.confidence()).isEqualTo(Confidence.WEAK);
	}

	@Test
	void judgeWhenSeveralClientsBringShapeThenKnown() {
		String sql = "SELECT * FROM books WHERE author = 'x' AND stock > 0";
		assertThat(judge(sql, "192.0.2.1")).isNotNull();
		assertThat(judge(sql, "192.0.2.1")).isNotNull();
		assertThat(judge(sql, "192.0.2.2")).isNotNull();
		assertThat(judge(sql, "192.0.2.3")).isNull();
		assertThat(judge(sql, "192.0.2.1")).isNull();
	}

	@Test
	void judgeWhenRouteIsStillLearntThenSafe() {
		SqlJudge fresh = new SqlJudge();
		assertThat(fresh.judge(call("SELECT 1"), this.requests.inputs("x"))).isNull();
		assertThat(fresh.judge(call("SELECT 1 FROM books"), this.requests.inputs("x"))).isNull();
	}

	@Test
	void judgeWhenPolicyIsOffThenSafe() {
		SqlJudge off = new SqlJudge(new SqlPolicy(EnforcementMode.OFF, EnforcementMode.BLOCK, EnforcementMode.OFF));
		for (int i = 0; i < ENOUGH; i++) {
			off.judge(call("SELECT " + i), this.requests.inputs("x"));
		}
		assertThat(off.judge(call("SELECT 1 UNION SELECT 2"), this.requests.inputs("x"))).isNull();
	}

	private @Nullable SinkVerdict judge(String sql, String client) {
		return this.judge.judge(call(sql), this.requests.inputsFrom(client, "en-US", "42"));
	}

	private static SqlCall call(String sql) {
		return new SqlCall("execute", sql, () -> SqlDialect.H2);
	}

}
