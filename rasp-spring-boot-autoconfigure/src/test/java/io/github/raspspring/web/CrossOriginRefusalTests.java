package io.github.raspspring.web;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.boot.web.servlet.ServletRegistrationBean;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.annotation.web.configurers.AbstractHttpConfigurer;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.web.HttpRequestHandler;
import org.springframework.web.bind.annotation.CrossOrigin;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.context.support.HttpRequestHandlerServlet;
import org.springframework.web.servlet.config.annotation.CorsRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;
import org.springframework.web.servlet.function.RouterFunction;
import org.springframework.web.servlet.function.RouterFunctions;
import org.springframework.web.servlet.function.ServerResponse;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Scripts of other origins may read a refusal where, and only where, they may read what
 * the handler answers, if nobody but Spring MVC decides on it.
 */
class CrossOriginRefusalTests {

	private static final String ATTACK = "1%27%20UNION%20SELECT%20password%20FROM%20users--%20";

	private static final String SHOP = "https://shop.example";

	private static ConfigurableApplicationContext context;

	private final HttpClient client = HttpClient.newHttpClient();

	@BeforeAll
	static void start() {
		context = new SpringApplicationBuilder(Application.class)
			.properties("server.port=0", "spring.main.banner-mode=off", "rasp.mode=block")
			.run();
	}

	@AfterAll
	static void stop() {
		context.close();
	}

	@ParameterizedTest
	@CsvSource({ "GET, /method, https://shop.example", "GET, /class, https://shop.example",
			"GET, /both, https://shop.example", "GET, /both, https://other.example",
			"GET, /any, https://whoever.example", "GET, /pattern, https://a.shop.example",
			"GET, /credentials, https://shop.example", "GET, /exposed, https://shop.example",
			"GET, /global/page, https://shop.example", "GET, /global/own, https://own.example",
			"GET, /global/function, https://shop.example", "GET, /global/missing, https://shop.example",
			"POST, /posted, https://shop.example", "GET, /by-parameter, https://shop.example",
			"GET, /path/12, https://shop.example" })
	void scriptThatMayReadTheAnswerMayReadItsRefusal(String method, String path, String origin) throws Exception {
		Map<String, List<String>> served = corsOf(send(method, path + "?q=Dune", origin));
		assertThat(served).containsKey("access-control-allow-origin");
		assertThat(corsOf(refused(method, path, origin))).isEqualTo(served);
	}

	@ParameterizedTest
	@CsvSource({ "GET, /method, https://elsewhere.example", "GET, /class, https://elsewhere.example",
			"GET, /pattern, https://shop.example.evil.example", "GET, /credentials, https://elsewhere.example",
			"GET, /global/page, https://elsewhere.example", "GET, /global/function, https://elsewhere.example",
			"GET, /none, https://shop.example", "GET, /method-missing, https://shop.example",
			"POST, /posted, https://elsewhere.example", "POST, /method, https://shop.example",
			"GET, /posted, https://shop.example", "HEAD, /method, https://shop.example",
			"GET, /plain/servlet, https://shop.example", "GET, /global-plain/servlet, https://shop.example" })
	void scriptThatMayNotReadTheAnswerMayNotReadItsRefusal(String method, String path, String origin) throws Exception {
		assertThat(corsOf(send(method, path + "?q=Dune", origin))).doesNotContainKey("access-control-allow-origin");
		assertThat(corsOf(refused(method, path, origin))).doesNotContainKey("access-control-allow-origin");
	}

	@ParameterizedTest
	@CsvSource({ "PUT, /changed, https://shop.example, true", "GET, /method, https://shop.example, true",
			"POST, /global/page, https://shop.example, true", "PUT, /credentials, https://shop.example, false",
			"GET, /credentials, https://shop.example, true", "DELETE, /changed, https://shop.example, false",
			"PUT, /changed, https://elsewhere.example, false", "GET, /none, https://shop.example, false" })
	void scriptThatAsksBeforehandIsToldTheSame(String method, String path, String origin, boolean allowed)
			throws Exception {
		HttpResponse<String> served = ask(method, path + "?q=Dune", origin);
		HttpResponse<String> refused = ask(method, path + "?q=" + ATTACK, origin);
		assertThat(refused.statusCode()).isEqualTo(403);
		assertThat(refused.body()).contains("\"reference\":\"");
		assertThat(corsOf(served).containsKey("access-control-allow-origin")).isEqualTo(allowed);
		assertThat(corsOf(refused)).isEqualTo(corsOf(served));
	}

	@ParameterizedTest
	@CsvSource({ "/method", "/class", "/global/page", "/none", "/pattern", "/credentials" })
	void requestOfTheSameOriginIsAnsweredAsEver(String path) throws Exception {
		HttpResponse<String> served = this.client.send(request(path + "?q=Dune").build(), BodyHandlers.ofString());
		HttpResponse<String> refused = this.client.send(request(path + "?q=" + ATTACK).build(),
				BodyHandlers.ofString());
		assertThat(refused.statusCode()).isEqualTo(403);
		assertThat(corsOf(refused)).isEqualTo(corsOf(served));
	}

	private HttpResponse<String> refused(String method, String path, String origin) throws Exception {
		HttpResponse<String> refused = send(method, path + "?q=" + ATTACK, origin);
		assertThat(refused.statusCode()).isEqualTo(403);
		assertThat(refused.headers().firstValue("Content-Type")).contains("application/problem+json");
		return refused;
	}

	private HttpResponse<String> ask(String method, String path, String origin) throws Exception {
		return this.client.send(request(path).header("Origin", origin)
			.header("Access-Control-Request-Method", method)
			.header("Access-Control-Request-Headers", "X-Cart")
			.method("OPTIONS", BodyPublishers.noBody())
			.build(), BodyHandlers.ofString());
	}

	private HttpResponse<String> send(String method, String path, String origin)
			throws IOException, InterruptedException {
		boolean body = "POST".equals(method);
		HttpRequest.Builder request = request(path).header("Origin", origin)
			.method(method, body ? BodyPublishers.ofString("text") : BodyPublishers.noBody());
		return this.client.send(body ? request.header("Content-Type", "text/plain").build() : request.build(),
				BodyHandlers.ofString());
	}

	private static HttpRequest.Builder request(String path) {
		return HttpRequest.newBuilder(
				URI.create("http://127.0.0.1:" + context.getEnvironment().getProperty("local.server.port") + path));
	}

	private static Map<String, List<String>> corsOf(HttpResponse<String> answer) {
		Map<String, List<String>> cors = new TreeMap<>();
		answer.headers().map().forEach((name, values) -> {
			String lower = name.toLowerCase(Locale.ROOT);
			if (lower.startsWith("access-control-") || lower.equals("vary")) {
				cors.put(lower, values);
			}
		});
		return cors;
	}

	@Configuration(proxyBeanMethods = false)
	@EnableAutoConfiguration
	@Import({ Pages.class, ShopPages.class })
	static class Application implements WebMvcConfigurer {

		@Override
		public void addCorsMappings(CorsRegistry registry) {
			registry.addMapping("/global/**").allowedOrigins(SHOP).allowedMethods("GET", "POST").maxAge(60);
			registry.addMapping("/global-plain/**").allowedOrigins(SHOP);
		}

		@Bean
		SecurityFilterChain openToAll(HttpSecurity http) {
			return http.csrf(AbstractHttpConfigurer::disable)
				.cors(AbstractHttpConfigurer::disable)
				.authorizeHttpRequests((requests) -> requests.anyRequest().permitAll())
				.build();
		}

		@Bean
		RouterFunction<ServerResponse> function() {
			return RouterFunctions.route()
				.GET("/global/function", (request) -> ServerResponse.ok().body(request.param("q").orElse("")))
				.build();
		}

		@Bean
		ServletRegistrationBean<HttpRequestHandlerServlet> servlet() {
			return new ServletRegistrationBean<>(new HttpRequestHandlerServlet(), "/plain/servlet",
					"/global-plain/servlet");
		}

		@Bean("httpRequestHandlerServlet")
		HttpRequestHandler plain() {
			return (request, response) -> response.getWriter().write("plain");
		}

	}

	@RestController
	static class Pages {

		@CrossOrigin(SHOP)
		@GetMapping({ "/method", "/path/{id}" })
		String method(@RequestParam String q) {
			return q;
		}

		@CrossOrigin
		@GetMapping("/any")
		String any(@RequestParam String q) {
			return q;
		}

		@CrossOrigin(originPatterns = "https://*.shop.example")
		@GetMapping("/pattern")
		String pattern(@RequestParam String q) {
			return q;
		}

		@CrossOrigin(origins = SHOP, allowCredentials = "true")
		@GetMapping("/credentials")
		String credentials(@RequestParam String q) {
			return q;
		}

		@CrossOrigin(origins = SHOP, exposedHeaders = "X-Total")
		@GetMapping("/exposed")
		String exposed(@RequestParam String q) {
			return q;
		}

		@CrossOrigin(SHOP)
		@PostMapping("/posted")
		String posted(@RequestParam String q, @RequestBody String text) {
			return q + text;
		}

		@CrossOrigin(SHOP)
		@PutMapping("/changed")
		String changed(@RequestParam String q) {
			return q;
		}

		@CrossOrigin(SHOP)
		@GetMapping(path = "/by-parameter", params = "q")
		String byParameter(@RequestParam String q) {
			return q;
		}

		@GetMapping(path = "/by-parameter", params = "!q")
		String byNoParameter() {
			return "none";
		}

		@GetMapping({ "/none", "/global/page" })
		String none(@RequestParam String q) {
			return q;
		}

		@CrossOrigin("https://own.example")
		@GetMapping("/global/own")
		String own(@RequestParam String q) {
			return q;
		}

	}

	@RestController
	@CrossOrigin(SHOP)
	static class ShopPages {

		@GetMapping("/class")
		String ofClass(@RequestParam String q) {
			return q;
		}

		@CrossOrigin("https://other.example")
		@GetMapping("/both")
		String both(@RequestParam String q) {
			return q;
		}

	}

}
