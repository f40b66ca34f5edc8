package io.github.raspspring.attack;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Predicate;
import java.util.stream.Stream;

import io.github.raspspring.attack.command.ProcessCall;
import io.github.raspspring.attack.command.ProcessJudge;
import io.github.raspspring.attack.sql.SqlCall;
import io.github.raspspring.attack.sql.SqlDialect;
import io.github.raspspring.attack.sql.SqlJudge;
import io.github.raspspring.engine.EnforcementMode;
import io.github.raspspring.sink.SinkInputs;
import io.github.raspspring.sink.SinkRequests;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

/**
 * Runs {@link SqlJudge} and {@link ProcessJudge} over large lists of payloads and of
 * prose. Skipped where the lists are not next to the working copy.
 */
class SinkCorpusTests {

	private static final Path CORPORA = Path.of("../../shared/corpora");

	private static final List<String> PLACEMENTS = List.of("SELECT * FROM t WHERE a = '{}'",
			"SELECT * FROM t WHERE a LIKE '%{}%' AND b = 1", "SELECT * FROM t WHERE a = \"{}\"",
			"SELECT * FROM t WHERE a = {}", "SELECT * FROM t WHERE (a = {}) AND b = 1");

	private static final String TEMPLATE = "select b.id, b.title, count(*) from books b left join author a "
			+ "on a.id = b.author_id where b.status in ('ACTIVE', 'NEW') and b.title like ? escape '' and 1=1 "
			+ "order by b.title desc limit 10 offset 20";

	private final JsonMapper mapper = JsonMapper.builder().build();

	private final SinkRequests requests = new SinkRequests(EnforcementMode.BLOCK);

	@BeforeEach
	void lists() {
		assumeTrue(Files.isDirectory(CORPORA), "The lists of payloads are not here");
	}

	@Test
	void sqlPayloadsWhenPutIntoStatementsThenSeenInSomePlacement() throws IOException {
		List<String> payloads = values((row) -> row.path("expect").asString().equals("attack")
				&& row.path("class").asString().contains("sql") && !row.path("class").asString().contains("nosql"));
		List<String> missed = payloads.stream().filter((payload) -> PLACEMENTS.stream().noneMatch((placement) -> {
			String sql = placement.replace("{}", payload);
			return attacks(sql, payload, SqlDialect.MYSQL) || attacks(sql, payload, SqlDialect.POSTGRESQL);
		})).toList();
		assertThat(payloads).isNotEmpty();
		assertThat(missed).isEmpty();
	}

	@Test
	void proseWhenEscapedOrElsewhereThenSafe() throws IOException {
		List<String> prose = values((row) -> row.path("expect").asString().equals("benign"));
		assertThat(prose).isNotEmpty();
		assertThat(prose.stream().filter(this::isFalseAlarm).toList()).isEmpty();
	}

	private boolean isFalseAlarm(String text) {
		String literal = "INSERT INTO t (a, b) VALUES ('" + text.replace("'", "''") + "', 'x')";
		String script = "echo '" + text.replace("'", "'\\''") + "' to lp1";
		ProcessJudge processes = new ProcessJudge();
		SinkInputs inputs = this.requests.inputs(text);
		return attacks(literal, text, SqlDialect.H2) || attacks(TEMPLATE, text, SqlDialect.H2)
				|| processes.judge(new ProcessCall("test", List.of("sh", "-c", script)), inputs) != null
				|| processes.judge(new ProcessCall("test", List.of("lp", "--", text)), inputs) != null;
	}

	private boolean attacks(String sql, String input, SqlDialect dialect) {
		SqlCall call = new SqlCall("test", sql, () -> dialect);
		return new SqlJudge().judge(call, this.requests.inputs(input)) != null;
	}

	private List<String> values(Predicate<JsonNode> selection) throws IOException {
		Stream<String> lines = Stream.concat(Files.readAllLines(CORPORA.resolve("payloads.jsonl")).stream(),
				Files.readAllLines(CORPORA.resolve("benign.jsonl")).stream());
		return lines.map(this.mapper::readTree).filter(selection).map((row) -> row.path("value").asString()).toList();
	}

}
