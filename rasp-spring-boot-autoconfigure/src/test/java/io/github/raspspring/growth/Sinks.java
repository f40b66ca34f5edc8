package io.github.raspspring.growth;

import java.net.InetAddress;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.Function;

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
import io.github.raspspring.attack.xml.XmlCall;
import io.github.raspspring.attack.xml.XmlJudge;
import io.github.raspspring.autoconfigure.FamilyTraits;
import io.github.raspspring.engine.EnforcementMode;
import io.github.raspspring.engine.InputLocation;
import io.github.raspspring.engine.InputValue;
import io.github.raspspring.inspect.CanonicalValueReader;
import io.github.raspspring.sink.SinkInputs;
import io.github.raspspring.sink.SinkJudge;
import io.github.raspspring.sink.SinkRequests;
import io.github.raspspring.sink.TextCall;

/**
 * Passes a text, which came with the request, to each kind of execution, and counts what
 * each judge takes for it.
 */
public final class Sinks implements Function<String, Object[]> {

	private static final CanonicalValueReader READER = new CanonicalValueReader(FamilyTraits.reader());

	private final SinkRequests requests = new SinkRequests(EnforcementMode.BLOCK);

	@Override
	public Object[] apply(String text) {
		List<String> names = new ArrayList<>(List.of("inputs"));
		List<Long> taken = new ArrayList<>();
		long before = Steps.taken();
		SinkInputs inputs = this.requests.inputs(READER, new InputValue(InputLocation.QUERY, "q", text));
		taken.add(Steps.taken() - before);
		for (Judgement<?> judgement : judgements(text)) {
			names.add(judgement.name());
			taken.add(judgement.steps(inputs));
		}
		return new Object[] { names, taken.stream().mapToLong(Long::longValue).toArray() };
	}

	private static List<Judgement<?>> judgements(String text) {
		List<Judgement<?>> judgements = new ArrayList<>();
		for (SqlDialect dialect : SqlDialect.values()) {
			judgements.add(new Judgement<>("sql " + dialect, new SqlJudge(),
					new SqlCall("query", "SELECT * FROM t WHERE a = '" + text + "' AND b = 1", () -> dialect)));
			judgements.add(new Judgement<>("sql number " + dialect, new SqlJudge(),
					new SqlCall("query", "SELECT * FROM t WHERE a = " + text + " AND b = 1", () -> dialect)));
		}
		for (TextCall.Language language : TextCall.Language.values()) {
			SinkJudge<TextCall> judge = switch (language) {
				case EXPRESSION, TEMPLATE -> new ExpressionJudge();
				case LDAP_FILTER, LDAP_NAME -> new LdapJudge();
				case XPATH -> new XPathJudge();
			};
			judgements.add(new Judgement<>("whole " + language, judge, new TextCall(language, text)));
			judgements.add(new Judgement<>("part " + language, judge, new TextCall(language, "(a='" + text + "')")));
		}
		judgements.add(new Judgement<>("nosql", new NoSqlJudge(), new NoSqlCall("find", "{\"a\":\"" + text + "\"}")));
		judgements.add(new Judgement<>("nosql whole", new NoSqlJudge(), new NoSqlCall("find", text)));
		judgements.add(new Judgement<>("shell", new ProcessJudge(),
				new ProcessCall("exec", List.of("sh", "-c", "ls " + text + " x"))));
		judgements.add(new Judgement<>("shell quoted", new ProcessJudge(),
				new ProcessCall("exec", List.of("bash", "-c", "ls \"" + text + "\" x"))));
		judgements.add(new Judgement<>("cmd", new ProcessJudge(),
				new ProcessCall("exec", List.of("cmd", "/c", "dir " + text))));
		judgements.add(new Judgement<>("argument", new ProcessJudge(), new ProcessCall("exec", List.of("ls", text))));
		judgements
			.add(new Judgement<>("file", new FileJudge(Set.of()), new FileCall("open", "/srv/" + text, 5, false)));
		judgements.add(new Judgement<>("url", new UrlJudge(OutboundPolicy.defaults()),
				new UrlCall("get", "http://a/" + text, (host) -> List.<InetAddress>of(), null)));
		judgements.add(new Judgement<>("url whole", new UrlJudge(OutboundPolicy.defaults()),
				new UrlCall("get", text, (host) -> List.<InetAddress>of(), null)));
		judgements.add(new Judgement<>("redirect", new RedirectJudge(HostPatterns.NONE), new RedirectCall("to", text)));
		judgements.add(new Judgement<>("forward", new ForwardJudge(PathPatterns.NONE),
				new ForwardCall("forward", "/a/" + text, ForwardCall.Target.PATH)));
		judgements.add(new Judgement<>("view", new ForwardJudge(PathPatterns.NONE),
				new ForwardCall("view", text, ForwardCall.Target.VIEW)));
		judgements.add(new Judgement<>("header", new HeaderJudge(), new HeaderCall("X-A", "a" + text)));
		judgements.add(new Judgement<>("jndi", new JndiJudge(HostPatterns.NONE), new JndiCall("lookup", text)));
		judgements.add(new Judgement<>("xml", new XmlJudge(), XmlCall.ofDocument("<a>" + text + "</a>", false)));
		judgements.add(new Judgement<>("entity", new XmlJudge(), XmlCall.ofExternal("dtd", text, false)));
		return judgements;
	}

}
