package io.github.raspspring.autoconfigure.event;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import io.github.raspspring.engine.event.EventArchive;
import io.github.raspspring.engine.event.EventOutcome;
import io.github.raspspring.engine.event.EventQuery;
import io.github.raspspring.engine.event.EventRecord;
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
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
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
import static org.awaitility.Awaitility.await;

/**
 * Requests that are served are events where the application asks for that: none, one of
 * so many, or each.
 */
class AccessEventTests {

	private static final String WITHOUT_DATABASE = Stream
		.of(DataSourceAutoConfiguration.class, HibernateJpaAutoConfiguration.class,
				DataJpaRepositoriesAutoConfiguration.class, DataJdbcRepositoriesAutoConfiguration.class)
		.map(Class::getName)
		.collect(Collectors.joining(","));

	private static final int ROUNDS = 10;

	private final HttpClient client = HttpClient.newHttpClient();

	/**
	 * Six requests a round, of which one is refused.
	 */
	@ParameterizedTest
	@CsvSource({ "off, 0", "sampled, 6", "all, 60" })
	void requestWhenItIsServedThenIsAnEventWhereThatIsWished(String access, int events) throws Exception {
		try (ConfigurableApplicationContext application = start(access)) {
			for (int i = 0; i < ROUNDS; i++) {
				assertThat(get(application, "/books/" + i)).isEqualTo(200);
				assertThat(get(application, "/missing")).isEqualTo(404);
				assertThat(get(application, "/failing")).isEqualTo(500);
				assertThat(get(application, "/books/1?q=x%27%20UNION%20SELECT%20a%20FROM%20b%20--")).isEqualTo(403);
				assertThat(post(application, "/books", "a title")).isEqualTo(201);
				assertThat(get(application, "/empty")).isEqualTo(204);
			}
			await().untilAsserted(() -> assertThat(served(application)).hasSize(events));
			assertThat(threats(application)).hasSize(ROUNDS);
			if (access.equals("all")) {
				assertTold(served(application));
			}
		}
	}

	private static void assertTold(List<EventRecord> served) {
		assertThat(served).extracting((event) -> event.facts().get("status"))
			.containsOnly("200", "404", "500", "403", "201", "204");
		assertThat(served).filteredOn((event) -> "/books/{id}".equals(event.where().route())).isNotEmpty();
		assertThat(served).allSatisfy((event) -> {
			assertThat(event.outcome()).isEqualTo(EventOutcome.SERVED);
			assertThat(event.alarming()).isFalse();
			assertThat(event.where().client()).startsWith("id-");
			assertThat(event.facts()).containsKeys("millis", "bytes");
		});
		assertThat(served).extracting(EventRecord::reference).doesNotHaveDuplicates();
	}

	private static List<EventRecord> served(ConfigurableApplicationContext application) {
		return of(application, "request-served");
	}

	private static List<EventRecord> threats(ConfigurableApplicationContext application) {
		return of(application, "threat-detected");
	}

	private static List<EventRecord> of(ConfigurableApplicationContext application, String type) {
		EventQuery query = new EventQuery(null, null, type, null, null, null, null, null, null, null, null, 1000);
		return application.getBean(EventArchive.class).find(query).events();
	}

	private static ConfigurableApplicationContext start(String access) {
		return new SpringApplicationBuilder(Application.class)
			.properties("server.port=0", "spring.main.banner-mode=off", "logging.level.root=off", "rasp.mode=block",
					"rasp.events.fold-window=0s", "rasp.events.access=" + access, "rasp.events.access-sample=10",
					"rasp.behavior.enabled=false", "spring.autoconfigure.exclude=" + WITHOUT_DATABASE)
			.run();
	}

	private int get(ConfigurableApplicationContext application, String path) throws Exception {
		return send(request(application, path));
	}

	private int post(ConfigurableApplicationContext application, String path, String body) throws Exception {
		return send(request(application, path).POST(BodyPublishers.ofString(body)));
	}

	private int send(HttpRequest.Builder request) throws Exception {
		return this.client.send(request.build(), BodyHandlers.ofString()).statusCode();
	}

	private static HttpRequest.Builder request(ConfigurableApplicationContext application, String path) {
		return HttpRequest.newBuilder(
				URI.create("http://localhost:" + application.getEnvironment().getProperty("local.server.port") + path));
	}

	@Configuration(proxyBeanMethods = false)
	@EnableAutoConfiguration
	@RestController
	static class Application {

		@GetMapping("/books/{id}")
		String book(@PathVariable int id, @RequestParam(required = false) String q) {
			return "book " + id + q;
		}

		@PostMapping("/books")
		ResponseEntity<String> add(@RequestBody String title) {
			return ResponseEntity.status(HttpStatus.CREATED).body(title);
		}

		@GetMapping("/empty")
		ResponseEntity<Void> empty() {
			return ResponseEntity.noContent().build();
		}

		@GetMapping("/failing")
		String failing() {
			throw new IllegalStateException("It fails");
		}

		@Bean
		SecurityFilterChain open(HttpSecurity http) {
			return http.csrf(AbstractHttpConfigurer::disable)
				.authorizeHttpRequests((requests) -> requests.anyRequest().permitAll())
				.build();
		}

	}

}
