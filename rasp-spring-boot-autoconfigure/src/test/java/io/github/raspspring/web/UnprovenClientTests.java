package io.github.raspspring.web;

import java.io.IOException;
import java.net.CookieManager;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;
import org.springframework.security.config.Customizer;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.core.userdetails.User;
import org.springframework.security.core.userdetails.UserDetailsService;
import org.springframework.security.provisioning.InMemoryUserDetailsManager;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * What is about anonymous requests spares who has logged in to a session, and nobody who
 * only brings a header.
 */
class UnprovenClientTests {

	private static final String ATTACK = "x' UNION SELECT id, name, content, 0 FROM secrets --";

	private final HttpClient anonymous = HttpClient.newHttpClient();

	private ConfigurableApplicationContext application;

	@BeforeEach
	void start() {
		this.application = new SpringApplicationBuilder(Application.class)
			.properties("server.port=0", "rasp.mode=block", "rasp.client.score.enabled=true",
					"rasp.rate-limit.plans.visitors.capacity=2", "rasp.rate-limit.plans.visitors.period=1h",
					"rasp.rate-limit.plans.visitors.patterns=/open/page,/outside",
					"rasp.rate-limit.plans.visitors.applies-to=anonymous")
			.run();
	}

	@AfterEach
	void stop() {
		this.application.close();
	}

	@Test
	void sessionsAreServedOnASharedNetworkThatIsBlocked() throws Exception {
		HttpClient alice = login("alice");
		HttpClient bob = login("bob");
		assertThat(get(alice, "/open/own")).isEqualTo(200);
		assertThat(get(bob, "/open/own")).isEqualTo(200);
		String attack = "/open/search?q=" + URLEncoder.encode(ATTACK, StandardCharsets.UTF_8);
		for (int i = 0; i < 10; i++) {
			assertThat(get(this.anonymous, attack)).isEqualTo(403);
		}
		assertThat(get(this.anonymous, "/open/search?q=x")).isEqualTo(403);
		assertThat(get(alice, "/open/own")).isEqualTo(200);
		assertThat(get(bob, "/open/own")).isEqualTo(200);
	}

	@Test
	void sessionsAreNotCountedAsAnonymous() throws Exception {
		HttpClient alice = login("alice");
		for (int i = 0; i < 4; i++) {
			assertThat(get(alice, "/open/page")).isEqualTo(200);
		}
		assertThat(get(this.anonymous, "/open/page")).isEqualTo(200);
		assertThat(get(this.anonymous, "/open/page")).isEqualTo(200);
		assertThat(get(this.anonymous, "/open/page")).isEqualTo(429);
	}

	@Test
	void credentialsThatNoFilterLooksAtAreNoWayAroundALimit() throws Exception {
		assertThat(get(this.anonymous, "/outside", "Authorization", "any")).isEqualTo(200);
		assertThat(get(this.anonymous, "/outside", "X-API-Key", "any")).isEqualTo(200);
		assertThat(get(this.anonymous, "/outside", "Authorization", "any")).isEqualTo(429);
		assertThat(get(this.anonymous, "/outside", "X-API-Key", "other")).isEqualTo(429);
	}

	private HttpClient login(String user) throws IOException, InterruptedException {
		HttpClient client = HttpClient.newBuilder().cookieHandler(new CookieManager()).build();
		HttpRequest request = HttpRequest.newBuilder(uri("/open/login"))
			.header("Content-Type", "application/x-www-form-urlencoded")
			.POST(BodyPublishers.ofString("username=" + user + "&password=" + user))
			.build();
		client.send(request, BodyHandlers.discarding());
		return client;
	}

	private int get(HttpClient client, String path, String... headers) throws IOException, InterruptedException {
		HttpRequest.Builder request = HttpRequest.newBuilder(uri(path));
		if (headers.length > 0) {
			request.headers(headers);
		}
		return client.send(request.build(), BodyHandlers.discarding()).statusCode();
	}

	private URI uri(String path) {
		return URI
			.create("http://localhost:" + this.application.getEnvironment().getProperty("local.server.port") + path);
	}

	@Configuration(proxyBeanMethods = false)
	@EnableAutoConfiguration
	@Import(Pages.class)
	static class Application {

		@Bean
		SecurityFilterChain open(HttpSecurity http) {
			return http.securityMatcher("/open/**")
				.formLogin((login) -> login.loginProcessingUrl("/open/login"))
				.csrf((csrf) -> csrf.disable())
				.httpBasic(Customizer.withDefaults())
				.authorizeHttpRequests(
						(requests) -> requests.requestMatchers("/open/own").authenticated().anyRequest().permitAll())
				.build();
		}

		@Bean
		UserDetailsService users() {
			return new InMemoryUserDetailsManager(User.withUsername("alice").password("{noop}alice").build(),
					User.withUsername("bob").password("{noop}bob").build());
		}

	}

	@RestController
	static class Pages {

		@GetMapping({ "/open/own", "/open/page", "/outside" })
		String page() {
			return "page";
		}

		@GetMapping("/open/search")
		String search(@RequestParam String q) {
			return q;
		}

	}

}
