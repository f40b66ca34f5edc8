package io.github.raspspring.surfacing;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.ObjectOutputStream;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;

import io.github.raspspring.engine.event.AnswerAborted;
import io.github.raspspring.event.EventHistory;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

/**
 * A blocked call surfaces as the same refusal whatever the application does about it, and
 * redirects, headers and objects are carried to the guard.
 */
@TestInstance(Lifecycle.PER_CLASS)
class SurfacingTests {

	private static final String ATTACK = "x' or '1'='1";

	private final HttpClient client = HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();

	private ConfigurableApplicationContext application;

	@BeforeAll
	void start() {
		this.application = new SpringApplicationBuilder(SurfacingApplication.class)
			.properties("server.port=0", "rasp.events.fold-window=0s", "rasp.mode=block",
					"rasp.inspection.enabled=false", "rasp.sinks.deserialization.denied=java.util.ArrayList",
					"logging.level.root=off", "spring.main.banner-mode=off", "spring.main.lazy-initialization=true")
			.run();
	}

	@AfterAll
	void stop() {
		this.application.close();
	}

	@ParameterizedTest
	@ValueSource(strings = { "plain", "transaction", "wrapped", "swallowed", "swallowed-status", "replaced", "callable",
			"future", "joined", "written" })
	void answerWhenCallIsBlockedThenIsTheSameRefusal(String way) throws Exception {
		HttpResponse<String> answer = get(way, ATTACK);
		assertThat(answer.statusCode()).as(answer.body()).isEqualTo(403);
		assertThat(answer.headers().firstValue("Content-Type")).hasValue("application/problem+json");
		assertThat(answer.body()).startsWith("{\"type\":\"about:blank\"").contains("\"reference\"");
		assertThat(get(way, "x").body()).contains("rows 1");
	}

	@ParameterizedTest
	@ValueSource(strings = { "committed", "committed-swallowed" })
	void answerWhenOnItsWayThenConnectionIsCutAndTheEventSaysSo(String way) throws Exception {
		assertThatExceptionOfType(IOException.class).isThrownBy(() -> get(way, ATTACK));
		assertThat(this.application.getBean(EventHistory.class).latest())
			.anySatisfy((event) -> assertThat(event).isInstanceOfSatisfying(AnswerAborted.class,
					(aborted) -> assertThat(aborted.where()).isEqualTo("/" + way)));
		assertThat(get(way, "x").body()).isEqualTo("a start rows 1");
	}

	@ParameterizedTest
	@ValueSource(strings = { "redirect", "redirect-entity", "redirect-view", "redirect-name" })
	void redirectWhenClientChoosesTheHostThenIsRefused(String way) throws Exception {
		assertThat(get(way, "//evil.example/login").statusCode()).isEqualTo(403);
		assertThat(get(way, "https://evil.example/login").statusCode()).isEqualTo(403);
		HttpResponse<String> honest = get(way, "/orders/1?page=2");
		assertThat(honest.statusCode()).isIn(302, 303);
		assertThat(honest.headers().firstValue("Location")).get().asString().endsWith("/orders/1?page=2");
	}

	@ParameterizedTest
	@CsvSource({ "a.txt; x=y,403", "a.txt,200", "report 2026.pdf,200" })
	void headerWhenClientAddsParameterThenIsRefused(String name, int status) throws Exception {
		assertThat(get("header", name).statusCode()).isEqualTo(status);
	}

	@Test
	void objectWhenItsClassIsDeniedThenIsNotCreated() throws Exception {
		assertThat(get("object", serialized(new ArrayList<>(List.of("a")))).statusCode()).isEqualTo(403);
		assertThat(get("object", serialized("an honest text")).body()).isEqualTo("read an honest text");
	}

	@ParameterizedTest
	@CsvSource(delimiter = '|', textBlock = """
			{"content":{"@class":"com.zaxxer.hikari.HikariDataSource","jdbcUrl":"jdbc:h2:mem:x"}} | 403
			{"content":{"@class":"java.util.ArrayList"}} | 403
			{"content":{"@class":"java.util.LinkedHashMap","a":"b"}} | 200
			""")
	void jsonWhenItNamesAClassThenItIsJudged(String json, int status) throws Exception {
		assertThat(get("typed-json", json).statusCode()).isEqualTo(status);
		assertThat(get("typed-json", json).statusCode()).isEqualTo(status);
	}

	@ParameterizedTest
	@CsvSource(delimiter = '|', textBlock = """
			["com.zaxxer.hikari.HikariDataSource",{"jdbcUrl":"jdbc:h2:mem:x"}] | 403
			["java.util.LinkedHashMap",{"a":"b"}] | 200
			""")
	void jsonWhenTypingIsDefaultThenItIsJudged(String json, int status) throws Exception {
		assertThat(get("default-typing", json).statusCode()).isEqualTo(status);
	}

	private static String serialized(Object object) throws IOException {
		ByteArrayOutputStream bytes = new ByteArrayOutputStream();
		try (ObjectOutputStream output = new ObjectOutputStream(bytes)) {
			output.writeObject(object);
		}
		return Base64.getUrlEncoder().encodeToString(bytes.toByteArray());
	}

	private HttpResponse<String> get(String way, String q) throws IOException, InterruptedException {
		String url = "http://localhost:" + this.application.getEnvironment().getProperty("local.server.port") + "/"
				+ way + "?q=" + URLEncoder.encode(q, StandardCharsets.UTF_8);
		return this.client.send(HttpRequest.newBuilder(URI.create(url)).build(), BodyHandlers.ofString());
	}

}
