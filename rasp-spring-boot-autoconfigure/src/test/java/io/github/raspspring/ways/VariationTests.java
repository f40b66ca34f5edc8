package io.github.raspspring.ways;

import java.io.IOException;
import java.net.http.HttpResponse;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.Base64;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * One way in, written in many ways: each is sent with an honest value first, which has to
 * arrive, and with an attack, which must not. A tilde stands for a line break, a sharp
 * for the value.
 */
class VariationTests extends WaysTest {

	private static final String ATTACK = "x' union select password from users where 'a'='a";

	private static final String HONEST = "it's a union of two";

	private static final String FORM = "application/x-www-form-urlencoded";

	@ParameterizedTest
	@CsvSource(delimiter = '|', textBlock = """
			application/x-www-form-urlencoded|q=a&q=#
			application/x-www-form-urlencoded|q=a&r=#
			application/x-www-form-urlencoded|q=a&#=1
			application/x-www-form-urlencoded;charset=ISO-8859-1|q=#
			application/x-www-form-urlencoded;charset=UTF-16|q=#
			Application/X-WWW-Form-Urlencoded|q=#
			application/x-www-form-urlencoded|&&q=#&&
			application/x-www-form-urlencoded|q=a&r[0][b]=#
			application/x-www-form-urlencoded|q=1&q=2&q=3&q=#
			""")
	void formWhenWrittenOtherwiseThenIsJudged(String type, String body) throws Exception {
		for (String path : new String[] { "/read/now/parameter", "/read/now/values", "/read/now/map", "/read/now/names",
				"/filter/parameter", "/mvc/request/parameter", "/mvc/beside/parameter", "/functional/param" }) {
			assertThat(server().post(path, type, body.replace("#", Way.encode(HONEST))).statusCode()).isEqualTo(200);
			WaysServer.assertRefused(server().post(path, type, body.replace("#", Way.encode(ATTACK))));
			WaysServer
				.assertRefused(server().post(path, type, body.replace("#", Way.encode(ATTACK).replace("%20", "+"))));
		}
	}

	@ParameterizedTest
	@ValueSource(strings = { "Content-Type: multipart/mixed; boundary=c~~--c~A: b~~#~--c--",
			"content-type: Multipart/alternative;~ boundary=\"c\"~~--c~A: b~~#~--c--",
			"Content-Type: multipart/mixed; boundary=c~~--c~Content-Type: multipart/mixed; boundary=d~~--d~~#~--d--~--c--",
			"Content-Type: message/rfc822~~Subject: #~~hello", "Content-Type: message/rfc822~~Subject: a~~#",
			"Content-Type: message/http~~Content-Type: text/plain~~#", "Content-Type: text/html~~#",
			"Content-Type: application/octet-stream~~#", "Content-Type: application/xml~~<a b=\"#\"/>",
			"Content-Type: application/json~~{\"a\":[\"#\"]}", "X: a~ #~~b", "~#",
			"Content-Disposition: form-data; name=\"q\"; more=\"#\"~~b" })
	void partWhenItHoldsMoreThanTextThenIsJudged(String part) throws Exception {
		for (String type : new String[] { "multipart/mixed; boundary=b", "multipart/related; boundary=\"b\"",
				"multipart/form-data; boundary=b" }) {
			for (String path : new String[] { "/read/now/stream", "/read/listener/stream", "/filter/stream" }) {
				String honest = message(part.replace("#", HONEST));
				assertThat(server().post(path, type, honest).body()).isEqualTo(honest);
				WaysServer.assertRefused(server().post(path, type, message(part.replace("#", ATTACK))));
			}
		}
	}

	@ParameterizedTest
	@ValueSource(strings = { "text/plain", "application/json", "application/octet-stream", "text/csv", "image/svg+xml",
			"text/html" })
	void partWhenWrittenInBase64ThenIsJudged(String type) throws Exception {
		String part = "Content-Type: " + type + "~Content-Transfer-Encoding: Base64~~";
		for (String path : new String[] { "/read/now/stream", "/filter/stream", "/read/listener/stream" }) {
			String honest = message(part + mime(document(type, HONEST)));
			assertThat(server().post(path, "multipart/mixed; boundary=b", honest).body()).isEqualTo(honest);
			WaysServer.assertRefused(
					server().post(path, "multipart/mixed; boundary=b", message(part + mime(document(type, ATTACK)))));
		}
	}

	@ParameterizedTest
	@ValueSource(strings = { "{\"q\":\"#\"}", "{\"q\":\"a=b&c=#\"}", "[1,{\"a\":[\"#\"]}]", " ~{\"q\" : \"#\"}",
			"\"#\"", "{\"#\":1}", "<a b=\"x=1&amp;y\">#</a>", "\uFEFF{\"q\":\"#\"}", "{\"q\":\"a\"}~{\"q\":\"#\"}~",
			"{\"q\":\"100% #\"}" })
	void documentWhenCalledAFormThenIsJudged(String document) throws Exception {
		for (String path : new String[] { "/read/now/stream", "/read/listener/stream", "/mvc/stream",
				"/read/now/reader" }) {
			String honest = document.replace('~', '\n').replace("#", HONEST);
			assertThat(server().post(path, FORM, honest).body()).isEqualTo(honest);
			WaysServer.assertRefused(server().post(path, FORM, document.replace('~', '\n').replace("#", ATTACK)));
		}
	}

	@ParameterizedTest
	@ValueSource(strings = { "application/x-ndjson", "application/jsonl", "application/json-seq", "text/event-stream",
			"application/grpc", "application/grpc+json", "application/connect+json" })
	void messageOfAStreamIsJudgedHoweverItIsFramed(String type) throws Exception {
		for (String frame : new String[] { "{\"a\":\"b\"}\n{\"q\":\"#\"}\n", "data: {\"q\":\"#\"}\n\n",
				"\u0000\u0000\u0000\u0000\u0050{\"q\":\"#\"}", "\u001e{\"q\":\"#\"}\n" }) {
			for (String path : new String[] { "/read/now/stream", "/read/listener/stream", "/mvc/stream" }) {
				assertThat(server().post(path, type, frame.replace("#", HONEST)).body())
					.isEqualTo(frame.replace("#", HONEST));
				WaysServer.assertRefused(server().post(path, type, frame.replace("#", ATTACK)));
			}
		}
	}

	@ParameterizedTest
	@ValueSource(strings = { "IBM037", "IBM500", "IBM1047", "IBM1140", "IBM273", "IBM285" })
	void documentInEbcdicIsJudgedWhateverItsType(String charset) throws Exception {
		String declaration = "<?xml version=\"1.0\" encoding=\"" + charset + "\"?>";
		byte[] honest = (declaration + "<a>O'Neill</a>").getBytes(Charset.forName(charset));
		byte[] attack = (declaration + "<!DOCTYPE a [<!ENTITY b SYSTEM \"file:///etc/passwd\">]><a>&b;</a>")
			.getBytes(Charset.forName(charset));
		for (String type : new String[] { "text/plain", "application/octet-stream", "application/xml", "text/xml",
				"application/x-any", "image/png" }) {
			for (String path : new String[] { "/mvc/bytes", "/read/now/stream" }) {
				assertThat(server().post(path, type, honest).statusCode()).isEqualTo(200);
				WaysServer.assertRefused(server().post(path, type, attack));
			}
		}
	}

	@ParameterizedTest
	@ValueSource(
			strings = { "%PDF-1.7\n", "\u0001", "GIF89a", "\u0089PNG\r\n\u001a\n", "\u0000\u0000", "PK\u0003\u0004" })
	void bodyWhenAFunctionalRouteReadsItAsTextThenIsJudgedToItsEnd(String before) throws Exception {
		String filler = before + "y".repeat(9000) + "\n";
		for (String type : new String[] { "application/octet-stream", "image/png", "application/pdf", "video/mp4" }) {
			assertThat(server().post("/functional/body", type, filler + HONEST).statusCode()).isEqualTo(200);
			WaysServer.assertRefused(server().post("/functional/body", type, filler + ATTACK));
		}
	}

	@ParameterizedTest
	@ValueSource(strings = { "Basic #", "basic  #", "Basic #:x", "Basic a #", "BASIC =#", "Basic (#)" })
	void credentialsThatAreNoBase64AreJudged(String value) throws Exception {
		assertThat(authorized(value.replace("#", "it's jane")).statusCode()).isEqualTo(200);
		WaysServer.assertRefused(authorized(value.replace("#", ATTACK)));
	}

	@ParameterizedTest
	@ValueSource(strings = { "filename*0=\"#1\"; filename*1=\"#2\"", "filename = \"#\"", "filename*=utf-8'en'%",
			"x=\"#\"", "filename*=ISO-8859-1''%", "filename=\"\"; filename=\"#\"", "filename=a; FileName*=UTF-8''%",
			";filename=\"#\"", "filename=\"#", "filename*=\"UTF-8''%\"", "filename==?utf-8?b?B64?=",
			"filename=\"a.txt\"; x=\"; filename=\\\"#\\\"\"" })
	void nameOfAFileIsJudgedHoweverItIsWritten(String names) throws Exception {
		for (String type : new String[] { "multipart/mixed; boundary=b", "multipart/related; boundary=b" }) {
			assertThat(server().post("/read/now/stream", type, named(names, "report (2).txt")).statusCode())
				.isEqualTo(200);
			WaysServer.assertRefused(server().post("/read/now/stream", type, named(names, "../../../../etc/passwd")));
		}
	}

	private HttpResponse<String> authorized(String value) throws IOException, InterruptedException {
		return server().send(server().request("/mvc/unread").header("Authorization", value).build());
	}

	private static String named(String names, String name) {
		String encoded = Way.encode(name);
		String written = names.replace("#1", name.substring(0, 6))
			.replace("#2", name.substring(6))
			.replace("B64", Base64.getEncoder().encodeToString(name.getBytes(StandardCharsets.UTF_8)))
			.replace("%", encoded)
			.replace("#", name);
		return message("Content-Disposition: form-data; name=\"q\"; " + written + "~~x");
	}

	private static String message(String part) {
		return ("--b~" + part + "~--b--~").replace("~", "\r\n");
	}

	private static String document(String type, String value) {
		return switch (type) {
			case "application/json" -> "{\"a\":\"" + value + "\"}";
			case "image/svg+xml" -> "<svg><text>" + value + "</text></svg>";
			default -> value;
		};
	}

	private static String mime(String text) {
		return Base64.getMimeEncoder().encodeToString(text.getBytes(StandardCharsets.UTF_8));
	}

}
