package io.github.raspspring.selfcheck;

import java.util.List;
import java.util.function.BiConsumer;

import io.github.raspspring.carrier.RaspGuards;
import io.github.raspspring.sink.SinkKind;

/**
 * A dangerous call that a request brings about. It is judged and never made.
 *
 * @param kind who has to judge it
 * @param input what the request brings
 * @param call shows the guards what the application would do with it
 */
record SampleCall(SinkKind kind, String input, BiConsumer<RaspGuards, String> call) {

	static List<SampleCall> all() {
		return List.of(
				new SampleCall(SinkKind.SQL, "x' OR '1'='1",
						(guards, input) -> guards.checkSql("SELECT * FROM book WHERE title = '" + input + "'")),
				new SampleCall(SinkKind.PROCESS, "x; id",
						(guards, input) -> guards.checkProcess(List.of("sh", "-c", "ls " + input))),
				new SampleCall(SinkKind.FILE, "../../../../etc/passwd",
						(guards, input) -> guards.checkRead("/srv/files/" + input)),
				new SampleCall(SinkKind.URL, "http://127.0.0.1:1/admin", RaspGuards::checkUrl),
				new SampleCall(SinkKind.EXPRESSION, "T(java.lang.Runtime).getRuntime()", RaspGuards::checkExpression),
				new SampleCall(SinkKind.LDAP, "*)(uid=*",
						(guards, input) -> guards.checkLdapFilter("(&(uid=" + input + ")(role=user))")),
				new SampleCall(SinkKind.XPATH, "x' or 'a'='a",
						(guards, input) -> guards.checkXPath("//user[name='" + input + "']")),
				new SampleCall(SinkKind.NOSQL, "{\"$ne\":null}",
						(guards, input) -> guards.checkNoSql("{\"name\":" + input + '}')),
				new SampleCall(SinkKind.DESERIALIZATION, "com.sun.rowset.JdbcRowSetImpl",
						(guards, input) -> guards.checkType(input, true)),
				new SampleCall(SinkKind.JNDI, "ldap://192.0.2.1/a", RaspGuards::checkLookup),
				new SampleCall(SinkKind.XML, "file:///etc/passwd",
						(guards, input) -> guards.checkXmlEntity(input, true)),
				new SampleCall(SinkKind.REDIRECT, "https://192.0.2.1/", RaspGuards::checkRedirect),
				new SampleCall(SinkKind.FORWARD, "/WEB-INF/web.xml", RaspGuards::checkForward),
				new SampleCall(SinkKind.HEADER, "x\r\nSet-Cookie: a=b",
						(guards, input) -> guards.checkHeader("X-Name", input)));
	}

}
