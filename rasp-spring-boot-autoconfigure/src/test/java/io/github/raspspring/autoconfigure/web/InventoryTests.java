package io.github.raspspring.autoconfigure.web;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.List;

import io.github.raspspring.inventory.Sensitive;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.servlet.function.RouterFunction;
import org.springframework.web.servlet.function.RouterFunctions;
import org.springframework.web.servlet.function.ServerResponse;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * The inventory of a running application, over real HTTP.
 */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class InventoryTests {

	private final HttpClient client = HttpClient.newHttpClient();

	private ConfigurableApplicationContext application;

	private JsonNode inventory;

	@BeforeAll
	void callSome() throws Exception {
		this.application = new SpringApplicationBuilder(InventoriedApplication.class)
			.properties("server.port=0", "management.endpoints.web.exposure.include=rasp", "logging.level.root=error",
					"rasp.routes[0].pattern=/customers/**", "rasp.routes[0].mode=block", "rasp.routes[0].id=customers")
			.run();
		get("/customers/5");
		get("/customers/6");
		get("/mail?to=ann@shop.example");
		get("/functional");
		get("/no/such/page");
		Awaitility.await().untilAsserted(() -> {
			this.inventory = new JsonMapper().readTree(get("/actuator/rasp/inventory"));
			assertThat(this.inventory.path("shadow").path("requests").asInt()).isEqualTo(1);
			assertThat(endpoint("Customers.customer").path("traffic").path("requests").asInt()).isEqualTo(2);
			assertThat(endpoint("functional").path("traffic").path("requests").asInt()).isEqualTo(1);
		});
	}

	@AfterAll
	void stop() {
		this.application.close();
	}

	@Test
	void inventoryWhenEndpointIsCalledThenTellsTrafficPolicyAndData() {
		JsonNode customer = endpoint("Customers.customer");
		assertThat(customer.path("policy").asString()).isEqualTo("customers");
		assertThat(customer.path("mode").asString()).isEqualTo("BLOCK");
		assertThat(customer.path("traffic").path("authenticated").asString()).isEqualTo("never");
		assertThat(customer.path("traffic").path("lastSeen").asString()).startsWith("20");
		assertThat(customer.path("sensitive").toString()).isEqualTo("[\"Customer.email\",\"Customer.nickname\"]");
		assertThat(endpoint("Customers.mail").path("sensitiveValues").toString()).isEqualTo("[\"EMAIL\"]");
	}

	@Test
	void inventoryWhenEndpointWasNeverCalledThenSaysSoAndRanksIt() {
		JsonNode order = endpoint("Customers.pay");
		assertThat(order.path("traffic").path("requests").asInt()).isZero();
		assertThat(order.path("traffic").path("lastSeen").asString()).isEqualTo("never");
		assertThat(order.path("risk").path("reasons").toString()).contains("never called", "changes something",
				"sensitive data", "mode is monitor");
		assertThat(order.path("risk").path("points").asInt())
			.isGreaterThan(endpoint("Customers.open").path("risk").path("points").asInt());
	}

	private JsonNode endpoint(String handler) {
		for (JsonNode endpoint : this.inventory.path("endpoints").values()) {
			if (endpoint.path("handler").asString().equals(handler)) {
				return endpoint;
			}
		}
		throw new AssertionError("There is no " + handler + " in " + this.inventory);
	}

	private String get(String path) throws Exception {
		return this.client
			.send(HttpRequest
				.newBuilder(URI.create("http://localhost:"
						+ this.application.getEnvironment().getProperty("local.server.port") + path))
				.build(), HttpResponse.BodyHandlers.ofString())
			.body();
	}

	@Configuration(proxyBeanMethods = false)
	@EnableAutoConfiguration
	@Import(Customers.class)
	static class InventoriedApplication {

		@Bean
		SecurityFilterChain openToAll(HttpSecurity http) {
			return http.csrf((csrf) -> csrf.disable())
				.authorizeHttpRequests((requests) -> requests.anyRequest().permitAll())
				.build();
		}

		@Bean
		RouterFunction<ServerResponse> functional() {
			return RouterFunctions.route().GET("/functional", (request) -> ServerResponse.ok().build()).build();
		}

	}

	record Customer(long id, String email, @Sensitive String nickname) {

	}

	record Payment(String cardNumber, long amount) {

	}

	@RestController
	static class Customers {

		@GetMapping("/customers/{id}")
		Customer customer(@PathVariable long id) {
			return new Customer(id, "ann@shop.example", "ann");
		}

		@GetMapping("/mail")
		String mail(@RequestParam String to) {
			return to;
		}

		@PostMapping("/payments")
		List<String> pay(@RequestBody Payment payment) {
			return List.of("paid");
		}

		@GetMapping("/open")
		String open(@RequestParam(defaultValue = "1") int page) {
			return "open";
		}

	}

}
