package io.github.raspspring.web.answer;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.Map;

import io.github.raspspring.engine.event.AnswerAborted;
import io.github.raspspring.event.EventHistory;
import jakarta.servlet.RequestDispatcher;
import jakarta.servlet.http.HttpServletRequest;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.boot.webmvc.error.ErrorController;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.http.HttpStatusCode;
import org.springframework.http.ResponseEntity;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.annotation.web.configurers.AbstractHttpConfigurer;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * The application's own error page may answer what is refused, wherever it is.
 */
class RefusalErrorPageTests {

	private static final String ATTACK = "1%27%20UNION%20SELECT%20password%20FROM%20users--%20";

	private static ConfigurableApplicationContext context;

	private final HttpClient client = HttpClient.newHttpClient();

	@BeforeAll
	static void start() {
		context = new SpringApplicationBuilder(Application.class)
			.properties("server.port=0", "spring.main.banner-mode=off", "rasp.mode=block",
					"rasp.response.error-page=true")
			.run();
	}

	@AfterAll
	static void stop() {
		context.close();
	}

	@ParameterizedTest
	@CsvSource({ "GET, /query?q=" + ATTACK, "GET, /other?q=" + ATTACK, "POST, /body", "GET, /%2e%2e/%2e%2e/etc/passwd",
			"GET, /query?q=..%2f..%2f..%2fetc%2fpasswd", "GET, /query?q=%3Bcat%20%2Fetc%2Fpasswd" })
	void errorPageAnswersWithTheReference(String method, String path) throws Exception {
		HttpResponse<String> answer = send(method, path, "mine");
		assertThat(answer.statusCode()).as(answer.body()).isIn(400, 403);
		if (answer.statusCode() == 403) {
			assertThat(answer.body()).startsWith("mine 403 ");
			assertThat(context.getBean(EventHistory.class).get(answer.body().substring(9))).isNotNull();
		}
	}

	@ParameterizedTest
	@CsvSource({ "GET, /query?q=" + ATTACK, "POST, /body" })
	void problemAnswersWhereTheErrorPageFails(String method, String path) throws Exception {
		HttpResponse<String> answer = send(method, path, "fail");
		assertThat(answer.statusCode()).isEqualTo(403);
		assertThat(answer.body()).contains("\"detail\":\"The request was refused.\"");
	}

	@ParameterizedTest
	@CsvSource({ "GET, /query?q=" + ATTACK, "POST, /body" })
	void statusThatTheErrorPageChoosesStands(String method, String path) throws Exception {
		HttpResponse<String> answer = send(method, path, "ok");
		assertThat(answer.statusCode()).isEqualTo(200);
		assertThat(answer.body()).startsWith("mine 403 ");
		assertThat(context.getBean(EventHistory.class).latest()).noneMatch(AnswerAborted.class::isInstance);
	}

	@ParameterizedTest
	@CsvSource({ "/query?q=Dune, 200", "/missing, 404" })
	void otherAnswersAreLeftAlone(String path, int status) throws Exception {
		assertThat(send("GET", path, "mine").statusCode()).isEqualTo(status);
	}

	private HttpResponse<String> send(String method, String path, String wish) throws Exception {
		HttpRequest request = HttpRequest
			.newBuilder(
					URI.create("http://127.0.0.1:" + context.getEnvironment().getProperty("local.server.port") + path))
			.header("X-Wish", wish)
			.header("Content-Type", "application/json")
			.method(method,
					method.equals("GET") ? BodyPublishers.noBody()
							: BodyPublishers.ofString("{\"q\":\"1' UNION SELECT password FROM users-- \"}"))
			.build();
		return this.client.send(request, BodyHandlers.ofString());
	}

	@Configuration(proxyBeanMethods = false)
	@EnableAutoConfiguration
	@RestController
	static class Application implements ErrorController {

		@GetMapping("/query")
		String query(@RequestParam String q) {
			return q;
		}

		@PostMapping("/body")
		String body(@RequestBody Map<String, String> body) {
			return String.valueOf(body);
		}

		@RequestMapping("/error")
		ResponseEntity<String> error(HttpServletRequest request) {
			if ("fail".equals(request.getHeader("X-Wish"))) {
				throw new IllegalStateException("The error page fails");
			}
			Object status = request.getAttribute(RequestDispatcher.ERROR_STATUS_CODE);
			HttpStatusCode code = HttpStatusCode.valueOf((Integer) status);
			return ResponseEntity.status("ok".equals(request.getHeader("X-Wish")) ? HttpStatusCode.valueOf(200) : code)
				.body("mine " + status + ' ' + request.getAttribute("rasp.reference"));
		}

		@Bean
		SecurityFilterChain chain(HttpSecurity http) {
			return http.csrf(AbstractHttpConfigurer::disable)
				.authorizeHttpRequests((requests) -> requests.anyRequest().permitAll())
				.build();
		}

	}

}
