package io.github.raspspring.attack;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.BiFunction;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import io.github.raspspring.attack.command.ProcessCall;
import io.github.raspspring.attack.command.ProcessJudge;
import io.github.raspspring.attack.expression.ExpressionJudge;
import io.github.raspspring.attack.http.HeaderCall;
import io.github.raspspring.attack.http.HeaderJudge;
import io.github.raspspring.attack.lookup.JndiCall;
import io.github.raspspring.attack.lookup.JndiJudge;
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
import io.github.raspspring.autoconfigure.FamilyTraits;
import io.github.raspspring.engine.EnforcementMode;
import io.github.raspspring.engine.InputLocation;
import io.github.raspspring.engine.InputValue;
import io.github.raspspring.engine.ValueReader;
import io.github.raspspring.inspect.CanonicalValueReader;
import io.github.raspspring.sink.SinkInputs;
import io.github.raspspring.sink.SinkRequests;
import io.github.raspspring.sink.SinkVerdict;
import io.github.raspspring.sink.TextCall;
import io.github.raspspring.sink.TextCall.Language;
import org.jspecify.annotations.Nullable;

/**
 * Puts texts into what runs at the sinks, in the places where applications put them, and
 * asks the judges. Every call meets a judge that has learnt nothing.
 */
final class SinkPlacements {

	private static final int ROWS = 20;

	private static final ValueReader READER = new CanonicalValueReader(FamilyTraits.reader());

	private static final SinkRequests REQUESTS = new SinkRequests(EnforcementMode.BLOCK);

	private static final Map<String, BiFunction<String, SinkInputs, @Nullable SinkVerdict>> PLACES = places();

	private SinkPlacements() {
	}

	/**
	 * Judge each text in all places.
	 */
	static List<Verdict> judge(Stream<String> texts) {
		return texts.map(SinkPlacements::judge).toList();
	}

	private static Verdict judge(String text) {
		SinkInputs inputs = inputs(List.of(text));
		Verdict.Collector places = new Verdict.Collector(text);
		PLACES.forEach((name, place) -> places.add(name, place.apply(text, inputs)));
		return places.verdict();
	}

	/**
	 * Judge rows of dialect, statement and input.
	 */
	static List<Verdict> statements(Stream<Object[]> rows) {
		return rows.map((row) -> {
			String input = row[2].toString();
			String sql = row[1].toString().replace("{''}", input.replace("'", "''")).replace("{}", input);
			SqlDialect dialect = SqlDialect.valueOf(row[0].toString());
			return verdict(dialect + " " + sql, sql(sql, dialect, inputs(List.of(input))));
		}).toList();
	}

	/**
	 * Judge statements that hold many texts, each an input of the request, as they are
	 * and as an application escapes them.
	 */
	static List<Verdict> rows(List<String> texts) {
		List<Verdict> verdicts = new ArrayList<>();
		for (int i = 0; i + ROWS <= texts.size(); i += ROWS) {
			List<String> rows = texts.subList(i, i + ROWS);
			SinkInputs inputs = inputs(rows);
			String raw = "('" + String.join("'), ('", rows) + "')";
			String escaped = rows.stream()
				.map((row) -> "('" + row.replace("'", "''") + "')")
				.collect(Collectors.joining(", "));
			for (String values : List.of(raw, escaped)) {
				String sql = "INSERT INTO t (a) VALUES " + values;
				verdicts.add(verdict(sql, sql(sql, SqlDialect.H2, inputs)));
				verdicts.add(verdict("MYSQL " + sql, sql(sql, SqlDialect.MYSQL, inputs)));
			}
		}
		return verdicts;
	}

	private static Map<String, BiFunction<String, SinkInputs, @Nullable SinkVerdict>> places() {
		Map<String, BiFunction<String, SinkInputs, @Nullable SinkVerdict>> places = new LinkedHashMap<>();
		for (String statement : List.of("SELECT * FROM t WHERE a = '{}'", "SELECT * FROM t WHERE a LIKE '%{}%'",
				"SELECT * FROM t WHERE a = \"{}\"", "SELECT * FROM t WHERE (a = {}) AND b = 1",
				"SELECT * FROM t ORDER BY {}", "SELECT * FROM t WHERE a = '{''}'")) {
			for (SqlDialect dialect : List.of(SqlDialect.H2, SqlDialect.MYSQL, SqlDialect.POSTGRESQL)) {
				places.put(dialect + " " + statement,
						(text, inputs) -> sql(statement.replace("{''}", text.replace("'", "''")).replace("{}", text),
								dialect, inputs));
			}
		}
		for (String script : List.of("echo {}", "echo '{}'", "echo \"{}\"")) {
			places.put(script, (text, inputs) -> new ProcessJudge()
				.judge(new ProcessCall("test", List.of("sh", "-c", script.replace("{}", text))), inputs));
		}
		places.put("argument", (text, inputs) -> new ProcessJudge()
			.judge(new ProcessCall("test", List.of("convert", text, "out.png")), inputs));
		places.put("expression",
				(text, inputs) -> new ExpressionJudge().judge(call(Language.EXPRESSION, "price > " + text), inputs));
		places.put("template",
				(text, inputs) -> new ExpressionJudge().judge(call(Language.TEMPLATE, "Hello " + text), inputs));
		places.put("ldap", (text, inputs) -> new LdapJudge()
			.judge(call(Language.LDAP_FILTER, "(&(objectClass=person)(uid=" + text + "))"), inputs));
		places.put("xpath",
				(text, inputs) -> new XPathJudge().judge(call(Language.XPATH, "//user[name='" + text + "']"), inputs));
		places.put("nosql", (text, inputs) -> new NoSqlJudge()
			.judge(new NoSqlCall("find", "{\"name\": \"" + text + "\", \"age\": 3}"), inputs));
		places.put("file", (text, inputs) -> new FileJudge(FileJudge.EXECUTABLE_EXTENSIONS)
			.judge(new FileCall("write", "/data/in/" + text, true), inputs));
		places.put("url", (text, inputs) -> url("https://public.example.net/" + text, inputs));
		places.put("target", SinkPlacements::url);
		places.put("redirect", (text, inputs) -> new RedirectJudge(HostPatterns.NONE)
			.judge(new RedirectCall("sendRedirect", text), inputs));
		places.put("view", (text, inputs) -> new ForwardJudge(PathPatterns.NONE)
			.judge(new ForwardCall("view", text, ForwardCall.Target.VIEW), inputs));
		places.put("header", (text, inputs) -> new HeaderJudge().judge(new HeaderCall("X-Note", text), inputs));
		places.put("lookup",
				(text, inputs) -> new JndiJudge(HostPatterns.NONE).judge(new JndiCall("lookup", text), inputs));
		return places;
	}

	private static @Nullable SinkVerdict sql(String sql, SqlDialect dialect, SinkInputs inputs) {
		return new SqlJudge().judge(new SqlCall("Statement.execute", sql, () -> dialect), inputs);
	}

	private static @Nullable SinkVerdict url(String url, SinkInputs inputs) {
		UrlJudge judge = new UrlJudge(new OutboundPolicy(HostPatterns.NONE, HostPatterns.NONE, true));
		return judge.judge(new UrlCall("test", url, SinkPlacements::resolve), inputs);
	}

	private static List<InetAddress> resolve(String host) {
		try {
			return List.of(InetAddress.getByAddress(host, new byte[] { 93, (byte) 184, (byte) 216, 34 }));
		}
		catch (UnknownHostException ex) {
			throw new IllegalStateException(ex);
		}
	}

	private static TextCall call(Language language, String text) {
		return new TextCall(language, text);
	}

	private static SinkInputs inputs(List<String> texts) {
		return REQUESTS.inputs(READER,
				texts.stream()
					.map((text) -> new InputValue(InputLocation.FORM, "field", text))
					.toArray(InputValue[]::new));
	}

	private static Verdict verdict(String subject, @Nullable SinkVerdict verdict) {
		return new Verdict(subject, (verdict != null) ? verdict.toString() : "");
	}

}
