package io.github.raspspring.event.mark;

import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.annotation.web.configurers.AbstractHttpConfigurer;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * From a refusal that should not have been to the configuration that ends it.
 */
class FalseAlarmTests {

	private static final String SQL = "1' UNION SELECT password FROM users-- ";

	private static final String LOOKUP = "${jndi:ldap://x.example/a}";

	private static final String[] EXPOSED = { "server.port=0", "spring.main.banner-mode=off", "rasp.mode=block",
			"management.endpoints.web.exposure.include=rasp" };

	private static final JsonMapper json = new JsonMapper();

	private static final HttpClient client = HttpClient.newHttpClient();

	private static ConfigurableApplicationContext context;

	@TempDir
	private Path folder;

	@BeforeAll
	static void start() {
		context = new SpringApplicationBuilder(Application.class).properties(EXPOSED)
			.properties("management.endpoint.rasp.access=unrestricted", "rasp.routes[0].pattern=/notes/**",
					"rasp.routes[0].block-score=4")
			.run();
	}

	@AfterAll
	static void stop() {
		context.close();
	}

	@Test
	void markOfAQueryParameterAnswersWithAnExclusionThatIsTakenAsItIs() throws Exception {
		String yaml = mark(refused(get(context, "/books/7", "title", SQL)), "").get("exclude").asString();
		assertThat(yaml).contains("/books/{id}", "sql-injection", "title", "/notes/**");
		try (ConfigurableApplicationContext mended = restarted(yaml)) {
			assertThat(get(mended, "/books/8", "title", SQL).statusCode()).isEqualTo(200);
			assertThat(get(mended, "/books/8", "author", SQL).statusCode()).isEqualTo(403);
			assertThat(get(mended, "/books/8", "title", LOOKUP).statusCode()).isEqualTo(403);
			assertThat(get(mended, "/search", "title", SQL).statusCode()).isEqualTo(403);
			assertThat(post(mended, "/notes", "{\"text\":\"" + SQL + "\"}").statusCode()).isEqualTo(403);
			assertThat(post(mended, "/actuator/rasp/marks", "{\"operation\":\"mark\",\"target\":\"x\"}").statusCode())
				.as("off by default")
				.isEqualTo(405);
		}
	}

	@Test
	void markOfAJsonFieldAnswersWithAnExclusionThatIsTakenAsItIs() throws Exception {
		String yaml = mark(refused(post(context, "/notes", "{\"text\":\"" + SQL + "\"}")), "").get("exclude")
			.asString();
		assertThat(yaml).contains("/text", "block-score: \"4\"");
		try (ConfigurableApplicationContext mended = restarted(yaml)) {
			assertThat(post(mended, "/notes", "{\"text\":\"" + SQL + "\"}").statusCode()).isEqualTo(200);
			assertThat(post(mended, "/notes", "{\"title\":\"" + SQL + "\"}").statusCode()).isEqualTo(403);
			assertThat(post(mended, "/notes", "{\"text\":\"" + LOOKUP + "\"}").statusCode()).isEqualTo(403);
			assertThat(get(mended, "/books/8", "title", SQL).statusCode()).isEqualTo(403);
		}
	}

	@Test
	void markIsShownCountedAuditedAndTakenBack() throws Exception {
		String reference = refused(get(context, "/search", "title", SQL));
		mark(reference, ",\"reason\":\"a book about SQL\\r\\nevent=forged\"");
		String marks = get(context, "/actuator/rasp/marks").body();
		assertThat(marks).contains(reference, "a book about SQL??event=forged");
		assertThat(json.readTree(marks).get("byRule").properties())
			.anySatisfy((rule) -> assertThat(rule.getKey()).startsWith("sql-injection."));
		assertThat(get(context, "/actuator/rasp/events").body()).contains("operator-acted", "marks " + reference);
		assertThat(json.readTree(get(context, "/actuator/rasp/report").body()).get("marks").size()).isPositive();
		assertThat(post(context, "/actuator/rasp/marks", "{\"operation\":\"unmark\",\"target\":\"" + reference + "\"}")
			.statusCode()).isEqualTo(200);
		assertThat(get(context, "/actuator/rasp/marks").body()).doesNotContain(reference);
	}

	@ParameterizedTest
	@CsvSource({ "mark, unknown, 404", "unmark, unknown, 404", "forgive, unknown, 400" })
	void operationThatIsNoneIsRefused(String operation, String target, int status) throws Exception {
		HttpResponse<String> answer = post(context, "/actuator/rasp/marks",
				"{\"operation\":\"" + operation + "\",\"target\":\"" + target + "\"}");
		assertThat(answer.statusCode()).isEqualTo(status);
		assertThat(answer.headers().firstValue("Content-Type"))
			.hasValueSatisfying((type) -> assertThat(type).startsWith("application/problem+json"));
	}

	@ParameterizedTest
	@ValueSource(strings = { "html", "markdown" })
	void reportIsShownToPeople(String format) throws Exception {
		get(context, "/search", "title", "<script>alert(1)</script>" + SQL);
		HttpResponse<String> answer = get(context, "/actuator/rasp/report?period=1h&format=" + format);
		assertThat(answer.statusCode()).isEqualTo(200);
		assertThat(answer.headers().firstValue("Content-Type"))
			.hasValueSatisfying((type) -> assertThat(type).startsWith("text/" + format));
		assertThat(answer.body()).contains("Security report").doesNotContain("<script");
	}

	@ParameterizedTest
	@CsvSource({ "period=soon", "format=pdf", "period=-1d" })
	void reportOfNoPeriodIsAProblem(String query) throws Exception {
		assertThat(get(context, "/actuator/rasp/report?" + query).statusCode()).isEqualTo(400);
	}

	private ConfigurableApplicationContext restarted(String yaml) throws Exception {
		Path file = Files.writeString(this.folder.resolve("mended.yml"), yaml);
		return new SpringApplicationBuilder(Application.class).properties(EXPOSED)
			.properties("spring.config.additional-location=file:" + file)
			.run();
	}

	private static JsonNode mark(String reference, String more) throws Exception {
		HttpResponse<String> answer = post(context, "/actuator/rasp/marks",
				"{\"operation\":\"mark\",\"target\":\"" + reference + "\"" + more + "}");
		assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
		return json.readTree(answer.body());
	}

	private static String refused(HttpResponse<String> answer) {
		assertThat(answer.statusCode()).as(answer.body()).isEqualTo(403);
		return json.readTree(answer.body()).get("reference").asString();
	}

	private static HttpResponse<String> get(ConfigurableApplicationContext application, String path, String name,
			String value) throws Exception {
		return get(application, path + '?' + name + '=' + URLEncoder.encode(value, StandardCharsets.UTF_8));
	}

	private static HttpResponse<String> get(ConfigurableApplicationContext application, String path) throws Exception {
		return client.send(HttpRequest.newBuilder(uri(application, path)).build(), BodyHandlers.ofString());
	}

	private static HttpResponse<String> post(ConfigurableApplicationContext application, String path, String body)
			throws Exception {
		return client.send(HttpRequest.newBuilder(uri(application, path))
			.header("Content-Type", "application/json")
			.POST(BodyPublishers.ofString(body))
			.build(), BodyHandlers.ofString());
	}

	private static URI uri(ConfigurableApplicationContext application, String path) {
		return URI.create("http://127.0.0.1:" + application.getEnvironment().getProperty("local.server.port") + path);
	}

	@Configuration(proxyBeanMethods = false)
	@EnableAutoConfiguration
	@RestController
	static class Application {

		@GetMapping("/books/{id}")
		String book(@PathVariable long id, @RequestParam(required = false) String title,
				@RequestParam(required = false) String author) {
			return id + " " + title + author;
		}

		@GetMapping("/search")
		String search(@RequestParam String title) {
			return title;
		}

		@PostMapping("/notes")
		String note(@RequestBody Map<String, String> note) {
			return String.valueOf(note);
		}

		@Bean
		SecurityFilterChain chain(HttpSecurity http) {
			return http.csrf(AbstractHttpConfigurer::disable)
				.authorizeHttpRequests((requests) -> requests.anyRequest().permitAll())
				.build();
		}

	}

}
