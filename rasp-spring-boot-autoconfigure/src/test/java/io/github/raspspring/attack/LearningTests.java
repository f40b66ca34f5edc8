package io.github.raspspring.attack;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.function.BiFunction;
import java.util.function.Supplier;
import java.util.stream.Stream;

import io.github.raspspring.attack.command.ProcessCall;
import io.github.raspspring.attack.command.ProcessJudge;
import io.github.raspspring.attack.expression.ExpressionJudge;
import io.github.raspspring.attack.path.FileCall;
import io.github.raspspring.attack.path.FileJudge;
import io.github.raspspring.attack.query.LdapJudge;
import io.github.raspspring.attack.query.NoSqlCall;
import io.github.raspspring.attack.query.NoSqlJudge;
import io.github.raspspring.attack.query.XPathJudge;
import io.github.raspspring.attack.sql.SqlCall;
import io.github.raspspring.attack.sql.SqlDialect;
import io.github.raspspring.attack.sql.SqlJudge;
import io.github.raspspring.attack.url.ForwardCall;
import io.github.raspspring.attack.url.ForwardJudge;
import io.github.raspspring.attack.url.HostPatterns;
import io.github.raspspring.attack.url.OutboundPolicy;
import io.github.raspspring.attack.url.PathPatterns;
import io.github.raspspring.attack.url.RedirectCall;
import io.github.raspspring.attack.url.RedirectJudge;
import io.github.raspspring.attack.url.UrlCall;
import io.github.raspspring.attack.url.UrlJudge;
import io.github.raspspring.engine.EnforcementMode;
import io.github.raspspring.engine.InputLocation;
import io.github.raspspring.engine.InputValue;
import io.github.raspspring.sink.SinkInputs;
import io.github.raspspring.sink.SinkJudge;
import io.github.raspspring.sink.SinkRequests;
import io.github.raspspring.sink.TextCall;
import io.github.raspspring.sink.TextCall.Language;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests of what learning may excuse: nothing that is refused by a judge that has learnt
 * nothing. Each attack of each table runs after honest requests of the same kind, and
 * after statements of the same shape that the application ran by itself.
 */
class LearningTests {

	private static final List<String> HONEST = List.of("dune", "42", "title", "a b", "7", "O''Reilly", "'x'", "1, 2",
			"https://public.example.net/", "public.example.net", "8080", "reports", "books/dune.txt", "dune.txt",
			"alice", "price", "true", "-1", "eve");

	private final SinkRequests requests = new SinkRequests(EnforcementMode.BLOCK);

	@TestFactory
	Stream<DynamicTest> judgeWhenHonestTwinsRanThenAttackIsStillSeen() {
		return Stream.of(Table.values())
			.flatMap((table) -> table.rows("attacks").map((row) -> DynamicTest.dynamicTest(table + " " + row, () -> {
				assertThat(isSeen(table, row, true)).isTrue();
			})));
	}

	/**
	 * Tells how many attacks of each table are seen by a judge that has learnt nothing
	 * and by one that has seen honest twins, and how many safe rows are taken for
	 * attacks.
	 */
	@Test
	void judgeWhenTableIsReadThenAsManyWarmAsColdAndNoFalseAlarm() {
		Map<Table, String> figures = new EnumMap<>(Table.class);
		for (Table table : Table.values()) {
			List<Row> attacks = table.rows("attacks").toList();
			List<Row> safe = table.rows("benign").toList();
			long cold = attacks.stream().filter((row) -> isSeen(table, row, false)).count();
			long warm = attacks.stream().filter((row) -> isSeen(table, row, true)).count();
			long alarms = safe.stream().filter((row) -> isSeen(table, row, false)).count();
			figures.put(table, "of " + attacks.size() + " attacks seen cold " + cold + ", warm " + warm + "; of "
					+ safe.size() + " safe rows taken for attacks " + alarms);
			assertThat(warm).as(figures.toString()).isEqualTo(cold).isEqualTo(attacks.size());
			assertThat(alarms).as(figures.toString()).isZero();
		}
		figures.forEach((table, figure) -> System.out.println(table + ": " + figure));
	}

	private boolean isSeen(Table table, Row row, boolean warm) {
		SinkJudge<?> judge = table.judges.get();
		if (warm) {
			HONEST.forEach((value) -> runHonestly(judge, table, row, value));
			runByItself(judge, table, row);
		}
		return table.judge(judge, row, this.requests, row.input());
	}

	private void runHonestly(SinkJudge<?> judge, Table table, Row row, String value) {
		Row twin = row.with(value);
		boolean template = !table.text(twin).equals(table.text(row));
		if (template && !table.judge(table.judges.get(), twin, this.requests, value)) {
			for (int i = 0; i < 3; i++) {
				table.judge(judge, twin, this.requests, value);
			}
		}
	}

	/**
	 * The application runs what looks the same but for its values.
	 */
	private void runByItself(SinkJudge<?> judge, Table table, Row row) {
		Row sibling = row
			.with(row.input().replaceAll("(?<=['\"])(\\w+)(?=['\"])", "$1q").replaceAll("\\b\\d+\\b", "$07"));
		if (!table.text(sibling).equals(table.text(row))) {
			table.judge(judge, sibling, this.requests, "unrelated");
		}
	}

	private record Row(List<String> head, String template, String input) {

		Row with(String other) {
			return new Row(this.head, this.template, other);
		}

		String text() {
			return this.template.replace("{''}", this.input.replace("'", "''"))
				.replace("{strip}", this.input.replace("../", ""))
				.replace("{}", this.input);
		}

	}

	private enum Table {

		SQL("sql-sink", SqlJudge::new,
				(row, text) -> new SqlCall("execute", text, () -> SqlDialect.valueOf(row.head().get(0)))),

		PROCESS("process-sink", ProcessJudge::new,
				(row, text) -> new ProcessCall("test",
						Stream.of(row.template().split("\\|(?=\\S)(?!\\|)"))
							.map((argument) -> argument.replace("{}", row.input()))
							.toList())),

		EXPRESSION("expression-sink", ExpressionJudge::new,
				(row, text) -> new TextCall(Language.valueOf(row.head().get(0)), text)),

		LDAP("ldap-sink", LdapJudge::new, (row, text) -> new TextCall(Language.valueOf(row.head().get(0)), text)),

		XPATH("xpath-sink", XPathJudge::new, (row, text) -> new TextCall(Language.XPATH, text)),

		NOSQL("nosql-sink", NoSqlJudge::new, (row, text) -> new NoSqlCall("test", text)),

		FILE("file-sink", () -> new FileJudge(FileJudge.EXECUTABLE_EXTENSIONS),
				(row, text) -> new FileCall(row.head().get(0), text, row.head().get(0).equals("write"))),

		URL("url-sink", Table::urls, (row, text) -> new UrlCall("test", text, Table::resolve)),

		REDIRECT("redirect-sink",
				() -> new RedirectJudge(new HostPatterns(List.of("allowed.example", "*.allowed.example"))),
				(row, text) -> new RedirectCall("test", text)),

		FORWARD("forward-sink", () -> new ForwardJudge(new PathPatterns(List.of("/help/**"))),
				(row, text) -> new ForwardCall("test", text, ForwardCall.Target.valueOf(row.head().get(0))));

		private final String folder;

		final Supplier<SinkJudge<?>> judges;

		private final BiFunction<Row, String, io.github.raspspring.sink.SinkCall> calls;

		Table(String folder, Supplier<SinkJudge<?>> judges,
				BiFunction<Row, String, io.github.raspspring.sink.SinkCall> calls) {
			this.folder = folder;
			this.judges = judges;
			this.calls = calls;
		}

		Stream<Row> rows(String name) {
			return SinkCorpus.read(this.folder + "/" + name + ".txt").map((arguments) -> {
				List<String> parts = new ArrayList<>(Stream.of(arguments.get()).map(String::valueOf).toList());
				String input = parts.remove(parts.size() - 1);
				String template = parts.remove(parts.size() - 1);
				return new Row(parts, template, input);
			});
		}

		String text(Row row) {
			return this.calls.apply(row, row.text()).argument();
		}

		boolean judge(SinkJudge<?> judge, Row row, SinkRequests requests, String input) {
			return verdict(judge, this.calls.apply(row, row.text()), inputs(requests, input));
		}

		private static <C extends io.github.raspspring.sink.SinkCall> boolean verdict(SinkJudge<C> judge,
				io.github.raspspring.sink.SinkCall call, SinkInputs inputs) {
			return judge.judge(judge.callType().cast(call), inputs) != null;
		}

		private static SinkInputs inputs(SinkRequests requests, String input) {
			InputValue value = input.startsWith("name ")
					? InputValue.ofName(InputLocation.QUERY, input.substring("name ".length()))
					: new InputValue(InputLocation.QUERY, "q", input);
			return requests.inputs(new InputValue(InputLocation.HEADER, "host", "shop.example"),
					new InputValue(InputLocation.HEADER, "user-agent", "Mozilla/5.0 (X11; Linux x86_64)"), value);
		}

		private static SinkJudge<?> urls() {
			return new UrlJudge(
					new OutboundPolicy(new HostPatterns(List.of("allowed.internal", "*.wild.internal", "ported:9000")),
							new HostPatterns(List.of("denied.example.org")), true));
		}

		private static List<InetAddress> resolve(String host) {
			try {
				return List
					.of(InetAddress.getByName(host.endsWith("rebound.example.net") ? "10.9.8.7" : "93.184.216.34"));
			}
			catch (UnknownHostException ex) {
				throw new IllegalStateException(ex);
			}
		}

	}

}
