package io.github.raspspring.autoconfigure.event;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import io.github.raspspring.client.ClientScoreboard;
import io.github.raspspring.engine.Category;
import io.github.raspspring.engine.Detector;
import io.github.raspspring.engine.Findings;
import io.github.raspspring.engine.Inspection;
import io.github.raspspring.engine.event.EventArchive;
import io.github.raspspring.engine.event.EventQuery;
import io.github.raspspring.engine.event.EventRecord;
import io.github.raspspring.event.Pseudonyms;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.boot.data.jdbc.autoconfigure.DataJdbcRepositoriesAutoConfiguration;
import org.springframework.boot.data.jpa.autoconfigure.DataJpaRepositoriesAutoConfiguration;
import org.springframework.boot.hibernate.autoconfigure.HibernateJpaAutoConfiguration;
import org.springframework.boot.jdbc.autoconfigure.DataSourceAutoConfiguration;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.annotation.web.configurers.AbstractHttpConfigurer;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

/**
 * Whatever the product does in a running application is an event with all there is to
 * tell, and what it leaves alone is none.
 */
class EventKindTests {

	private static final String WITHOUT_DATABASE = Stream
		.of(DataSourceAutoConfiguration.class, HibernateJpaAutoConfiguration.class,
				DataJpaRepositoriesAutoConfiguration.class, DataJdbcRepositoriesAutoConfiguration.class)
		.map(Class::getName)
		.collect(Collectors.joining(","));

	private static final String UNION = "x%27%20UNION%20SELECT%20password%20FROM%20users%20--";

	private static ConfigurableApplicationContext application;

	private final HttpClient client = HttpClient.newHttpClient();

	@BeforeAll
	static void start() {
		application = new SpringApplicationBuilder(Application.class)
			.properties("server.port=0", "spring.main.banner-mode=off", "logging.level.root=off", "rasp.mode=block",
					"rasp.events.fold-window=0s", "rasp.behavior.enabled=false", "rasp.client.score.enabled=true",
					"rasp.client.trusted-proxies=127.0.0.0/8", "rasp.routes[0].pattern=/watched/**",
					"rasp.routes[0].mode=monitor", "rasp.rate-limit.plans.few.capacity=2",
					"rasp.rate-limit.plans.few.period=1h",
					"rasp.rate-limit.plans.few.patterns=/limited,/watched/limited", "rasp.patches[0].id=old",
					"rasp.patches[0].pattern=/books", "rasp.patches[0].parameter=title",
					"rasp.patches[0].max-length=500", "rasp.patches[0].expires=2020-01-01",
					"rasp.events.webhook.url=http://localhost:1/", "rasp.events.webhook.secret=a secret of the tests",
					"spring.autoconfigure.exclude=" + WITHOUT_DATABASE)
			.run();
	}

	@AfterAll
	static void stop() {
		application.close();
	}

	/**
	 * What is asked for, how often, and what comes of the last request.
	 */
	@ParameterizedTest
	@CsvSource({ "10.0.0.1, /books?title=" + UNION + ", 1, 403, blocked, BLOCK, BLOCK",
			"10.0.0.2, /watched/books?title=" + UNION + ", 1, 200, would-block, MONITOR, BLOCK",
			"10.0.0.3, /limited?title=a, 3, 429, limited, THROTTLE, THROTTLE",
			"10.0.0.4, /watched/limited?title=a, 3, 200, would-limit, MONITOR, THROTTLE" })
	void requestWhenSomethingIsDoneThenIsAnEvent(String address, String path, int times, int status, String outcome,
			String action, String inBlockMode) throws Exception {
		for (int i = 1; i < times; i++) {
			assertThat(get(path, address)).isEqualTo(200);
		}
		assertThat(get(path, address)).isEqualTo(status);
		EventRecord event = only(address, outcome);
		assertThat(event.type()).isEqualTo("threat-detected");
		assertThat(event.reference()).isNotBlank();
		assertThat(event.why().action()).isEqualTo(action);
		assertThat(event.why().inBlockMode()).isEqualTo(inBlockMode);
		assertThat(event.why().mode()).isEqualTo(path.startsWith("/watched") ? "MONITOR" : "BLOCK");
		assertThat(event.where().path()).isEqualTo(path.substring(0, path.indexOf('?')));
		assertThat(event.alarming()).isTrue();
		assertThat(event.fix()).isNotEmpty();
		assertThat(event.findings()).isNotEmpty().allSatisfy((finding) -> {
			assertThat(finding.cwe()).startsWith("CWE-");
			assertThat(finding.owasp()).startsWith("API");
			assertThat(finding.remedy()).isNotBlank();
			assertThat(finding.evidence()).doesNotContain("password%20", UNION);
		});
	}

	@Test
	void requestWhenSomethingIsSeenThatDoesNothingThenIsNoted() throws Exception {
		assertThat(post("/orders", "{\"title\":\"a\",\"zone\":\"b\"}", "10.0.0.5")).isEqualTo(200);
		EventRecord event = only("10.0.0.5", "noted");
		assertThat(event.alarming()).isFalse();
		assertThat(event.findings()).extracting("detector").containsOnly("profile-declared");
		assertThat(event.where().route()).isEqualTo("/orders");
	}

	@ParameterizedTest
	@CsvSource({ "10.0.1.1, /books?title=Dune", "10.0.1.2, /watched/books?title=O%27Hara", "10.0.1.3, /limited?title=a",
			"10.0.1.4, /watched/limited?title=a", "10.0.1.5, /books?title=union%20of%20two", "10.0.1.6, /missing" })
	void requestWhenNothingIsDoneThenIsNoEvent(String address, String path) throws Exception {
		get(path, address);
		get("/books?title=" + UNION, "10.0.1.99");
		await().untilAsserted(() -> assertThat(of(address("10.0.1.99"))).isNotEmpty());
		assertThat(of(address(address))).isEmpty();
	}

	@Test
	void clientWhenItIsBlockedAndUnblockedThenEachIsAnEvent() throws Exception {
		ClientScoreboard scores = application.getBean(ClientScoreboard.class);
		scores.block("network:10.0.0.6", Duration.ofMinutes(10));
		assertThat(get("/books?title=Dune", "10.0.0.6")).isEqualTo(403);
		assertThat(scores.unblock("network:10.0.0.6")).isTrue();
		assertThat(scores.unblock("network:10.0.0.6")).as("is not blocked").isFalse();
		scores.block("network:10.0.0.6", Duration.ofMinutes(10));
		assertThat(scores.forget("network:10.0.0.6")).isTrue();
		assertThat(get("/books?title=Dune", "10.0.0.6")).isEqualTo(200);
		EventRecord refused = only("10.0.0.6", "client-refused");
		assertThat(of(type("client-blocked"))).filteredOn((event) -> isOf(event, refused))
			.hasSize(2)
			.allSatisfy((event) -> {
				assertThat(event.facts()).containsKeys("until", "reason");
				assertThat(event.alarming()).isTrue();
			});
		assertThat(of(type("client-unblocked"))).filteredOn((event) -> isOf(event, refused))
			.extracting((event) -> event.facts().get("reason"))
			.containsExactlyInAnyOrder("unblocked", "forgotten");
	}

	private static boolean isOf(EventRecord event, EventRecord refused) {
		return String.valueOf(refused.where().client()).equals(event.where().client());
	}

	@Test
	void detectorWhenItFailsThenIsAnEventAndTheRequestIsServed() throws Exception {
		assertThat(get("/books?title=break", "10.0.0.7")).isEqualTo(200);
		assertThat(of(type("detector-failed"))).isNotEmpty().allSatisfy((event) -> {
			assertThat(event.facts()).containsEntry("source", "breaking")
				.containsEntry("failure", IllegalStateException.class.getName());
			assertThat(event.fix()).isNotEmpty();
		});
	}

	@Test
	void ownNeedsThatNobodyHasMetAreEvents() {
		assertThat(of(type("patch-overdue"))).singleElement()
			.satisfies((event) -> assertThat(event.facts()).containsEntry("patch", "old"));
		await().untilAsserted(() -> assertThat(of(type("outlet-state-changed"))).isNotEmpty()
			.allSatisfy((event) -> assertThat(event.facts()).containsEntry("outlet", "webhook")
				.containsEntry("available", "false")));
	}

	private static EventRecord only(String address, String outcome) {
		await().untilAsserted(() -> assertThat(of(address(address))).isNotEmpty());
		List<EventRecord> events = of(address(address));
		assertThat(events).extracting((event) -> event.outcome().label()).containsExactly(outcome);
		assertThat(String.valueOf(events.get(0).where().client())).startsWith("id-").doesNotContain(address);
		return events.get(0);
	}

	private static EventQuery type(String type) {
		return new EventQuery(null, null, type, null, null, null, null, null, null, null, null, 100);
	}

	private static EventQuery address(String address) {
		String client = application.getBean(Pseudonyms.class).of(address);
		return new EventQuery(null, null, "threat-detected", null, null, client, null, null, null, null, null, 100);
	}

	private static List<EventRecord> of(EventQuery query) {
		return application.getBean(EventArchive.class).find(query).events();
	}

	private int get(String path, String address) throws IOException, InterruptedException {
		return send(request(path, address));
	}

	private int post(String path, String json, String address) throws IOException, InterruptedException {
		return send(
				request(path, address).header("Content-Type", "application/json").POST(BodyPublishers.ofString(json)));
	}

	private static HttpRequest.Builder request(String path, String address) {
		return HttpRequest
			.newBuilder(URI
				.create("http://127.0.0.1:" + application.getEnvironment().getProperty("local.server.port") + path))
			.header("X-Forwarded-For", address);
	}

	private int send(HttpRequest.Builder request) throws IOException, InterruptedException {
		return this.client.send(request.build(), BodyHandlers.ofString()).statusCode();
	}

	record Order(String title) {

	}

	/**
	 * Fails for one title.
	 */
	static class Breaking implements Detector {

		@Override
		public String name() {
			return "breaking";
		}

		@Override
		public Category category() {
			return Category.INJECTION;
		}

		@Override
		public void detect(Inspection inspection, Findings findings) {
			if (inspection.values().stream().anyMatch((value) -> value.value().equals("break"))) {
				throw new IllegalStateException("It breaks");
			}
		}

	}

	@Configuration(proxyBeanMethods = false)
	@EnableAutoConfiguration
	@RestController
	static class Application {

		@GetMapping({ "/books", "/limited", "/watched/books", "/watched/limited" })
		String books(@RequestParam String title) {
			return "books called " + title.length();
		}

		@PostMapping("/orders")
		String order(@RequestBody Order order) {
			return "ordered " + order.title().length();
		}

		@Bean
		Detector breaking() {
			return new Breaking();
		}

		@Bean
		SecurityFilterChain open(HttpSecurity http) {
			return http.csrf(AbstractHttpConfigurer::disable)
				.authorizeHttpRequests((requests) -> requests.anyRequest().permitAll())
				.build();
		}

	}

}
