package io.github.raspspring.autoconfigure.inventory;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

import com.sun.net.httpserver.HttpServer;
import jakarta.persistence.Entity;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.Id;
import jakarta.persistence.ManyToOne;
import jakarta.persistence.Table;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.boot.persistence.autoconfigure.EntityScan;
import org.springframework.boot.web.servlet.ServletRegistrationBean;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;
import org.springframework.core.env.Environment;
import org.springframework.data.jpa.repository.Query;
import org.springframework.data.jpa.repository.config.EnableJpaRepositories;
import org.springframework.data.repository.CrudRepository;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.client.RestClient;
import org.springframework.web.servlet.function.RouterFunction;
import org.springframework.web.servlet.function.RouterFunctions;
import org.springframework.web.servlet.function.ServerRequest;
import org.springframework.web.servlet.function.ServerResponse;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * The inventory of a library that keeps its loans with JPA, asks a shop over HTTP, and
 * has a plain servlet besides.
 */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class LibraryInventoryTests {

	/** Answers as they are documented, others, and no JSON. */
	private static final Map<String, List<String>> COPIES = Map.of("honest",
			List.of("{'id':1,'state':'lent'}", "{'id':1.0,'state':'kept','tags':[]}",
					"{'state':'kept','id':77,'tags':['a','b']}", "{'id':1,'state':'lent','note':null}",
					"{'id':1,'state':'lent','note':'\\u00e4b\\ud83d\\ude00de','shelf':7}",
					" {\n'id' : 3 , 'state':'kept','shelf':'A1'}\n"),
			"off",
			List.of("{'id':1}", "{'id':0,'state':'lent'}", "{'id':1,'state':'lost'}", "{'id':'1','state':'lent'}",
					"{'id':1,'state':'lent','tags':['a','b','c']}", "{'id':1,'state':'lent','note':'longer'}",
					"{'id':1,'state':'lent','reader':'Ann'}", "{'id':1,'state':'lent','shelf':'A12'}",
					"[{'id':1,'state':'lent'}]"),
			"broken", List.of("{'id':1,"));

	@TempDir
	private static Path folder;

	private HttpServer shop;

	private ConfigurableApplicationContext application;

	private InventoryClient library;

	@BeforeAll
	void call() throws IOException {
		this.shop = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
		this.shop.createContext("/", (exchange) -> {
			exchange.sendResponseHeaders(204, -1);
			exchange.close();
		});
		this.shop.start();
		Path baseline = Files.writeString(folder.resolve("baseline.json"), """
				{"endpoints": {
				"DELETE /loans/{id}": {"kind": "CONTROLLER", "parameters": ["path id long"],
				"access": "AUTHORITY SCOPE_loans:delete"},
				"GET /loans/{id}": {"kind": "CONTROLLER", "parameters": ["path id int"], "access": "NOTHING"},
				"GET /fines": {"kind": "CONTROLLER", "parameters": [], "access": ""}}}
				""");
		this.application = new SpringApplicationBuilder(LibraryApplication.class)
			.properties("server.port=0", "management.endpoints.web.exposure.include=rasp,health",
					"logging.level.root=error", "spring.datasource.url=jdbc:h2:mem:library",
					"spring.jpa.hibernate.ddl-auto=create", "spring.jpa.open-in-view=false", "rasp.mode=block",
					"spring.application.name=library", "shop=http://localhost:" + this.shop.getAddress().getPort(),
					"rasp.inventory.openapi=classpath:openapi/library.yaml", "rasp.inventory.baseline=file:" + baseline)
			.run();
		this.library = new InventoryClient(this.application);
		assertThat(this.library.send("POST", "/loans", "{\"title\":\"Dune\",\"member\":\"Ann\"}").statusCode())
			.isEqualTo(200);
		assertThat(this.library.get("/loans/1")).isEqualTo(200);
		assertThat(this.library.get("/loans?member=Ann")).isEqualTo(200);
		assertThat(this.library.get("/legacy/catalog/1")).isEqualTo(200);
		assertThat(this.library.get("/functional/1")).isEqualTo(200);
		assertThat(this.library.get("/loans?member=x'%20UNION%20SELECT%20name,%20password%20FROM%20users%20--"))
			.isEqualTo(403);
		assertThat(this.library.get("/loans/1/unknown")).isEqualTo(404);
		assertThat(this.library.get("/somewhere/else")).isEqualTo(404);
		assertThat(this.library.get("/orders")).isEqualTo(200);
		Awaitility.await().untilAsserted(() -> {
			assertThat(this.library.endpoint("/orders").path("hosts").size()).isEqualTo(1);
			assertThat(this.library.inventory("").path("shadow").path("requests").asInt()).isEqualTo(2);
		});
	}

	@AfterAll
	void stop() {
		this.application.close();
		this.shop.stop(0);
	}

	@ParameterizedTest
	@CsvSource(delimiter = '|',
			value = { "/loans/{id}|CONTROLLER|loan,member", "/functional/{id}|FUNCTIONAL|loan",
					"/legacy/**|SERVLET|loan", "/actuator/health|ACTUATOR|", "/actuator/rasp|ACTUATOR|",
					"/**|RESOURCE|", "/members/{id}|CONTROLLER|", "/orders|CONTROLLER|" })
	void inventoryWhenApplicationRunsThenListsWhatServesAndTheTablesItReaches(String pattern, String kind,
			String tables) {
		JsonNode endpoint = endpoint(pattern);
		assertThat(endpoint.path("kind").asString()).isEqualTo(kind);
		List<String> reached = endpoint.path("tables").values().stream().map(JsonNode::asString).toList();
		assertThat(reached).containsExactly((tables != null) ? tables.split(",") : new String[0]);
	}

	@Test
	void inventoryWhenAnotherHostIsCalledThenNamesIt() {
		assertThat(endpoint("/orders").path("hosts").get(0).asString())
			.isEqualTo("localhost:" + this.shop.getAddress().getPort());
		assertThat(endpoint("/orders").path("risk").path("reasons").toString()).contains("It calls other hosts");
		assertThat(endpoint("/loans/{id}").path("hosts").size()).isZero();
	}

	@ParameterizedTest
	@CsvSource(delimiter = '|', value = { "/loans/{id}|NOTHING||", "/members/{id}|AUTHENTICATION||hasRole('STAFF')",
			"/legacy/**|NOTHING||", "/staff|AUTHORITY|SCOPE_staff|", "/closed|DENIED_OR_MORE||" })
	void inventoryWhenSpringSecurityDecidesThenTellsWhatCallersNeed(String pattern, String required, String authority,
			String method) {
		JsonNode access = endpoint(pattern).path("access");
		assertThat(required).contains(access.path("required").asString());
		assertThat(access.path("source").asString()).isEqualTo("configuration");
		assertThat(access.path("authorities").toString())
			.isEqualTo((authority != null) ? "[\"" + authority + "\"]" : "[]");
		assertThat(access.path("method").asString()).isEqualTo((method != null) ? method : "");
	}

	@Test
	void shadowWhenRequestsMeetNothingThenCountsThemNearWhatIsThere() {
		JsonNode shadow = this.library.inventory("").path("shadow");
		assertThat(shadow.path("below").path("/loans").asInt()).isEqualTo(1);
		assertThat(shadow.path("elsewhere").asInt()).isEqualTo(1);
		assertThat(endpoint("/legacy/**").path("traffic").path("requests").asInt()).isEqualTo(1);
		assertThat(endpoint("/loans").path("traffic").path("refused").asInt()).as("is none of them").isEqualTo(1);
	}

	@Test
	void openApiWhenWrittenThenIsValidAndMatchesWhatRuns() {
		JsonNode document = this.library.inventory("/openapi");
		assertThat(OpenApiSchema.violations(document)).isEmpty();
		JsonNode create = document.path("paths").path("/loans").path("post");
		assertThat(create.path("requestBody")
			.path("content")
			.path("application/json")
			.path("schema")
			.path("$ref")
			.asString()).isEqualTo("#/components/schemas/LoanRequest");
		JsonNode request = document.path("components").path("schemas").path("LoanRequest");
		assertThat(request.path("properties").path("title").path("type").asString()).isEqualTo("string");
		assertThat(document.path("paths").path("/staff").path("get").path("x-authorities").toString())
			.isEqualTo("[\"SCOPE_staff\"]");
		assertThat(document.path("paths").has("/legacy/{any}")).isTrue();
		assertThat(document.path("paths").path("/functional/{id}").has("get")).isTrue();
	}

	@Test
	void openApiWhenSomethingIsWrongThenTheSchemaSeesIt() {
		JsonNode document = new JsonMapper().readTree("""
				{"openapi": "3.1.0", "info": {"title": "a", "version": "1"}, "paths": {"/a/{b}": {"get": {
				"responses": {"200": {}}, "parameters": [{"name": "b", "in": "path", "required": false,
				"schema": {"type": "text"}}]}}}}""");
		assertThat(OpenApiSchema.violations(document)).hasSizeGreaterThanOrEqualTo(3);
	}

	@Test
	void checkWhenDocumentIsGivenThenFindsWhatIsUndocumentedGoneAndOff() {
		JsonNode check = this.library.inventory("/check");
		assertThat(texts(check.path("undocumented"))).contains("DELETE /loans/{id}", "GET /orders",
				"GET /functional/{id}");
		assertThat(texts(check.path("undocumented"))).doesNotContain("GET /loans/{id}", "GET /actuator/health");
		assertThat(texts(check.path("gone"))).containsExactly("GET /members/{id}/fines");
		assertThat(check.path("undocumentedParameters").path("GET /loans").toString()).isEqualTo("[\"query sort\"]");
		assertThat(check.path("goneParameters").path("GET /loans").toString()).isEqualTo("[\"query page\"]");
		assertThat(texts(check.path("answersOff").path("GET /loans/{}"))).contains("200: /due is missing",
				"200: The answer has a property that is not declared: member");
		assertThat(texts(check.path("answersOff").path("GET /loans"))).contains("200: /0/due is missing");
	}

	/**
	 * Each way to answer gives six answers that are as documented, and nine others.
	 */
	@ParameterizedTest
	@ValueSource(strings = { "annotated", "functional", "copies" })
	void checkWhenAnswersAreOffTheSchemaThenFindsThemWhoeverAnswers(String way) {
		COPIES.forEach((kind, answers) -> {
			for (int i = 0; i < answers.size(); i++) {
				assertThat(this.library.get("/" + way + "/answers/" + kind + "?number=" + i)).isEqualTo(200);
			}
		});
		JsonNode check = this.library.inventory("/check");
		JsonNode found = check.path("answersOff");
		assertThat(texts(found.path("GET /" + way + "/answers/off"))).containsExactlyInAnyOrder(
				"200: /state is missing", "200: /id is out of range", "200: /state is none of the values",
				"200: /id is no integer", "200: /tags has a length that is not allowed",
				"200: /note has a length that is not allowed",
				"200: The answer has a property that is not declared: reader", "200: /shelf is none of the choices",
				"200: The answer is no object");
		assertThat(texts(found.path("GET /" + way + "/answers/broken"))).containsExactly("200: can't be read as JSON");
		assertThat(found.has("GET /" + way + "/answers/honest")).isFalse();
		assertThat(texts(check.path("undocumented"))).doesNotContain("GET /copies/{any}");
	}

	@Test
	void driftWhenApiIsNotAsTheBaselineThenTellsWhatIsNewGoneAndChanged() {
		JsonNode drift = this.library.inventory("/drift");
		assertThat(texts(drift.path("added"))).contains("GET /orders", "GET /loans").doesNotContain("GET /loans/{id}");
		assertThat(texts(drift.path("removed"))).containsExactly("GET /fines");
		assertThat(drift.path("changed").path("GET /loans/{id}").path("is").path("parameters").toString())
			.isEqualTo("[\"path id long\"]");
		assertThat(drift.path("changed").has("DELETE /loans/{id}")).as("the scope has gone").isTrue();
		assertThat(this.library.send("GET", "/actuator/rasp", "").body()).contains("The API differs from its baseline");
		JsonNode now = this.library.inventory("/baseline");
		assertThat(now.path("endpoints").path("GET /loans/{id}").path("access").asString()).isEqualTo("NOTHING");
	}

	private static String copy(String path, int number) {
		return COPIES.get(path.substring(path.lastIndexOf('/') + 1)).get(number).replace('\'', '"');
	}

	private JsonNode endpoint(String pattern) {
		return this.library.endpoint(pattern);
	}

	private static List<String> texts(JsonNode list) {
		return list.values().stream().map(JsonNode::asString).toList();
	}

	@Entity(name = "LibraryMember")
	@Table(name = "member")
	static class Member {

		@Id
		@GeneratedValue
		private Long id;

		private String name;

	}

	@Entity(name = "LibraryLoan")
	@Table(name = "loan")
	static class Loan {

		@Id
		@GeneratedValue
		private Long id;

		private String title;

		@ManyToOne
		private Member member;

	}

	interface LoanRepository extends CrudRepository<Loan, Long> {

		@Query("select l from LibraryLoan l where l.member.name = :name")
		Stream<Loan> ofMember(String name);

		@Query("select l.title from LibraryLoan l where l.id = :id")
		String title(long id);

	}

	interface MemberRepository extends CrudRepository<Member, Long> {

	}

	record LoanRequest(String title, String member) {

	}

	record LoanView(long id, String title, String member) {

		static LoanView of(Loan loan) {
			return new LoanView(loan.id, loan.title, loan.member.name);
		}

	}

	@RestController
	static class Library {

		private final LoanRepository loans;

		private final MemberRepository members;

		private final RestClient shop;

		Library(LoanRepository loans, MemberRepository members, RestClient.Builder shop, Environment environment) {
			this.loans = loans;
			this.members = members;
			this.shop = shop.baseUrl(environment.getRequiredProperty("shop")).build();
		}

		@GetMapping("/loans/{id}")
		LoanView loan(@PathVariable long id) {
			return LoanView.of(this.loans.findById(id).orElseThrow());
		}

		@GetMapping("/loans")
		@org.springframework.transaction.annotation.Transactional
		public List<LoanView> loans(@RequestParam String member, @RequestParam(defaultValue = "title") String sort) {
			return this.loans.ofMember(member).map(LoanView::of).toList();
		}

		@PostMapping("/loans")
		String lend(@RequestBody LoanRequest request) {
			Member member = new Member();
			member.name = request.member();
			Loan loan = new Loan();
			loan.title = request.title();
			loan.member = this.members.save(member);
			this.loans.save(loan);
			return "lent";
		}

		@DeleteMapping("/loans/{id}")
		void giveBack(@PathVariable long id) {
			this.loans.deleteById(id);
		}

		/**
		 * A tree, which a message converter writes.
		 */
		@GetMapping({ "/annotated/answers/honest", "/annotated/answers/off", "/annotated/answers/broken" })
		ResponseEntity<Object> answer(HttpServletRequest request, @RequestParam int number) {
			String json = copy(request.getRequestURI(), number);
			Object body = json.endsWith(",") ? json.getBytes(StandardCharsets.UTF_8) : new JsonMapper().readTree(json);
			return ResponseEntity.ok().contentType(MediaType.APPLICATION_JSON).body(body);
		}

		@GetMapping("/orders")
		String orders() {
			this.shop.get().uri("/orders").retrieve().toBodilessEntity();
			return "ordered";
		}

		@PreAuthorize("hasRole('STAFF')")
		@GetMapping("/members/{id}")
		String member(@PathVariable long id) {
			return "member";
		}

		@GetMapping("/staff")
		String staff() {
			return "staff";
		}

		@GetMapping("/closed")
		String closed() {
			return "closed";
		}

	}

	@Configuration(proxyBeanMethods = false)
	@EnableAutoConfiguration
	@EntityScan(basePackageClasses = LibraryInventoryTests.class)
	@EnableJpaRepositories(considerNestedRepositories = true,
			includeFilters = @org.springframework.context.annotation.ComponentScan.Filter(
					type = org.springframework.context.annotation.FilterType.REGEX, pattern = ".*LibraryInventory.*"),
			excludeFilters = @org.springframework.context.annotation.ComponentScan.Filter(
					type = org.springframework.context.annotation.FilterType.REGEX,
					pattern = ".*RepositoryInventory.*"))
	@Import(Library.class)
	static class LibraryApplication {

		@Bean
		SecurityFilterChain chain(HttpSecurity http) {
			return http.csrf((csrf) -> csrf.disable())
				.authorizeHttpRequests((requests) -> requests.requestMatchers("/staff")
					.hasAuthority("SCOPE_staff")
					.requestMatchers("/members/**")
					.authenticated()
					.requestMatchers("/closed")
					.denyAll()
					.anyRequest()
					.permitAll())
				.build();
		}

		@Bean
		RouterFunction<ServerResponse> functional(LoanRepository loans) {
			return RouterFunctions.route()
				.GET("/functional/{id}",
						(request) -> ServerResponse.ok()
							.body(String.valueOf(loans.title(Long.parseLong(request.pathVariable("id"))))))
				.GET("/functional/answers/honest", LibraryApplication::copied)
				.GET("/functional/answers/off", LibraryApplication::copied)
				.GET("/functional/answers/broken", LibraryApplication::copied)
				.build();
		}

		private static ServerResponse copied(ServerRequest request) {
			return ServerResponse.ok()
				.contentType(MediaType.APPLICATION_JSON)
				.body(copy(request.path(), Integer.parseInt(request.param("number").orElseThrow())));
		}

		@Bean
		ServletRegistrationBean<LegacyServlet> copies(LoanRepository loans) {
			ServletRegistrationBean<LegacyServlet> registration = new ServletRegistrationBean<>(
					new LegacyServlet(loans), "/copies/*");
			registration.setName("copies");
			return registration;
		}

		@Bean
		ServletRegistrationBean<LegacyServlet> legacy(LoanRepository loans) {
			return new ServletRegistrationBean<>(new LegacyServlet(loans), "/legacy/*");
		}

	}

	static class LegacyServlet extends HttpServlet {

		private static final long serialVersionUID = 1L;

		private final transient LoanRepository loans;

		LegacyServlet(LoanRepository loans) {
			this.loans = loans;
		}

		@Override
		protected void doGet(HttpServletRequest request, HttpServletResponse response) throws IOException {
			if (request.getServletPath().equals("/copies")) {
				response.setContentType("application/json;charset=UTF-8");
				response.getWriter()
					.print(copy(request.getRequestURI(), Integer.parseInt(request.getParameter("number"))));
				return;
			}
			response.getWriter().print(this.loans.title(1));
		}

	}

}
