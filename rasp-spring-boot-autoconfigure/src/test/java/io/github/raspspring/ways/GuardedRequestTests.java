package io.github.raspspring.ways;

import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.util.List;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * The guarded request behaves like the container's own: the same reads in the same order
 * give the same, in all modes, and a refusal is the same whoever reads.
 */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class GuardedRequestTests {

	private static final String FORM = "application/x-www-form-urlencoded";

	private static final String ATTACK = "q=x'%20union%20select%20password%20from%20users%20where%20'a'%3D'a";

	private WaysServer off;

	private WaysServer monitoring;

	private WaysServer blocking;

	@BeforeAll
	void start() {
		this.off = new WaysServer("off");
		this.monitoring = new WaysServer("monitor");
		this.blocking = new WaysServer("block");
	}

	@AfterAll
	void stop() {
		this.off.close();
		this.monitoring.close();
		this.blocking.close();
	}

	static List<String> paths() {
		return List.of("/read/now/parameter-then-stream", "/read/now/stream-then-parameter",
				"/read/now/reader-then-stream", "/read/now/stream-then-reader", "/read/now/reader-then-parameter",
				"/read/now/states", "/read/forward/stream-then-parameter", "/read/include/parameter",
				"/read/error/parameter", "/filter/parameter-then-stream", "/filter/inner/stream",
				"/filter/inner/parameter", "/filter/outer/stream", "/filter/outer/parameter",
				"/filter/inner/stream-then-parameter", "/filter/outer/stream-then-parameter",
				"/filter/inner/parameter-then-stream", "/filter/outer/parameter-then-stream", "/mvc/unread",
				"/mvc/callable", "/read/dispatch/stream", "/read/bare-dispatch/parameter");
	}

	@ParameterizedTest
	@MethodSource("paths")
	void requestWhenReadInAnyOrderThenGivesTheSame(String path) throws Exception {
		for (String body : List.of("q=1", "q=O'Neill&r=2&q=3", "", "q=" + "a".repeat(50_000), "no form at all")) {
			for (String type : List.of(FORM, FORM + ";charset=UTF-8", "text/plain")) {
				HttpResponse<String> expected = this.off.post(path + "?r=5", type, body);
				for (WaysServer server : List.of(this.monitoring, this.blocking)) {
					HttpResponse<String> response = server.post(path + "?r=5", type, body);
					assertThat(response.statusCode()).as(path + type).isEqualTo(expected.statusCode());
					assertThat(withoutTime(response)).as(path + type).isEqualTo(withoutTime(expected));
				}
			}
		}
	}

	@ParameterizedTest
	@MethodSource("paths")
	void requestWhenMonitoredThenAttackIsReadAsWithoutUs(String path) throws Exception {
		assertThat(withoutTime(this.monitoring.post(path, FORM, ATTACK)))
			.isEqualTo(withoutTime(this.off.post(path, FORM, ATTACK)));
	}

	@ParameterizedTest
	@ValueSource(strings = { "parameter", "values", "map", "names", "stream", "bytes", "lines", "reader",
			"parameter-then-stream", "stream-then-parameter" })
	void refusalWhenSwallowedIsAnsweredAllTheSame(String reading) throws Exception {
		assertThat(this.blocking.post("/read/swallow/" + reading, FORM, "q=1").body()).isEqualTo("all is well");
		WaysServer.assertRefused(this.blocking.post("/read/swallow/" + reading, FORM, ATTACK));
	}

	@Test
	void formWhenNobodyReadsItThenIsNotRead() throws Exception {
		assertThat(this.blocking.post("/mvc/unread", FORM, ATTACK).body()).isEqualTo("unread");
	}

	@ParameterizedTest
	@ValueSource(strings = { "https://evil.example/x", "//evil.example/x", "https:evil.example",
			"https://evil.example@a/", "/\\evil.example", "http://evil.example" })
	void redirectWhenItsTargetIsOfAFormThenIsStoppedLikeOneOfTheQuery(String target) throws Exception {
		String field = "q=" + Way.encode(target);
		int query = this.blocking.send(this.blocking.request("/mvc/redirect?" + field).build()).statusCode();
		assertThat(this.blocking.post("/mvc/redirect", FORM, field).statusCode()).isEqualTo(query).isEqualTo(403);
		assertThat(this.blocking
			.send(this.blocking.request("/mvc/redirect")
				.header("Content-Type", FORM)
				.PUT(BodyPublishers.ofString(field))
				.build())
			.statusCode()).isEqualTo(403);
		String part = "--b\r\nContent-Disposition: form-data; name=\"q\"\r\n\r\n" + target + "\r\n--b--\r\n";
		assertThat(this.blocking.post("/mvc/redirect", "multipart/form-data; boundary=b", part).statusCode())
			.isEqualTo(403);
	}

	@ParameterizedTest
	@ValueSource(strings = { "/books", "books/1", "?page=2", "#top", "/a?b=c", "./x" })
	void redirectWhenItsTargetIsLocalThenIsFollowed(String target) throws Exception {
		assertThat(this.blocking.post("/mvc/redirect", FORM, "q=" + Way.encode(target)).statusCode()).isEqualTo(302);
	}

	private static String withoutTime(HttpResponse<String> response) {
		return response.body().replaceAll("\"timestamp\":\"[^\"]*\"", "");
	}

}
