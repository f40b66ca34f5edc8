package io.github.raspspring.web;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.Base64;

import io.github.raspspring.engine.Category;
import io.github.raspspring.engine.Confidence;
import io.github.raspspring.engine.Detector;
import io.github.raspspring.engine.Finding;
import io.github.raspspring.engine.Findings;
import io.github.raspspring.engine.Inspection;
import io.github.raspspring.engine.Phase;
import io.github.raspspring.engine.Rule;
import io.github.raspspring.engine.Subject;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;
import org.springframework.core.annotation.Order;
import org.springframework.security.config.Customizer;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.core.userdetails.User;
import org.springframework.security.core.userdetails.UserDetailsService;
import org.springframework.security.provisioning.InMemoryUserDetailsManager;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * The verified subject is known to detectors in every security filter chain, before
 * authorization, and only once it is verified.
 */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class IdentityTests {

	private ConfigurableApplicationContext application;

	@BeforeAll
	void start() {
		this.application = new SpringApplicationBuilder(Application.class)
			.properties("server.port=0", "rasp.mode=block")
			.run();
	}

	@AfterAll
	void stop() {
		this.application.close();
	}

	@ParameterizedTest
	@CsvSource({ "/open, , 200", "/open, alice:alice, 200", "/open, mallory:mallory, 403", "/open, mallory:wrong, 401",
			"/admin/page, alice:alice, 403", "/admin/page, mallory:mallory, 403", "/admin/page, , 401",
			"/ignored, mallory:mallory, 200" })
	void requestIsJudgedByItsVerifiedSubject(String path, String credentials, int status) throws Exception {
		assertThat(get(path, credentials).statusCode()).isEqualTo(status);
	}

	@ParameterizedTest
	@CsvSource({ "/admin/page, mallory:mallory, true", "/admin/page, alice:alice, false" })
	void refusalOfTheProductComesBeforeThatOfTheApplication(String path, String credentials, boolean ours)
			throws Exception {
		assertThat(get(path, credentials).body().contains("\"reference\"")).isEqualTo(ours);
	}

	private HttpResponse<String> get(String path, String credentials) throws Exception {
		String port = this.application.getEnvironment().getProperty("local.server.port");
		HttpRequest.Builder request = HttpRequest.newBuilder(URI.create("http://localhost:" + port + path));
		if (credentials != null) {
			request.header("Authorization",
					"Basic " + Base64.getEncoder().encodeToString(credentials.getBytes(StandardCharsets.UTF_8)));
		}
		return HttpClient.newHttpClient().send(request.build(), BodyHandlers.ofString());
	}

	@Configuration(proxyBeanMethods = false)
	@EnableAutoConfiguration
	@Import(Pages.class)
	static class Application {

		@Bean
		@Order(1)
		SecurityFilterChain admin(HttpSecurity http) {
			return http.securityMatcher("/admin/**")
				.httpBasic(Customizer.withDefaults())
				.authorizeHttpRequests((requests) -> requests.anyRequest().hasRole("ADMIN"))
				.build();
		}

		@Bean
		@Order(2)
		SecurityFilterChain open(HttpSecurity http) {
			return http.securityMatcher("/open")
				.httpBasic(Customizer.withDefaults())
				.authorizeHttpRequests((requests) -> requests.anyRequest().permitAll())
				.build();
		}

		@Bean
		UserDetailsService users() {
			return new InMemoryUserDetailsManager(
					User.withUsername("alice").password("{noop}alice").roles("USER").build(),
					User.withUsername("mallory").password("{noop}mallory").roles("USER").build());
		}

		@Bean
		Detector noMallory() {
			return new NoMallory();
		}

	}

	private static final class NoMallory implements Detector {

		private static final Rule RULE = new Rule("mallory", "CWE-0", "Mallory came.", "Lock the door.");

		@Override
		public String name() {
			return "no-mallory";
		}

		@Override
		public Category category() {
			return Category.ABUSE;
		}

		@Override
		public Phase phase() {
			return Phase.IDENTITY;
		}

		@Override
		public void detect(Inspection inspection, Findings findings) {
			Subject subject = inspection.subject();
			if (subject != null && subject.name().equals("mallory")) {
				findings.add(Finding.of(this, RULE).confidence(Confidence.CERTAIN).build());
			}
		}

	}

	@RestController
	static class Pages {

		@GetMapping({ "/open", "/admin/page", "/ignored" })
		String page() {
			return "page";
		}

	}

}
