package io.github.raspspring.autoconfigure.profile;

import java.io.IOException;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.CopyOnWriteArrayList;

import com.fasterxml.jackson.annotation.JsonAlias;
import com.fasterxml.jackson.annotation.JsonAnySetter;
import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonIgnore;
import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import com.fasterxml.jackson.annotation.JsonUnwrapped;
import io.github.raspspring.engine.event.ThreatDetected;
import io.github.raspspring.profile.sealed.Signed;
import io.github.raspspring.profile.sealed.SignedValues;
import jakarta.persistence.Entity;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.Id;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import tools.jackson.core.JsonParser;
import tools.jackson.databind.DeserializationContext;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.PropertyNamingStrategies;
import tools.jackson.databind.annotation.JsonDeserialize;
import tools.jackson.databind.annotation.JsonNaming;
import tools.jackson.databind.deser.std.StdDeserializer;

import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;
import org.springframework.context.event.EventListener;
import org.springframework.data.domain.Pageable;
import org.springframework.data.jpa.repository.JpaRepository;
import org.springframework.data.jpa.repository.config.EnableJpaRepositories;
import org.springframework.boot.persistence.autoconfigure.EntityScan;
import org.springframework.data.rest.core.annotation.RepositoryRestResource;
import org.springframework.http.ResponseEntity;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.security.web.csrf.CsrfToken;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PatchMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.servlet.mvc.method.annotation.SseEmitter;

/**
 * A shop on JPA, with forms behind Spring Security's guard against foreign ones, and with
 * types that use what Jackson offers.
 */
@Configuration(proxyBeanMethods = false)
@EnableAutoConfiguration
@EnableJpaRepositories(considerNestedRepositories = true)
@EntityScan(basePackageClasses = ProfiledShop.class)
@Import({ ProfiledShop.Orders.class, ProfiledShop.Types.class, ProfiledShop.Forms.class, ProfiledShop.Articles.class,
		ProfiledShop.Leaks.class, JacksonBodies.class, StreamedAnswers.class })
class ProfiledShop {

	@Bean
	SecurityFilterChain formsAreGuarded(HttpSecurity http) {
		return http
			.csrf((csrf) -> csrf.requireCsrfProtectionMatcher((request) -> request.getMethod().equals("POST")
					&& request.getRequestURI().startsWith("/forms/guarded")))
			.authorizeHttpRequests((requests) -> requests.anyRequest().permitAll())
			.build();
	}

	enum Delivery {

		POST, PICK_UP

	}

	record Line(String sku, int quantity, BigDecimal weight) {

	}

	record NewOrder(long bookId, int quantity, String note, Delivery delivery, UUID cart, LocalDate wanted,
			Optional<String> gift, List<Line> lines, List<String> tags, Map<String, String> labels, boolean urgent) {

	}

	record PlacedOrder(long id, long bookId, int quantity, int discount, String customer, String state,
			String internalRemark) {

	}

	@RestController
	static class Orders {

		@PostMapping("/orders")
		PlacedOrder add(@RequestBody NewOrder order) {
			return new PlacedOrder(1, order.bookId(), order.quantity(), 0, "ann", "placed", "");
		}

		@PutMapping("/orders/{id}")
		void change(@PathVariable long id, @RequestBody NewOrder order) {
		}

		@PostMapping("/orders/batch")
		int addAll(@RequestBody List<NewOrder> orders) {
			return orders.size();
		}

		@GetMapping("/orders")
		List<PlacedOrder> find(@RequestParam(required = false) Long customer,
				@RequestParam(required = false) String text, @RequestParam(required = false) List<String> tags,
				@RequestParam(required = false) Delivery delivery, @RequestParam(required = false) Boolean open,
				@RequestParam(required = false) UUID cart) {
			return List.of();
		}

		@GetMapping("/pages")
		List<PlacedOrder> page(Pageable page) {
			return List.of();
		}

	}

	record Aliased(@JsonProperty("first_name") @JsonAlias( {
			"firstName", "role" }) String first){

	}

	static class AnyThing {

		public String name;

		private final Map<String, Object> more = new HashMap<>();

		@JsonAnySetter
		void more(String name, Object value) {
			this.more.put(name, value);
		}

	}

	record Money(BigDecimal price, String currency) {

	}

	static class Wrapped {

		public String name;

		@JsonUnwrapped(prefix = "total_")
		public Money money;

	}

	@JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "kind")
	@JsonSubTypes({ @JsonSubTypes.Type(value = Card.class, name = "card"),
			@JsonSubTypes.Type(value = Transfer.class, name = "transfer") })
	sealed interface Payment permits Card, Transfer {

	}

	record Card(String number, String owner) implements Payment {

	}

	record Transfer(String iban) implements Payment {

	}

	@JsonNaming(PropertyNamingStrategies.SnakeCaseStrategy.class)
	record Snake(String firstName, int unitPrice) {

	}

	@JsonIgnoreProperties({ "status", "links" })
	record Ignoring(String name) {

	}

	static class Account {

		public String name;

		@JsonProperty(access = JsonProperty.Access.READ_ONLY)
		public String role = "customer";

		@JsonProperty(access = JsonProperty.Access.READ_ONLY)
		public String createdAt = "2026";

		@JsonIgnore
		public String permission;

	}

	static class Point {

		public int x;

		public int y;

		@JsonCreator(mode = JsonCreator.Mode.DELEGATING)
		static Point of(Object any) {
			return new Point();
		}

	}

	static class OwnReader extends StdDeserializer<Delivery> {

		OwnReader() {
			super(Delivery.class);
		}

		@Override
		public Delivery deserialize(JsonParser parser, DeserializationContext context) {
			parser.skipChildren();
			return Delivery.POST;
		}

	}

	record OwnRead(@JsonDeserialize(using = OwnReader.class) Delivery delivery, Point point) {

	}

	record Signature(@Signed("price") String price) {

	}

	@RestController
	static class Types {

		private final SignedValues signed;

		Types(SignedValues signed) {
			this.signed = signed;
		}

		@PostMapping("/aliased")
		void aliased(@RequestBody Aliased body) {
		}

		@PostMapping("/anything")
		void anything(@RequestBody AnyThing body) {
		}

		@PostMapping("/map")
		void map(@RequestBody Map<String, Object> body) {
		}

		@PostMapping("/tree")
		void tree(@RequestBody JsonNode body) {
		}

		@PostMapping("/text")
		void text(@RequestBody String body) {
		}

		@PostMapping("/wrapped")
		void wrapped(@RequestBody Wrapped body) {
		}

		@PostMapping("/payment")
		void payment(@RequestBody Payment body) {
		}

		@PostMapping("/snake")
		void snake(@RequestBody Snake body) {
		}

		@PostMapping("/ignoring")
		void ignoring(@RequestBody Ignoring body) {
		}

		@PostMapping("/account")
		Account account(@RequestBody Account body) {
			return body;
		}

		@PutMapping("/account")
		Account replace(@RequestBody Account body) {
			return body;
		}

		@PostMapping("/own")
		void own(@RequestBody OwnRead body) {
		}

		@GetMapping("/signed")
		String signed(@RequestParam String name, @RequestParam String value) {
			return this.signed.sign(name, value);
		}

		@PostMapping("/signed")
		String buy(@RequestBody Signature body) {
			return this.signed.read("price", body.price()).orElse("none");
		}

		@PatchMapping(path = "/patched", consumes = { "application/json-patch+json", "application/json" })
		void patch(@RequestBody JsonNode patch) {
		}

		@PatchMapping(path = "/merged", consumes = "application/merge-patch+json")
		void merge(@RequestBody Map<String, Object> patch) {
		}

		@PatchMapping(path = "/typed", consumes = "application/merge-patch+json")
		void typed(@RequestBody NewOrder patch) {
		}

	}

	static class Address {

		private String street;

		private String city;

		public String getStreet() {
			return this.street;
		}

		public void setStreet(String street) {
			this.street = street;
		}

		public String getCity() {
			return this.city;
		}

		public void setCity(String city) {
			this.city = city;
		}

	}

	static class SignUp {

		private String name;

		private int age;

		private boolean newsletter;

		private List<String> interests;

		private Address address = new Address();

		public String getName() {
			return this.name;
		}

		public void setName(String name) {
			this.name = name;
		}

		public int getAge() {
			return this.age;
		}

		public void setAge(int age) {
			this.age = age;
		}

		public boolean isNewsletter() {
			return this.newsletter;
		}

		public void setNewsletter(boolean newsletter) {
			this.newsletter = newsletter;
		}

		public List<String> getInterests() {
			return this.interests;
		}

		public void setInterests(List<String> interests) {
			this.interests = interests;
		}

		public Address getAddress() {
			return this.address;
		}

	}

	record Feedback(String text, Integer stars) {

	}

	@RestController
	static class Forms {

		@GetMapping("/forms/token")
		String token(CsrfToken token) {
			return token.getParameterName() + "=" + token.getToken();
		}

		@PostMapping({ "/forms/guarded", "/forms/open" })
		String signUp(@ModelAttribute SignUp form) {
			return form.getName();
		}

		@PostMapping("/forms/record")
		void record(Feedback form) {
		}

		@PostMapping("/forms/plain")
		void plain(@RequestParam String name, @RequestParam(required = false) Integer amount) {
		}

		@PostMapping("/forms/raw")
		void raw(HttpServletRequest request) {
			request.getParameter("any");
		}

		@PostMapping("/forms/map")
		void map(@RequestParam Map<String, String> any) {
		}

	}

	@Entity
	static class Article {

		@Id
		@GeneratedValue
		private Long id;

		private String title;

		private String status;

		public Long getId() {
			return this.id;
		}

		public void setId(Long id) {
			this.id = id;
		}

		public String getTitle() {
			return this.title;
		}

		public void setTitle(String title) {
			this.title = title;
		}

		public String getStatus() {
			return this.status;
		}

		public void setStatus(String status) {
			this.status = status;
		}

	}

	@RepositoryRestResource(path = "articles")
	interface ArticleRepository extends JpaRepository<Article, Long> {

	}

	record Draft(String title) {

	}

	@RestController
	static class Articles {

		private final ArticleRepository articles;

		Articles(ArticleRepository articles) {
			this.articles = articles;
		}

		@PostMapping("/articles")
		ResponseEntity<Article> add(@RequestBody Article article) {
			return ResponseEntity.ok(this.articles.save(article));
		}

		@PutMapping("/articles/{id}")
		Article replace(@PathVariable Long id, @RequestBody Article article) {
			return this.articles.save(article);
		}

		@GetMapping("/articles")
		List<Article> all() {
			return this.articles.findAll();
		}

		@PostMapping("/drafts")
		Article draft(@RequestBody Draft draft) {
			Article article = new Article();
			article.setTitle(draft.title());
			return this.articles.save(article);
		}

	}

	/**
	 * Answers that tell too much.
	 */
	@RestController
	static class Leaks {

		static final String TRACE = "X\n\tat a.b.C.m(C.java:12)\n\tat a.b.D.n(D.java:7)";

		private final List<String> seen = new CopyOnWriteArrayList<>();

		@EventListener
		void on(ThreatDetected event) {
			event.decision().findings().forEach((finding) -> this.seen.add(event.route() + " " + finding.rule().id()));
		}

		List<String> seen() {
			return this.seen;
		}

		@GetMapping({ "/leaks", "/redacted", "/blocked" })
		Map<String, Object> leaks() {
			return Map.of("trace", TRACE, "key", "AKIA" + "IOSFODNN7EXAMPLE", "card", "4111 1111 1111 1111", "name",
					"Zo\u00eb");
		}

		@GetMapping("/blocked/honest")
		Map<String, Object> honest() {
			return Map.of("name", "Zo\u00eb", "card", "none");
		}

		@GetMapping(path = "/blocked/text", produces = "text/plain")
		String text(@RequestParam boolean leaks) {
			return leaks ? TRACE : "all is well";
		}

		@GetMapping("/blocked/written")
		void written(HttpServletResponse response, @RequestParam boolean leaks) throws IOException {
			response.setContentType("text/plain;charset=UTF-8");
			response.getWriter().write(leaks ? TRACE : "Zo\u00eb is well");
		}

		@GetMapping("/blocked/later")
		Callable<Map<String, Object>> later(@RequestParam boolean leaks) {
			return leaks ? this::leaks : this::honest;
		}

		@GetMapping(path = "/blocked/large", produces = "text/plain")
		String large() {
			return "a".repeat(300_000) + TRACE;
		}

		@GetMapping("/blocked/stream")
		SseEmitter stream() throws IOException {
			SseEmitter emitter = new SseEmitter();
			emitter.send("4111111111111111");
			emitter.complete();
			return emitter;
		}

	}

}
