package io.github.raspspring.web;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.Base64;

import jakarta.servlet.Filter;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;
import org.springframework.security.config.Customizer;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.annotation.web.configurers.AbstractHttpConfigurer;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.web.bind.annotation.CrossOrigin;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * A request that is one too many has the headers of any other, whoever counts it: scripts
 * have to know when to come back.
 */
class LimitedAnswerTests {

	private static final String USER = "Basic " + Base64.getEncoder().encodeToString("user:secret".getBytes());

	private static final int GRANTED = 3;

	private static ConfigurableApplicationContext context;

	private final HttpClient client = HttpClient.newHttpClient();

	@BeforeAll
	static void start() {
		context = new SpringApplicationBuilder(Application.class)
			.properties("server.port=0", "spring.main.banner-mode=off", "rasp.mode=block",
					"spring.security.user.name=user", "spring.security.user.password={noop}secret",
					"rasp.rate-limit.plans.by-address.capacity=3", "rasp.rate-limit.plans.by-address.period=1h",
					"rasp.rate-limit.plans.by-address.key=ip", "rasp.rate-limit.plans.by-address.patterns=/open/*",
					"rasp.rate-limit.plans.by-subject.capacity=3", "rasp.rate-limit.plans.by-subject.period=1h",
					"rasp.rate-limit.plans.by-subject.key=subject",
					"rasp.rate-limit.plans.by-subject.patterns=/closed/*")
			.run();
	}

	@AfterAll
	static void stop() {
		context.close();
	}

	@ParameterizedTest
	@ValueSource(strings = { "/open/a", "/closed/a" })
	void requestThatIsOneTooManyHasTheHeadersOfOthers(String path) throws Exception {
		for (int i = 0; i < GRANTED; i++) {
			HttpResponse<String> served = send(path);
			assertThat(served.statusCode()).isEqualTo(200);
			assertHeaders(served);
		}
		HttpResponse<String> limited = send(path);
		assertThat(limited.statusCode()).isEqualTo(429);
		assertThat(limited.headers().firstValue("Retry-After")).isPresent();
		assertHeaders(limited);
	}

	private static void assertHeaders(HttpResponse<String> answer) {
		assertThat(answer.headers().allValues("Access-Control-Allow-Origin")).containsExactly("https://shop.example");
		assertThat(answer.headers().allValues("X-Content-Type-Options")).containsExactly("nosniff");
		assertThat(answer.headers().allValues("RateLimit")).hasSize(1);
		assertThat(answer.headers().allValues("X-Own")).containsExactly("yes");
	}

	private HttpResponse<String> send(String path) throws Exception {
		return this.client.send(HttpRequest
			.newBuilder(
					URI.create("http://127.0.0.1:" + context.getEnvironment().getProperty("local.server.port") + path))
			.header("Origin", "https://shop.example")
			.header("Authorization", USER)
			.build(), BodyHandlers.ofString());
	}

	@Configuration(proxyBeanMethods = false)
	@EnableAutoConfiguration
	@Import(Pages.class)
	static class Application {

		@Bean
		SecurityFilterChain chain(HttpSecurity http) {
			return http.csrf(AbstractHttpConfigurer::disable)
				.cors(AbstractHttpConfigurer::disable)
				.httpBasic(Customizer.withDefaults())
				.authorizeHttpRequests(
						(requests) -> requests.requestMatchers("/open/*").permitAll().anyRequest().authenticated())
				.build();
		}

		@Bean
		Filter own() {
			return FilteredApplication.once((request, response, chain) -> {
				response.setHeader("X-Own", "yes");
				chain.doFilter(request, response);
			});
		}

	}

	@RestController
	@CrossOrigin("https://shop.example")
	static class Pages {

		@GetMapping({ "/open/a", "/closed/a" })
		String page() {
			return "page";
		}

	}

}
