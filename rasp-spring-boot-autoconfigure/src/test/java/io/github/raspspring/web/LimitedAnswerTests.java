package io.github.raspspring.web;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.function.IntFunction;
import java.util.stream.Stream;

import jakarta.servlet.Filter;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Named;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;
import org.springframework.security.config.Customizer;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.annotation.web.configurers.AbstractHttpConfigurer;
import org.springframework.security.core.userdetails.User;
import org.springframework.security.core.userdetails.UserDetailsService;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.web.bind.annotation.CrossOrigin;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMethod;
import org.springframework.web.bind.annotation.RestController;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * A request that is one too many has the headers of any other, whoever counts it: scripts
 * have to know when to come back.
 */
class LimitedAnswerTests {

	private static final int GRANTED = 3;

	private static ConfigurableApplicationContext context;

	private final HttpClient client = HttpClient.newHttpClient();

	@BeforeAll
	static void start() {
		context = new SpringApplicationBuilder(Application.class)
			.properties("server.port=0", "spring.main.banner-mode=off", "rasp.mode=block",
					"rasp.client.trusted-proxies=127.0.0.1", "rasp.rate-limit.plans.recorded.mode=monitor")
			.properties(plan("by-address", "ip", "/open/*"))
			.properties(plan("by-subject", "subject", "/closed/*"))
			.properties(plan("of-all", "global", "/open/all/*"))
			.properties(plan("by-header", "header:X-Shop", "/open/shops/*"))
			.properties(plan("by-query", "query:q", "/open/search/*"))
			.properties(plan("by-body", "ip,json:/user", "/open/login/*"))
			.properties(plan("recorded", "ip", "/open/recorded/*"))
			.run();
	}

	private static String[] plan(String name, String key, String patterns) {
		String plan = "rasp.rate-limit.plans." + name + ".";
		return new String[] { plan + "capacity=3", plan + "period=1h", plan + "key=" + key,
				plan + "patterns=" + patterns };
	}

	@AfterAll
	static void stop() {
		context.close();
	}

	/** Requests of which each is the fourth, but none the fourth of its kind. */
	static Stream<Named<IntFunction<HttpRequest.Builder>>> looksLikeOneTooMany() {
		return Stream.of(look("addresses", (i) -> get("/open/a", "192.0.2." + i)),
				look("sites of IPv6", (i) -> get("/open/a", "2001:db8:0:" + i + "::1")),
				look("subjects", (i) -> get("/closed/b", "192.0.2.1", "user" + i)),
				look("shops", (i) -> get("/open/shops/a", "192.0.2.2").header("X-Shop", "shop-" + i)),
				look("searches", (i) -> get("/open/search/a?q=book" + i, "192.0.2.3")),
				look("users of a login", (i) -> post("/open/login/a", "192.0.2.4", "{\"user\":\"u" + i + "\"}")),
				look("a plan that records", (i) -> get("/open/recorded/a", "192.0.2.5")),
				look("a path of no plan", (i) -> get("/free", "192.0.2.6")));
	}

	private static Named<IntFunction<HttpRequest.Builder>> look(String name, IntFunction<HttpRequest.Builder> request) {
		return Named.of(name, request);
	}

	@ParameterizedTest
	@MethodSource("looksLikeOneTooMany")
	void requestThatIsNotOneTooManyIsServed(IntFunction<HttpRequest.Builder> request) throws Exception {
		for (int i = 1; i <= 2 * GRANTED; i++) {
			HttpResponse<String> answer = send(request.apply(i));
			assertThat(answer.statusCode()).isEqualTo(200);
			assertThat(answer.headers().firstValue("Retry-After")).isEmpty();
			assertOwnHeaders(answer);
		}
	}

	/** By who counts them, and by what answers them. */
	static Stream<Named<IntFunction<HttpRequest.Builder>>> places() {
		return Stream.of(look("ahead of Spring Security", (i) -> get("/open/a", "198.51.100.1")),
				look("behind Spring Security", (i) -> get("/closed/a", "198.51.100.2")),
				look("by network of IPv6", (i) -> get("/open/a", "2001:db8:1:1::" + i)),
				look("by all clients", (i) -> get("/open/all/a", "198.51.100." + (100 + i))),
				look("by header", (i) -> get("/open/shops/b", "198.51.100.3").header("X-Shop", "one")),
				look("by query", (i) -> get("/open/search/b?q=one", "198.51.100." + (110 + i))),
				look("right before the handler", (i) -> post("/open/login/b", "198.51.100.4", "{\"user\":\"alice\"}")),
				look("by HEAD", (i) -> get("/open/a", "198.51.100.5").method("HEAD", BodyPublishers.noBody())),
				look("an asynchronous handler", (i) -> get("/open/later", "198.51.100.6")),
				look("a subject from several addresses", (i) -> get("/closed/c", "198.51.100." + (120 + i), "carl")));
	}

	@ParameterizedTest
	@MethodSource("places")
	void requestThatIsOneTooManyHasTheHeadersOfOthers(IntFunction<HttpRequest.Builder> request) throws Exception {
		for (int i = 0; i < GRANTED; i++) {
			HttpResponse<String> served = send(request.apply(i));
			assertThat(served.statusCode()).isEqualTo(200);
			assertHeaders(served);
		}
		HttpResponse<String> limited = send(request.apply(GRANTED));
		assertThat(limited.statusCode()).isEqualTo(429);
		assertThat(limited.headers().firstValue("Retry-After")).isPresent();
		assertHeaders(limited);
	}

	private static void assertHeaders(HttpResponse<String> answer) {
		assertOwnHeaders(answer);
		assertThat(answer.headers().allValues("RateLimit")).hasSize(1);
	}

	private static void assertOwnHeaders(HttpResponse<String> answer) {
		assertThat(answer.headers().allValues("Access-Control-Allow-Origin")).containsExactly("https://shop.example");
		assertThat(answer.headers().allValues("X-Content-Type-Options")).containsExactly("nosniff");
		assertThat(answer.headers().allValues("X-Own")).containsExactly("yes");
	}

	private HttpResponse<String> send(HttpRequest.Builder request) throws Exception {
		return this.client.send(request.build(), BodyHandlers.ofString());
	}

	private static HttpRequest.Builder get(String path, String address) {
		return get(path, address, "user");
	}

	private static HttpRequest.Builder get(String path, String address, String user) {
		String credentials = Base64.getEncoder().encodeToString((user + ":secret").getBytes(StandardCharsets.UTF_8));
		return HttpRequest
			.newBuilder(
					URI.create("http://127.0.0.1:" + context.getEnvironment().getProperty("local.server.port") + path))
			.header("Origin", "https://shop.example")
			.header("X-Forwarded-For", address)
			.header("Authorization", "Basic " + credentials);
	}

	private static HttpRequest.Builder post(String path, String address, String json) {
		return get(path, address).header("Content-Type", "application/json").POST(BodyPublishers.ofString(json));
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
						(requests) -> requests.requestMatchers("/open/**").permitAll().anyRequest().authenticated())
				.build();
		}

		/** Knows everybody who knows the password. */
		@Bean
		UserDetailsService users() {
			return (name) -> User.withUsername(name).password("{noop}secret").authorities("ROLE_USER").build();
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
	@CrossOrigin(origins = "https://shop.example",
			methods = { RequestMethod.GET, RequestMethod.HEAD, RequestMethod.POST })
	static class Pages {

		@GetMapping({ "/open/*", "/open/all/*", "/open/shops/*", "/open/search/*", "/open/recorded/*", "/closed/*",
				"/free" })
		String page() {
			return "page";
		}

		@GetMapping("/open/later")
		Callable<String> later() {
			return () -> "later";
		}

		@PostMapping("/open/login/*")
		String login(@RequestBody Map<String, String> login) {
			return "hello " + login.get("user");
		}

	}

}
