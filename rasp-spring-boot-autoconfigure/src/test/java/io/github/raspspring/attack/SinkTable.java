package io.github.raspspring.attack;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.List;
import java.util.function.BiFunction;
import java.util.function.Supplier;
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
import io.github.raspspring.attack.serialization.ClassPatterns;
import io.github.raspspring.attack.serialization.ClassPolicy;
import io.github.raspspring.attack.serialization.DeserializationCall;
import io.github.raspspring.attack.serialization.DeserializationJudge;
import io.github.raspspring.attack.serialization.SerialSize;
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
import io.github.raspspring.attack.xml.XmlCall;
import io.github.raspspring.attack.xml.XmlJudge;
import io.github.raspspring.engine.EnforcementMode;
import io.github.raspspring.engine.InputLocation;
import io.github.raspspring.engine.InputValue;
import io.github.raspspring.sink.SinkCall;
import io.github.raspspring.sink.SinkInputs;
import io.github.raspspring.sink.SinkJudge;
import io.github.raspspring.sink.SinkRequests;
import io.github.raspspring.sink.SinkVerdict;
import io.github.raspspring.sink.TextCall;
import io.github.raspspring.sink.TextCall.Language;

/**
 * The tables of calls, each with the judge of its kind and the way to read a row of it as
 * a call.
 */
enum SinkTable {

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

	URL("url-sink", SinkTable::urls, (row, text) -> new UrlCall("test", text, SinkTable::resolve)),

	REDIRECT("redirect-sink",
			() -> new RedirectJudge(new HostPatterns(List.of("allowed.example", "*.allowed.example"))),
			(row, text) -> new RedirectCall("test", text)),

	FORWARD("forward-sink", () -> new ForwardJudge(new PathPatterns(List.of("/help/**"))),
			(row, text) -> new ForwardCall("test", text, ForwardCall.Target.valueOf(row.head().get(0)))),

	HEADER("header-sink", HeaderJudge::new, (row, text) -> {
		int colon = text.indexOf(": ");
		return new HeaderCall(text.substring(0, colon), text.substring(colon + 2));
	}),

	JNDI("jndi-sink", () -> new JndiJudge(new HostPatterns(List.of("allowed.example", "*.allowed.example"))),
			(row, text) -> new JndiCall("test", text)),

	XML("xml-sink", XmlJudge::new,
			(row, text) -> new XmlCall("test", text, XmlCall.Part.valueOf(row.kind()), row.isOfRequest())),

	DESERIALIZATION("deserialization-sink", () -> new DeserializationJudge(new ClassPolicy(ClassPatterns.NONE,
			new ClassPatterns(List.of("com.shop.legacy.Denied", "com.shop.denied.**")), 64, 1000, 1000, 10_000)),
			(row, text) -> new DeserializationCall("test", text, DeserializationCall.Format.valueOf(row.kind()),
					row.isOfRequest(), SerialSize.UNKNOWN));

	private final String folder;

	final Supplier<SinkJudge<?>> judges;

	private final BiFunction<Row, String, SinkCall> calls;

	SinkTable(String folder, Supplier<SinkJudge<?>> judges, BiFunction<Row, String, SinkCall> calls) {
		this.folder = folder;
		this.judges = judges;
		this.calls = calls;
	}

	Stream<Row> rows(String name) {
		return SinkCorpus.read(this.folder + "/" + name + ".txt")
			.map((arguments) -> Row.of(Stream.of(arguments.get()).map(String::valueOf).toList()));
	}

	String text(Row row) {
		return this.calls.apply(row, row.text()).argument();
	}

	boolean judge(SinkJudge<?> judge, Row row, SinkInputs inputs) {
		return verdict(judge, this.calls.apply(row, row.text()), inputs);
	}

	boolean judge(SinkJudge<?> judge, Row row, SinkRequests requests, String input) {
		return verdict(judge, this.calls.apply(row, row.text()), inputs(requests, input));
	}

	private static <C extends SinkCall> boolean verdict(SinkJudge<C> judge, SinkCall call, SinkInputs inputs) {
		SinkVerdict verdict = judge.judge(judge.callType().cast(call), inputs);
		return verdict != null && verdict.cap() == EnforcementMode.BLOCK;
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
			return List.of(InetAddress.getByName(host.endsWith("rebound.example.net") ? "10.9.8.7" : "93.184.216.34"));
		}
		catch (UnknownHostException ex) {
			throw new IllegalStateException(ex);
		}
	}

	/**
	 * A call with its input: where it stands, the text around it.
	 */
	record Row(List<String> head, String template, String input) {

		static Row of(List<String> parts) {
			int last = parts.size() - 1;
			return new Row(parts.subList(0, last - 1), parts.get(last - 1), parts.get(last));
		}

		String kind() {
			return this.head.get(0).split(" ")[0];
		}

		boolean isOfRequest() {
			return this.head.get(0).endsWith(" request");
		}

		Row with(String other) {
			return new Row(this.head, this.template, other);
		}

		String text() {
			return this.template.replace("{''}", this.input.replace("'", "''"))
				.replace("{strip}", this.input.replace("../", ""))
				.replace("{}", this.input);
		}

	}

}
