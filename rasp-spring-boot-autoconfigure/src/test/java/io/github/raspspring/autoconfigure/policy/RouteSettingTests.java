package io.github.raspspring.autoconfigure.policy;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.Base64;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ApplicationEvent;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;
import org.springframework.core.annotation.Order;
import org.springframework.core.env.MapPropertySource;
import org.springframework.security.config.Customizer;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.core.userdetails.User;
import org.springframework.security.core.userdetails.UserDetailsService;
import org.springframework.security.oauth2.server.resource.web.BearerTokenAuthenticationEntryPoint;
import org.springframework.security.provisioning.InMemoryUserDetailsManager;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.multipart.MultipartFile;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * What a route sets for itself, over real HTTP, and what happens when the environment
 * changes.
 */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class RouteSettingTests {

	private static final String UNION = "title=x'+UNION+SELECT+name,+password+FROM+users+--";

	private static final String FORM = "application/x-www-form-urlencoded";

	/** A list comes from one source as a whole. */
	private static final Map<String, Object> ROUTES = Map.ofEntries(Map.entry("rasp.routes[0].pattern", "/small/**"),
			Map.entry("rasp.routes[0].body-limit", "1KB"), Map.entry("rasp.routes[1].pattern", "/tight"),
			Map.entry("rasp.routes[1].max-budget", "20ns"), Map.entry("rasp.routes[2].pattern", "/scoped"),
			Map.entry("rasp.routes[2].scopes", "orders:read,orders:list"),
			Map.entry("rasp.routes[3].pattern", "/limited"), Map.entry("rasp.routes[3].limits", "few"),
			Map.entry("rasp.routes[4].pattern", "/shared"), Map.entry("rasp.routes[4].percent", "50"),
			Map.entry("rasp.routes[5].pattern", "/changing"), Map.entry("rasp.routes[5].mode", "monitor"),
			Map.entry("rasp.routes[6].pattern", "/scoped/open"), Map.entry("rasp.routes[6].scopes", "orders:read"),
			Map.entry("rasp.routes[7].pattern", "/open/watched"), Map.entry("rasp.routes[7].scopes", "orders:read"),
			Map.entry("rasp.routes[7].mode", "monitor"), Map.entry("rasp.routes[8].pattern", "/open/free"),
			Map.entry("rasp.routes[9].pattern", "/open/**"), Map.entry("rasp.routes[9].scopes", "orders:read"));

	private final HttpClient client = HttpClient.newHttpClient();

	private final Map<String, Object> changed = new HashMap<>();

	private ConfigurableApplicationContext application;

	@BeforeAll
	void start() {
		this.changed.putAll(ROUTES);
		this.application = new SpringApplicationBuilder(SetApplication.class)
			.properties("server.port=0", "rasp.mode=block", "rasp.behavior.enabled=false",
					"rasp.client.trusted-proxies=127.0.0.0/8,::1", "management.endpoints.web.exposure.include=*",
					"logging.level.root=error", "rasp.rate-limit.plans.few.capacity=3",
					"rasp.rate-limit.plans.few.period=1h")
			.initializers((context) -> context.getEnvironment()
				.getPropertySources()
				.addFirst(new MapPropertySource("changed", this.changed)))
			.run();
	}

	@AfterAll
	void stop() {
		this.application.close();
	}

	@ParameterizedTest
	@CsvSource(delimiter = '|',
			value = { "/small/text|text/plain|1024|200", "/small/text|text/plain|1025|413",
					"/small/text|application/json|2000|413", "/small/text|" + FORM + "|2000|413",
					"/small/text|application/octet-stream|2000|413", "/small/text|image/png|100000|413",
					"/small/raw|application/octet-stream|1024|200", "/small/raw|application/octet-stream|9000|413",
					"/small/file|multipart|2000|413", "/small/file|multipart|500|200", "/free|text/plain|9000|200" })
	void sendWhenBodyIsLargerThanTheRouteAllowsThenIsRefused(String path, String type, int size, int status)
			throws Exception {
		String content = "a".repeat(size);
		String json = type.endsWith("json") ? '"' + content.substring(2) + '"' : content;
		boolean multipart = type.equals("multipart");
		String body = multipart ? "--x\r\nContent-Disposition: form-data; name=\"file\"; filename=\"a.txt\"\r\n"
				+ "Content-Type: image/png\r\n\r\n" + content + "\r\n--x--\r\n" : json;
		String actual = multipart ? "multipart/form-data; boundary=x" : type;
		assertThat(post(path, actual, HttpRequest.BodyPublishers.ofString(body))).isEqualTo(status);
		HttpRequest.BodyPublisher chunked = HttpRequest.BodyPublishers
			.ofInputStream(() -> new java.io.ByteArrayInputStream(body.getBytes()));
		assertThat(post(path, actual, chunked)).as("without a length").isEqualTo(status);
	}

	@Test
	void sendWhenTheBudgetOfTheRouteIsUsedUpThenIsRefusedThereOnly() throws Exception {
		HttpRequest.BodyPublisher large = HttpRequest.BodyPublishers.ofString("text+".repeat(60_000));
		assertThat(post("/tight", "text/plain", large)).isEqualTo(403);
		assertThat(post("/free", "text/plain", large)).isEqualTo(200);
	}

	@ParameterizedTest
	@CsvSource({ "both,200", "reader,403", "admin,403" })
	void reachWhenRouteNeedsScopesThenAllOfThemAreNeeded(String user, int status) throws Exception {
		for (String path : List.of("/scoped", "/scoped?a=b", "/%73coped")) {
			assertThat(get(path, "X-Forwarded-For", "9.9.9.9", user)).as(path).isEqualTo(status);
		}
		for (String method : List.of("HEAD", "POST", "DELETE")) {
			HttpRequest request = request("/scoped", user).method(method, HttpRequest.BodyPublishers.noBody()).build();
			assertThat(send(request).statusCode()).as(method).isEqualTo(status);
		}
	}

	/**
	 * Open to everybody for Spring Security: only the route asks for scopes.
	 */
	@ParameterizedTest
	@CsvSource(delimiter = '|',
			value = { "GET|||401", "POST|||401", "HEAD|||401", "GET|Authorization|Basic !|401",
					"GET|Authorization|Basic bm9ib2R5OnNlY3JldA==|401", "GET|Authorization|Bearer abc|401",
					"GET|X-API-Key|abc|401", "GET|Cookie|JSESSIONID=abc|401", "GET|Accept|text/html|401" })
	void reachWhenNobodyIsAuthenticatedThenIsAskedWhoItIs(String method, String header, String value, int status)
			throws Exception {
		HttpRequest.Builder request = HttpRequest.newBuilder(uri("/scoped/open"))
			.method(method, HttpRequest.BodyPublishers.noBody());
		if (header != null) {
			request.header(header, value);
		}
		HttpResponse<String> answer = send(request.build());
		assertThat(answer.statusCode()).isEqualTo(status);
		HttpResponse<String> ofSecurity = send(HttpRequest.newBuilder(uri("/free")).build());
		assertThat(answer.headers().allValues("WWW-Authenticate")).isNotEmpty()
			.isEqualTo(ofSecurity.headers().allValues("WWW-Authenticate"));
		assertThat(answer.body()).doesNotContain("any");
	}

	@ParameterizedTest
	@CsvSource({ "/open/pages,302,/login,", "/open/tokens,401,,Bearer", "/open/untranslated,403,,",
			"/open/attacked?a=x'%20UNION%20SELECT%20name%20FROM%20users%20--,403,,", "/open/watched,200,,",
			"/open/free,200,," })
	void reachWhenNobodyIsAuthenticatedThenTheChainOfThePathAnswers(String path, int status, String location,
			String challenge) throws Exception {
		HttpResponse<String> answer = send(HttpRequest.newBuilder(uri(path)).header("Accept", "text/html").build());
		assertThat(answer.statusCode()).isEqualTo(status);
		assertThat(answer.headers().firstValue("Location").orElse("")).endsWith((location != null) ? location : "");
		assertThat(answer.headers().firstValue("WWW-Authenticate").orElse(""))
			.startsWith((challenge != null) ? challenge : "");
	}

	@Test
	void reachWhenNobodyIsAuthenticatedThenTheEventSaysSo() throws Exception {
		send(HttpRequest.newBuilder(uri("/scoped/open")).build());
		assertThat(body("/actuator/rasp/events")).contains("authentication-needed");
	}

	@Test
	void sendWhenRouteNamesAPlanThenItCountsThereOnly() throws Exception {
		for (int i = 0; i < 3; i++) {
			assertThat(get("/limited", "X-Forwarded-For", "8.8.8.8", "both")).isEqualTo(200);
			assertThat(get("/free", "X-Forwarded-For", "8.8.8.8", "both")).isEqualTo(200);
		}
		assertThat(get("/limited", "X-Forwarded-For", "8.8.8.8", "both")).isEqualTo(429);
		assertThat(get("/free", "X-Forwarded-For", "8.8.8.8", "both")).isEqualTo(200);
	}

	@Test
	void attackWhenRouteIsRolledOutToAShareThenEachClientIsTreatedAlike() throws Exception {
		int refused = 0;
		for (int i = 0; i < 40; i++) {
			String address = "10.0." + i + ".1";
			int status = get("/shared?" + UNION, "X-Forwarded-For", address, "both");
			assertThat(get("/shared?" + UNION, "X-Forwarded-For", address, "both")).isEqualTo(status);
			refused += (status == 403) ? 1 : 0;
		}
		assertThat(refused).isBetween(10, 30);
	}

	@Test
	void refreshWhenEnvironmentChangesThenAppliesAtOnceOrNotAtAll() throws Exception {
		assertThat(get("/changing?" + UNION, "A", "b", "both")).isEqualTo(200);
		this.changed.put("rasp.routes[5].mode", "block");
		this.changed.put("rasp.patches[0].id", "short");
		this.changed.put("rasp.patches[0].pattern", "/free");
		this.changed.put("rasp.patches[0].parameter", "name");
		this.changed.put("rasp.patches[0].max-length", "3");
		assertThat(get("/changing?" + UNION, "A", "b", "both")).as("nobody has told").isEqualTo(200);
		publish();
		assertThat(get("/changing?" + UNION, "A", "b", "both")).isEqualTo(403);
		assertThat(get("/free?name=abcd", "A", "b", "both")).isEqualTo(403);
		assertThat(get("/free?name=abc", "A", "b", "both")).isEqualTo(200);
		assertThat(body("/actuator/rasp/detectors")).contains("BLOCK");
		this.changed.put("rasp.routes[5].clients.networks", "10.7.0.0/16");
		publish();
		assertThat(get("/changing", "X-Forwarded-For", "10.7.0.1", "both")).isEqualTo(200);
		assertThat(get("/changing", "X-Forwarded-For", "10.8.0.1", "both")).isEqualTo(403);
		this.changed.put("rasp.routes[5].mode", "strict");
		this.changed.put("rasp.patches[0].max-length", "1");
		publish();
		assertThat(get("/changing?" + UNION, "X-Forwarded-For", "10.7.0.1", "both")).isEqualTo(403);
		assertThat(get("/free?name=abc", "A", "b", "both")).as("all or nothing").isEqualTo(200);
		assertThat(body("/actuator/rasp")).contains("The changed environment is not taken over: rasp");
		this.changed.clear();
		this.changed.putAll(ROUTES);
		publish();
		assertThat(get("/changing?" + UNION, "A", "b", "both")).isEqualTo(200);
		assertThat(get("/free?name=abcd", "A", "b", "both")).isEqualTo(200);
	}

	private void publish() {
		this.application.publishEvent(new EnvironmentChangeEvent(this));
	}

	private int get(String path, String header, String value, String user) throws Exception {
		return this.client.send(request(path, user).header(header, value).build(), HttpResponse.BodyHandlers.ofString())
			.statusCode();
	}

	private String body(String path) throws Exception {
		return this.client.send(request(path, "both").build(), HttpResponse.BodyHandlers.ofString()).body();
	}

	private int post(String path, String type, HttpRequest.BodyPublisher body) throws Exception {
		return this.client
			.send(request(path, "both").header("Content-Type", type).POST(body).build(),
					HttpResponse.BodyHandlers.ofString())
			.statusCode();
	}

	private HttpResponse<String> send(HttpRequest request) throws Exception {
		return this.client.send(request, HttpResponse.BodyHandlers.ofString());
	}

	private URI uri(String path) {
		return URI
			.create("http://localhost:" + this.application.getEnvironment().getProperty("local.server.port") + path);
	}

	private HttpRequest.Builder request(String path, String user) {
		String credentials = Base64.getEncoder().encodeToString((user + ":secret").getBytes());
		return HttpRequest.newBuilder(uri(path)).header("Authorization", "Basic " + credentials);
	}

	/**
	 * Has the name that counts.
	 */
	static final class EnvironmentChangeEvent extends ApplicationEvent {

		EnvironmentChangeEvent(Object source) {
			super(source);
		}

	}

	@Configuration(proxyBeanMethods = false)
	@EnableAutoConfiguration
	@Import(Handlers.class)
	static class SetApplication {

		@Bean
		@Order(1)
		SecurityFilterChain pages(HttpSecurity http) {
			return http.securityMatcher("/open/pages")
				.formLogin(Customizer.withDefaults())
				.authorizeHttpRequests((requests) -> requests.anyRequest().permitAll())
				.build();
		}

		@Bean
		@Order(2)
		SecurityFilterChain untranslated(HttpSecurity http) {
			return http.securityMatcher("/open/untranslated")
				.exceptionHandling((exceptions) -> exceptions.disable())
				.build();
		}

		@Bean
		@Order(3)
		SecurityFilterChain tokens(HttpSecurity http) {
			return http.securityMatcher("/open/**")
				.exceptionHandling(
						(exceptions) -> exceptions.authenticationEntryPoint(new BearerTokenAuthenticationEntryPoint()))
				.authorizeHttpRequests((requests) -> requests.anyRequest().permitAll())
				.build();
		}

		@Bean
		SecurityFilterChain basic(HttpSecurity http) {
			return http.csrf((csrf) -> csrf.disable())
				.httpBasic(Customizer.withDefaults())
				.authorizeHttpRequests(
						(requests) -> requests.requestMatchers("/scoped/open").permitAll().anyRequest().authenticated())
				.build();
		}

		@Bean
		UserDetailsService users() {
			return new InMemoryUserDetailsManager(
					User.withUsername("both")
						.password("{noop}secret")
						.authorities("SCOPE_orders:read", "SCOPE_orders:list")
						.build(),
					User.withUsername("reader").password("{noop}secret").authorities("SCOPE_orders:read").build(),
					User.withUsername("admin").password("{noop}secret").roles("orders:read", "orders:list").build());
		}

	}

	@RestController
	static class Handlers {

		@PostMapping("/small/text")
		String text(@RequestBody String text) {
			return text;
		}

		@PostMapping("/small/raw")
		int raw(@RequestBody byte[] bytes) {
			return bytes.length;
		}

		@PostMapping("/small/file")
		String file(@RequestParam MultipartFile file) {
			return file.getName();
		}

		@PostMapping({ "/free", "/tight" })
		String free(@RequestBody String text) {
			return "free";
		}

		@RequestMapping({ "/free", "/scoped", "/scoped/open", "/limited", "/shared", "/changing", "/open/pages",
				"/open/tokens", "/open/untranslated", "/open/attacked", "/open/watched", "/open/free" })
		String any() {
			return "any";
		}

	}

}
