package io.github.raspspring.autoconfigure;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.ArrayList;
import java.util.List;

import io.github.raspspring.engine.StoreCalls;
import io.github.raspspring.store.Redis;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * What operators change while the application runs, over real HTTP.
 */
class OperationTests {

	private static final String UNRESTRICTED = "management.endpoint.rasp.access=unrestricted";

	private static final String BLOCK = """
			{"operation":"block","target":"network:7.7.7.7","duration":"10m","reason":"seen in the log"}""";

	private final HttpClient client = HttpClient.newHttpClient();

	private final List<ConfigurableApplicationContext> started = new ArrayList<>();

	@AfterEach
	void close() {
		this.started.forEach(ConfigurableApplicationContext::close);
	}

	@Test
	void operateWhenNotConfiguredThenIsOff() throws Exception {
		ConfigurableApplicationContext application = start();
		assertThat(post(application, "clients", BLOCK).statusCode()).isEqualTo(405);
		assertThat(get(application, "/", "7.7.7.7").statusCode()).isEqualTo(200);
		assertThat(get(application, "/actuator/rasp/clients", "1.1.1.1").body()).isEqualTo("[]");
	}

	@Test
	void operateWhenClientIsBlockedUnblockedAndForgottenThenDoesSoAndTellsTheTrail() throws Exception {
		ConfigurableApplicationContext application = start(UNRESTRICTED);
		HttpResponse<String> blocked = post(application, "clients", BLOCK);
		assertThat(blocked.statusCode()).isEqualTo(200);
		assertThat(blocked.body()).contains("\"client\":\"network:7.7.7.7\"").contains("\"suspicion\":\"BLOCK\"");
		assertThat(get(application, "/", "7.7.7.7").statusCode()).isEqualTo(403);
		assertThat(get(application, "/", "7.7.7.8").statusCode()).isEqualTo(200);
		post(application, "clients", """
				{"operation":"unblock","target":"network:::ffff:7.7.7.7"}""");
		assertThat(get(application, "/", "7.7.7.7").statusCode()).isEqualTo(200);
		assertThat(get(application, "/actuator/rasp/clients", "1.1.1.1").body()).contains("network:7.7.7.7");
		post(application, "clients", """
				{"operation":"forget","target":"network:7.7.7.7"}""");
		assertThat(get(application, "/actuator/rasp/clients", "1.1.1.1").body()).isEqualTo("[]");
		assertThat(get(application, "/actuator/rasp/events", "1.1.1.1").body()).contains("operator-acted")
			.contains("\"BLOCK\"")
			.contains("\"UNBLOCK\"")
			.contains("\"FORGET\"")
			.contains("clients network:7.7.7.7");
	}

	@ParameterizedTest
	@CsvSource(delimiter = '|', quoteCharacter = '`',
			value = { "clients | {'operation':'ban','target':'network:7.7.7.7'}",
					"clients | {'operation':'block','target':'network:0.0.0.0/0'}",
					"clients | {'operation':'block','target':'everybody'}",
					"clients | {'operation':'block','target':'network:7.7.7.7','duration':'-1m'}",
					"clients | {'operation':'block','target':'network:7.7.7.7','duration':'9999d'}",
					"clients | {'operation':'block','target':'network:7.7.7.7','duration':'soon'}",
					"clients | {'operation':'block','target':'network:127.0.0.1'}", "clients | {'operation':'block'}",
					"clients | {}", "limits | {'operation':'change','target':'unknown','capacity':'1'}",
					"limits | {'operation':'change','target':'all','capacity':'0'}",
					"limits | {'operation':'change','target':'all','capacity':'many'}",
					"limits | {'operation':'change','target':'all','period':'0s'}",
					"limits | {'operation':'change','target':'all','period':'400000d'}",
					"events | {'operation':'delete','target':'all'}" })
	void operateWhenInvalidThenIsRefusedAndNothingChanges(String section, String body) throws Exception {
		ConfigurableApplicationContext application = start(UNRESTRICTED);
		HttpResponse<String> answer = post(application, section, body.replace('\'', '"'));
		assertThat(answer.statusCode()).isEqualTo(400);
		assertThat(get(application, "/", "7.7.7.7").statusCode()).isEqualTo(200);
		assertThat(get(application, "/actuator/rasp/events", "1.1.1.1").body()).doesNotContain("operator-acted");
	}

	@ParameterizedTest
	@CsvSource(delimiter = '|', quoteCharacter = '`', value = {
			"limits | {'operation':'change','target':'all','capacity':'abc'} | capacity is a whole number",
			"limits | {'operation':'change','target':'all','period':'abc'} | period is a time",
			"limits | {'operation':'change','target':'all','period':'60'} | period is a time",
			"clients | {'operation':'block','target':'network:7.7.7.7','duration':'60'} | duration of a block is a time",
			"clients | {'operation':'block','target':'network:7.7.7.7','duration':'abc'} | duration of a block is a time",
			"clients | {'operation':'block','target':'subject:al\\u000aice'} | no control characters",
			"clients | {'operation':'block','target':'subject:al\\u2028ice'} | no control characters" })
	void operateWhenInvalidThenProblemNamesTheField(String section, String body, String detail) throws Exception {
		HttpResponse<String> answer = post(start(UNRESTRICTED), section, body.replace('\'', '"'));
		assertThat(answer.statusCode()).isEqualTo(400);
		assertThat(answer.headers().firstValue("Content-Type").orElseThrow()).startsWith("application/problem+json");
		assertThat(answer.body()).contains("\"status\":400", detail);
	}

	@ParameterizedTest
	@CsvSource({ "nosuch, unblock, no section of this name", "clients, unblock, is not blocked",
			"clients, forget, is not known" })
	void operateWhenThereIsNothingThenIsNotFound(String section, String operation, String detail) throws Exception {
		HttpResponse<String> answer = post(start(UNRESTRICTED), section, """
				{"operation":"%s","target":"network:7.7.7.7"}""".formatted(operation));
		assertThat(answer.statusCode()).isEqualTo(404);
		assertThat(answer.body()).contains("\"status\":404", detail);
	}

	@Test
	void operateWhenReasonIsASentenceThenTheTrailKeepsItsBlanksAndNoLineBreak() throws Exception {
		ConfigurableApplicationContext application = start(UNRESTRICTED);
		post(application, "clients",
				"""
						{"operation":"block","target":"subject:Zo\u00eb Smith","reason":"seen in the log\\nevent=forged \\"x"}""");
		assertThat(get(application, "/actuator/rasp/events", "1.1.1.1").body()).contains("subject:Zo\u00eb Smith");
		String id = get(application, "/actuator/rasp/events", "1.1.1.1").body()
			.replaceAll("(?s).*?\"reference\":\"([^\"]+)\".*", "$1");
		assertThat(get(application, "/actuator/rasp/events/" + id, "1.1.1.1").body())
			.contains("seen in the log?event=forged ?x");
	}

	@Test
	void requestWhenPlanIsExhaustedThenAnswerNamesIt() throws Exception {
		ConfigurableApplicationContext application = start();
		assertThat(admitted(application, 10)).isEqualTo(10);
		assertThat(get(application, "/", "7.7.7.7").body()).contains("\"violated-policies\":[\"all\"],\"reference\":");
	}

	@Test
	void operateWhenPlanIsChangedThenWhatIsLeftStaysTheSameShare() throws Exception {
		ConfigurableApplicationContext application = start(UNRESTRICTED);
		for (int i = 0; i < 5; i++) {
			get(application, "/", "7.7.7.7");
		}
		HttpResponse<String> changed = post(application, "limits", """
				{"operation":"change","target":"all","capacity":"100"}""");
		assertThat(changed.statusCode()).isEqualTo(200);
		assertThat(changed.body()).contains("\"capacity\":100");
		assertThat(admitted(application, 100)).as("half of the tokens were left").isEqualTo(50);
	}

	@Test
	void operateWhenStoreIsSharedThenOtherInstancesFollow() throws Exception {
		try (Redis redis = new Redis()) {
			String[] shared = { UNRESTRICTED, "rasp.store.type=redis", "rasp.store.redis.url=" + redis.url(),
					"rasp.store.refresh=50ms", "rasp.store.timeout=2s" };
			ConfigurableApplicationContext one = start(shared);
			ConfigurableApplicationContext other = start(shared);
			for (ConfigurableApplicationContext instance : this.started) {
				Awaitility.await().until(() -> instance.getBean(StoreCalls.class).isAvailable());
			}
			post(one, "clients", BLOCK);
			Awaitility.await().untilAsserted(() -> assertThat(get(other, "/", "7.7.7.7").statusCode()).isEqualTo(403));
			assertThat(get(other, "/actuator/rasp/clients", "1.1.1.1").body()).contains("network:7.7.7.7");
			post(other, "clients", """
					{"operation":"forget","target":"network:7.7.7.7"}""");
			Awaitility.await().untilAsserted(() -> assertThat(get(one, "/", "7.7.7.7").statusCode()).isNotEqualTo(403));
			post(one, "limits", """
					{"operation":"change","target":"all","capacity":"20"}""");
			Awaitility.await()
				.untilAsserted(() -> assertThat(get(other, "/actuator/rasp/limits/all", "1.1.1.1").body())
					.contains("\"capacity\":20"));
		}
	}

	private int admitted(ConfigurableApplicationContext application, int requests) throws Exception {
		int admitted = 0;
		for (int i = 0; i < requests; i++) {
			admitted += (get(application, "/", "7.7.7.7").statusCode() == 200) ? 1 : 0;
		}
		return admitted;
	}

	private ConfigurableApplicationContext start(String... properties) {
		String plan = "rasp.rate-limit.plans.all.";
		ConfigurableApplicationContext context = new SpringApplicationBuilder(OperatedApplication.class)
			.properties("server.port=0", "rasp.mode=block", "rasp.client.score.enabled=true",
					"rasp.client.trusted-proxies=127.0.0.0/8,::1", "management.endpoints.web.exposure.include=*",
					"logging.level.root=warn", plan + "capacity=10", plan + "period=1h", plan + "patterns=/")
			.properties(properties)
			.run();
		this.started.add(context);
		return context;
	}

	private HttpResponse<String> get(ConfigurableApplicationContext application, String path, String address)
			throws Exception {
		return this.client.send(request(application, path).header("X-Forwarded-For", address).build(),
				HttpResponse.BodyHandlers.ofString());
	}

	private HttpResponse<String> post(ConfigurableApplicationContext application, String section, String body)
			throws Exception {
		return this.client
			.send(request(application, "/actuator/rasp/" + section).header("Content-Type", "application/json")
				.POST(HttpRequest.BodyPublishers.ofString(body))
				.build(), HttpResponse.BodyHandlers.ofString());
	}

	private static HttpRequest.Builder request(ConfigurableApplicationContext application, String path) {
		return HttpRequest.newBuilder(
				URI.create("http://localhost:" + application.getEnvironment().getProperty("local.server.port") + path));
	}

	@Configuration(proxyBeanMethods = false)
	@EnableAutoConfiguration
	@Import(Handler.class)
	static class OperatedApplication {

		@Bean
		SecurityFilterChain openToAll(HttpSecurity http) {
			return http.csrf((csrf) -> csrf.disable())
				.authorizeHttpRequests((requests) -> requests.anyRequest().permitAll())
				.build();
		}

	}

	@RestController
	static class Handler {

		@GetMapping("/")
		String hello() {
			return "hello";
		}

	}

}
