package io.github.raspspring.growth;

import java.net.InetAddress;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

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
import io.github.raspspring.attack.url.OutboundPolicy;
import io.github.raspspring.attack.url.UrlCall;
import io.github.raspspring.attack.url.UrlJudge;
import io.github.raspspring.autoconfigure.FamilyTraits;
import io.github.raspspring.engine.EnforcementMode;
import io.github.raspspring.engine.InputLocation;
import io.github.raspspring.engine.InputValue;
import io.github.raspspring.inspect.CanonicalValueReader;
import io.github.raspspring.sink.SinkInputs;
import io.github.raspspring.sink.SinkRequests;
import io.github.raspspring.sink.TextCall;

/**
 * Passes rows that came with the request, each with the text in it, to each kind of
 * execution at once, and counts what each judge takes for all of them.
 */
public final class Rows implements Function<String, Object[]> {

	private static final CanonicalValueReader READER = new CanonicalValueReader(FamilyTraits.reader());

	private static final int ROW = 8;

	private final SinkRequests requests = new SinkRequests(EnforcementMode.BLOCK);

	@Override
	public Object[] apply(String text) {
		List<String> rows = IntStream.range(0, text.length() / ROW)
			.mapToObj((i) -> "r" + i + text.substring(i * ROW, i * ROW + ROW / 2))
			.toList();
		List<String> names = new ArrayList<>(List.of("inputs"));
		List<Long> taken = new ArrayList<>();
		long before = Steps.taken();
		SinkInputs inputs = this.requests.inputs(READER,
				rows.stream()
					.map((row) -> new InputValue(InputLocation.JSON, "/rows", row))
					.toArray(InputValue[]::new));
		taken.add(Steps.taken() - before);
		for (Judgement<?> judgement : judgements(rows)) {
			names.add(judgement.name());
			taken.add(judgement.steps(inputs));
		}
		return new Object[] { names, taken.stream().mapToLong(Long::longValue).toArray() };
	}

	private static List<Judgement<?>> judgements(List<String> rows) {
		List<String> command = new ArrayList<>(List.of("lp", "--"));
		command.addAll(rows);
		return List.of(
				new Judgement<>("sql", new SqlJudge(),
						new SqlCall("execute", "INSERT INTO t VALUES " + joined(rows, "('", "')", "'", "''"),
								() -> SqlDialect.H2)),
				new Judgement<>("sql list", new SqlJudge(),
						new SqlCall("execute", "SELECT * FROM t WHERE a IN (" + joined(rows, "'", "'", "'", "''") + ")",
								() -> SqlDialect.MYSQL)),
				new Judgement<>("shell", new ProcessJudge(),
						new ProcessCall("exec", List.of("sh", "-c", "lp " + joined(rows, "'", "'", "'", "'\\''")))),
				new Judgement<>("arguments", new ProcessJudge(), new ProcessCall("exec", command)),
				new Judgement<>("ldap", new LdapJudge(),
						new TextCall(TextCall.Language.LDAP_FILTER,
								"(|" + joined(rows, "(uid=", ")", "(", "\\28") + ")")),
				new Judgement<>("xpath", new XPathJudge(),
						new TextCall(TextCall.Language.XPATH, "//a[" + joined(rows, ".='", "'", "'", "") + "]")),
				new Judgement<>("expression", new ExpressionJudge(),
						new TextCall(TextCall.Language.EXPRESSION, "{" + joined(rows, "'", "'", "'", "\\'") + "}")),
				new Judgement<>("template", new ExpressionJudge(),
						new TextCall(TextCall.Language.TEMPLATE, joined(rows, "<li>", "</li>", "{", "&#123;"))),
				new Judgement<>("nosql", new NoSqlJudge(),
						new NoSqlCall("find", "{\"a\":[" + joined(rows, "\"", "\"", "\"", "\\\"") + "]}")),
				new Judgement<>("file", new FileJudge(Set.of("jsp")),
						new FileCall("write", "/srv/" + joined(rows, "", "/x", "/", "_"), true)),
				new Judgement<>("url", new UrlJudge(OutboundPolicy.defaults()),
						new UrlCall("get", "http://a.example/?" + joined(rows, "q=", "&", "&", "%26"),
								(host) -> List.<InetAddress>of(), null)));
	}

	private static String joined(List<String> rows, String before, String behind, String sign, String escaped) {
		return rows.stream()
			.map((row) -> before + row.replace(sign, escaped) + behind)
			.collect(Collectors.joining(", "));
	}

}
