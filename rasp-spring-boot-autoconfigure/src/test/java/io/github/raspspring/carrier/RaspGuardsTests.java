package io.github.raspspring.carrier;

import java.util.List;
import java.util.function.BiConsumer;
import java.util.stream.Stream;

import io.github.raspspring.attack.command.ProcessJudge;
import io.github.raspspring.attack.expression.ExpressionJudge;
import io.github.raspspring.attack.http.HeaderJudge;
import io.github.raspspring.attack.lookup.JndiJudge;
import io.github.raspspring.attack.path.FileJudge;
import io.github.raspspring.attack.query.LdapJudge;
import io.github.raspspring.attack.query.NoSqlJudge;
import io.github.raspspring.attack.query.XPathJudge;
import io.github.raspspring.attack.serialization.ClassPolicy;
import io.github.raspspring.attack.serialization.DeserializationJudge;
import io.github.raspspring.attack.sql.SqlJudge;
import io.github.raspspring.attack.url.ForwardJudge;
import io.github.raspspring.attack.url.HostPatterns;
import io.github.raspspring.attack.url.OutboundPolicy;
import io.github.raspspring.attack.url.PathPatterns;
import io.github.raspspring.attack.url.RedirectJudge;
import io.github.raspspring.attack.url.UrlJudge;
import io.github.raspspring.attack.xml.XmlJudge;
import io.github.raspspring.engine.EnforcementMode;
import io.github.raspspring.engine.InspectionScope;
import io.github.raspspring.engine.SinkBlockedException;
import io.github.raspspring.sink.SinkRequests;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatNoException;

/**
 * Tests for {@link RaspGuards}.
 */
class RaspGuardsTests {

	private final SinkRequests requests = new SinkRequests(EnforcementMode.BLOCK, new SqlJudge(), new ProcessJudge(),
			new FileJudge(FileJudge.EXECUTABLE_EXTENSIONS), new UrlJudge(OutboundPolicy.defaults()),
			new ExpressionJudge(), new LdapJudge(), new XPathJudge(), new NoSqlJudge(), new XmlJudge(),
			new HeaderJudge(), new DeserializationJudge(ClassPolicy.defaults()), new JndiJudge(HostPatterns.NONE),
			new RedirectJudge(HostPatterns.NONE), new ForwardJudge(PathPatterns.NONE));

	private final RaspGuards guards = new RaspGuards(this.requests.guard());

	@ParameterizedTest(name = "{0}")
	@MethodSource("checks")
	void checkWhenInputChangesWhatRunsThenBlocked(String source, BiConsumer<RaspGuards, String> check, String input) {
		try (InspectionScope.Binding request = this.requests.serve(input)) {
			assertThatExceptionOfType(SinkBlockedException.class).isThrownBy(() -> check.accept(this.guards, input))
				.satisfies((ex) -> assertThat(ex.decision().findings().get(0).detector()).isEqualTo(source));
		}
	}

	@ParameterizedTest(name = "{0}")
	@MethodSource("checks")
	void checkWhenInputIsOfAnotherRequestThenPasses(String source, BiConsumer<RaspGuards, String> check, String input) {
		try (InspectionScope.Binding request = this.requests.serve("something else")) {
			assertThatNoException().isThrownBy(() -> check.accept(this.guards, input));
		}
	}

	@ParameterizedTest(name = "{0}")
	@MethodSource("checks")
	void checkWhenNoRequestThenPasses(String source, BiConsumer<RaspGuards, String> check, String input) {
		assertThatNoException().isThrownBy(() -> check.accept(this.guards, input));
	}

	private static Stream<Arguments> checks() {
		return Stream.of(check("file-sink", (guards, input) -> guards.checkRead("covers/" + input), "../secret"),
				check("file-sink", (guards, input) -> guards.checkWrite("uploads/" + input), "shell.jsp"),
				check("process-sink", (guards, input) -> guards.checkProcess(List.of("sh", "-c", "echo " + input)),
						"x; id"),
				check("url-sink", (guards, input) -> guards.checkUrl(input), "http://127.0.0.1/"),
				check("sql-sink", (guards, input) -> guards.checkSql("SELECT * FROM books WHERE id = " + input),
						"1 OR 1=1"),
				check("expression-sink", (guards, input) -> guards.checkExpression(input), "T(java.lang.Runtime)"),
				check("expression-sink", (guards, input) -> guards.checkTemplate("Hello " + input), "${7*7}"),
				check("ldap-sink", (guards, input) -> guards.checkLdapFilter("(uid=" + input + ")"), "*)(uid=*"),
				check("ldap-sink", (guards, input) -> guards.checkLdapName("uid=" + input + ",ou=x"), "a,ou=admins"),
				check("xpath-sink", (guards, input) -> guards.checkXPath("//user[name='" + input + "']"),
						"' or '1'='1"),
				check("nosql-sink", (guards, input) -> guards.checkNoSql("{\"name\": \"" + input + "\"}"),
						"x\", \"$where\": \"1"),
				check("xml-sink", (guards, input) -> guards.checkXml(input, false),
						"<!DOCTYPE a [<!ENTITY x SYSTEM 'file:///etc/passwd'>]><a>&x;</a>"),
				check("xml-sink", (guards, input) -> guards.checkXmlEntity(input, false), "file:///etc/passwd"),
				check("jndi-sink", (guards, input) -> guards.checkLookup(input), "ldap://evil.example/a"),
				check("deserialization-sink", (guards, input) -> guards.checkType(input, false), "java.io.File"),
				check("redirect-sink", (guards, input) -> guards.checkRedirect(input), "//evil.example/"),
				check("forward-sink", (guards, input) -> guards.checkForward("/pages/" + input), "../WEB-INF/web.xml"),
				check("forward-sink", (guards, input) -> guards.checkView(input), "redirect:/orders"),
				check("header-sink", (guards, input) -> guards.checkHeader("X-Name", input), "x\r\nSet-Cookie: a=b"));
	}

	private static Arguments check(String source, BiConsumer<RaspGuards, String> check, String input) {
		return Arguments.of(source, check, input);
	}

}
