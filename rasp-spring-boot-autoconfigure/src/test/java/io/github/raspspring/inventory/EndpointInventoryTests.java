package io.github.raspspring.inventory;

import java.io.InputStream;
import java.security.Principal;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;

import jakarta.servlet.http.HttpServletRequest;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.json.JsonMapper;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;
import org.springframework.http.HttpEntity;
import org.springframework.http.HttpMethod;
import org.springframework.http.MediaType;
import org.springframework.mock.web.MockServletContext;
import org.springframework.web.bind.annotation.CookieValue;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.context.support.AnnotationConfigWebApplicationContext;
import org.springframework.web.multipart.MultipartFile;
import org.springframework.web.servlet.config.annotation.EnableWebMvc;
import org.springframework.web.servlet.function.RouterFunction;
import org.springframework.web.servlet.function.RouterFunctions;
import org.springframework.web.servlet.function.ServerResponse;
import org.springframework.web.servlet.function.support.RouterFunctionMapping;
import org.springframework.web.servlet.mvc.method.RequestMappingInfoHandlerMapping;

import static org.assertj.core.api.Assertions.assertThat;

@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class EndpointInventoryTests {

	private final AnnotationConfigWebApplicationContext context = new AnnotationConfigWebApplicationContext();

	private EndpointInventory inventory;

	@BeforeAll
	void start() {
		this.context.setServletContext(new MockServletContext());
		this.context.register(Application.class);
		this.context.refresh();
		this.inventory = new EndpointInventory(new MvcEndpoints(
				() -> this.context.getBeansOfType(RequestMappingInfoHandlerMapping.class).values().stream(),
				() -> this.context.getBeansOfType(RouterFunctionMapping.class).values().stream()));
	}

	@AfterAll
	void stop() {
		this.context.close();
	}

	@ParameterizedTest
	@CsvSource({ "nothing, TYPED", "typed, TYPED", "numbers, TYPED", "principal, TYPED", "text, BOUND",
			"optional, BOUND", "header, BOUND", "cookie, BOUND", "form, BOUND", "json, BOUND", "map, BOUND",
			"entity, BOUND", "textBody, RAW", "bytes, RAW", "textEntity, RAW", "stream, RAW", "request, RAW",
			"file, RAW", "files, RAW", "catchAll, RAW" })
	void endpointsTellTheCoverageOfEachHandler(String method, Coverage expected) {
		assertThat(find(method).coverage()).isEqualTo(expected);
		assertThat(find(method).open()).endsWith(".");
	}

	@Test
	void endpointsTellWhatIsDeclared() {
		Endpoint endpoint = find("typed");
		assertThat(endpoint.methods()).containsExactly("GET");
		assertThat(endpoint.patterns()).containsExactly("/typed/{id}");
		assertThat(endpoint.produces()).containsExactly("application/json");
		assertThat(endpoint.handler()).isEqualTo("Handlers.typed");
		assertThat(endpoint.parameters()).containsExactly(new EndpointParameter("path", "id", "java.util.UUID"),
				new EndpointParameter("query", "day", "java.time.LocalDate"),
				new EndpointParameter("query", "page", "int"));
		assertThat(find("json").consumes()).containsExactly("application/json");
	}

	@Test
	void endpointsHaveFunctionalRoutesToo() {
		assertThat(this.inventory.endpoints()).filteredOn((endpoint) -> endpoint.handler().equals("functional"))
			.hasSize(3)
			.allSatisfy((endpoint) -> assertThat(endpoint.coverage()).isEqualTo(Coverage.RAW))
			.anySatisfy((endpoint) -> assertThat(endpoint.patterns().get(0)).contains("/outer").contains("/inner"));
	}

	@Test
	void overviewCountsByCoverage() {
		assertThat(this.inventory.overview()).containsEntry("endpoints", 23)
			.containsEntry("typed", 4L)
			.containsEntry("bound", 8L)
			.containsEntry("raw", 11L);
	}

	@Test
	void contentIsWrittenAsJson() {
		assertThat(new JsonMapper().writeValueAsString(this.inventory.content())).contains("Handlers.typed")
			.contains("\"coverage\":\"RAW\"");
	}

	@Test
	void endpointsAreAskedForOnceAndNotBeforeSomebodyLooks() {
		AtomicInteger asked = new AtomicInteger();
		EndpointInventory lazy = new EndpointInventory(() -> {
			asked.incrementAndGet();
			return List.of(find("text"));
		});
		assertThat(asked).hasValue(0);
		lazy.overview();
		lazy.content();
		assertThat(asked).hasValue(1);
	}

	@Test
	void endpointsAreBounded() {
		Endpoint endpoint = find("text");
		EndpointInventory many = new EndpointInventory(() -> Stream.generate(() -> endpoint).limit(3000).toList());
		assertThat(many.endpoints()).hasSize(2000);
	}

	private Endpoint find(String method) {
		return this.inventory.endpoints()
			.stream()
			.filter((endpoint) -> endpoint.handler().equals("Handlers." + method))
			.findFirst()
			.orElseThrow();
	}

	record Item(String name) {

	}

	@Configuration(proxyBeanMethods = false)
	@EnableWebMvc
	@Import(Handlers.class)
	static class Application {

		@Bean
		RouterFunction<ServerResponse> routes() {
			return RouterFunctions.route()
				.GET("/functional", (request) -> ServerResponse.ok().build())
				.nest((request) -> true,
						(builder) -> builder.add(RouterFunctions.route()
							.path("/outer", (nested) -> nested.POST("/inner", (request) -> ServerResponse.ok().build()))
							.build()))
				.build()
				.andRoute((request) -> request.method() == HttpMethod.PUT, (request) -> ServerResponse.ok().build());
		}

	}

	@RestController
	static class Handlers {

		@GetMapping("/nothing")
		void nothing() {
		}

		@GetMapping(path = "/typed/{id}", produces = MediaType.APPLICATION_JSON_VALUE)
		void typed(@PathVariable UUID id, @RequestParam("day") LocalDate date, int page) {
		}

		@GetMapping("/numbers")
		void numbers(@RequestParam List<Integer> n, @RequestParam long[] m) {
		}

		@GetMapping("/principal")
		void principal(Principal principal) {
		}

		@GetMapping("/text")
		void text(String q) {
		}

		@GetMapping("/optional")
		void optional(@RequestParam Optional<String> q) {
		}

		@GetMapping("/header")
		void header(@RequestHeader("X-Any") String any) {
		}

		@GetMapping("/cookie")
		void cookie(@CookieValue String c) {
		}

		@PostMapping("/form")
		void form(@ModelAttribute Item item) {
		}

		@PostMapping(path = "/json", consumes = MediaType.APPLICATION_JSON_VALUE)
		void json(@RequestBody Item item) {
		}

		@PostMapping("/map")
		void map(@RequestBody Map<String, Object> map) {
		}

		@PostMapping("/entity")
		void entity(HttpEntity<Item> entity) {
		}

		@PostMapping("/textBody")
		void textBody(@RequestBody String text) {
		}

		@PostMapping("/bytes")
		void bytes(@RequestBody byte[] bytes) {
		}

		@PostMapping("/textEntity")
		void textEntity(HttpEntity<String> text) {
		}

		@PostMapping("/stream")
		void stream(InputStream stream) {
		}

		@PostMapping("/request")
		void request(HttpServletRequest request) {
		}

		@PostMapping("/file")
		void file(@RequestParam MultipartFile file) {
		}

		@PostMapping("/files")
		void files(List<MultipartFile> files) {
		}

		@GetMapping("/all/{*rest}")
		void catchAll(@PathVariable String rest) {
		}

	}

}
