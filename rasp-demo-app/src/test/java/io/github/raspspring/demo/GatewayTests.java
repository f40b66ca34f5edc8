package io.github.raspspring.demo;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import java.util.zip.GZIPOutputStream;

import io.github.raspspring.demo.Upstream.Received;
import io.github.raspspring.demo.Wire.Reply;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer.OrderAnnotation;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;

import org.springframework.boot.web.server.context.WebServerApplicationContext;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.security.oauth2.jwt.JwtEncoder;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

/**
 * The demo as a gateway in front of a service that does not protect itself, beside the
 * same gateway without the product: what one is spared, and that nothing else differs.
 */
@TestMethodOrder(OrderAnnotation.class)
class GatewayTests {

	private static final AtomicInteger CLIENTS = new AtomicInteger();

	private static final HttpClient CLIENT = HttpClient.newHttpClient();

	private static Upstream upstream;

	private static ConfigurableApplicationContext plain;

	private static ConfigurableApplicationContext guarded;

	private static Bookshop operator;

	@BeforeAll
	static void start() {
		upstream = new Upstream();
		plain = start("--rasp.enabled=false");
		guarded = start("--rasp.routes[0].pattern=/watched/**", "--rasp.routes[0].mode=monitor",
				"--rasp.client.trusted-proxies=127.0.0.1,::1", "--rasp.client.score.enabled=true",
				"--rasp.behavior.enabled=false", "--rasp.rate-limit.plans.burst.capacity=3",
				"--rasp.rate-limit.plans.burst.period=1h", "--rasp.rate-limit.plans.burst.key=ip",
				"--rasp.rate-limit.plans.burst.patterns=/limited/**", "--rasp.rate-limit.plans.denied.capacity=2",
				"--rasp.rate-limit.plans.denied.period=1h", "--rasp.rate-limit.plans.denied.key=ip",
				"--rasp.rate-limit.plans.denied.patterns=/status/401", "--rasp.rate-limit.plans.denied.consume-on=401");
		operator = new Bookshop(port(guarded));
	}

	@AfterAll
	static void stop() {
		upstream.close();
		plain.close();
		guarded.close();
	}

	private static ConfigurableApplicationContext start(String... more) {
		List<String> arguments = new ArrayList<>(List.of("--server.port=0", "--spring.profiles.active=gateway",
				"--gateway.upstream=" + upstream.url(), "--spring.http.clients.read-timeout=3s"));
		arguments.addAll(Arrays.asList(more));
		return BookshopApplication.application().run(arguments.toArray(String[]::new));
	}

	private static int port(ConfigurableApplicationContext context) {
		return ((WebServerApplicationContext) context).getWebServer().getPort();
	}

	/** Nobody has to answer for what another test does. */
	private static String newClient() {
		int number = CLIENTS.incrementAndGet();
		return "X-Forwarded-For: 203.0." + (113 + number / 250) + "." + (1 + number % 250);
	}

	@ParameterizedTest
	@EnumSource
	void honestUseReachesTheUpstreamAsItWouldWithoutTheProduct(Carried carried) {
		Wire request = carried.honest().with(newClient(), "X-Case: honest " + carried);
		Reply without = request.send(port(plain));
		Reply with = request.send(port(guarded));
		assertThat(without.status()).isEqualTo(200);
		assertThat(with).isEqualTo(without);
		List<Received> received = upstream.received("honest " + carried);
		assertThat(received).hasSize(2);
		assertThat(received.get(1)).isEqualTo(received.get(0));
		assertThat(received.get(1).body()).hasSameSizeAs(received.get(0).body());
	}

	@ParameterizedTest
	@EnumSource(mode = EnumSource.Mode.EXCLUDE, names = "IN_FORM")
	void bodyReachesTheUpstreamAsItWasSent(Carried carried) {
		carried.honest().with(newClient(), "X-Case: same " + carried).send(port(guarded));
		assertThat(upstream.received("same " + carried)).singleElement()
			.satisfies((received) -> assertThat(received.body()).isEqualTo(carried.honest().body()));
	}

	@ParameterizedTest
	@EnumSource
	void attackIsKeptFromTheUpstreamInModeBlock(Carried carried) {
		Wire request = carried.attack().with(newClient(), "X-Case: attack " + carried);
		assertThat(request.send(port(plain)).status()).isEqualTo(200);
		Reply refused = request.send(port(guarded));
		assertThat(refused.status()).as(refused.toString()).isEqualTo(403);
		assertThat(refused.headers().get("content-type")).startsWith("application/problem+json");
		assertThat(upstream.received("attack " + carried)).hasSize(1);
		JsonNode event = operator.event(refused.reference()).json();
		assertThat(event.path("why").path("action").asString()).isEqualTo("BLOCK");
		assertThat(event.path("findings").values()).isNotEmpty();
	}

	@ParameterizedTest
	@EnumSource
	void attackIsReportedAndPassedOnInModeMonitor(Carried carried) {
		Wire request = carried.attack().below("/watched").with(newClient(), "X-Case: watched " + carried);
		List<JsonNode> before = operator.events();
		assertThat(request.send(port(guarded)).status()).isEqualTo(200);
		assertThat(upstream.received("watched " + carried)).hasSize(1);
		await().untilAsserted(() -> assertThat(newEvents(before)).anySatisfy((event) -> {
			assertThat(event.path("action").asString()).isEqualTo("MONITOR");
			assertThat(event.path("outcome").asString()).isEqualTo("would-block");
		}));
	}

	private static List<JsonNode> newEvents(List<JsonNode> before) {
		return operator.events().stream().filter((event) -> !before.contains(event)).toList();
	}

	@ParameterizedTest
	@ValueSource(strings = { "Host: localhost:%d", "Referer: http://localhost:%d/a", "Origin: http://localhost:%d",
			"X-Original: localhost", "Host: localhost", "Forwarded: host=localhost:%d", "X-Note: http" })
	void requestThatNamesTheUpstreamIsNoAttack(String header) {
		String mark = "names " + header;
		Wire request = Wire
			.get("/named?host=localhost&port=" + upstream.port(), String.format(header, upstream.port()), newClient())
			.with("X-Case: " + mark);
		assertThat(request.send(port(guarded)).status()).isEqualTo(200);
		assertThat(upstream.received(mark)).hasSize(1);
	}

	@Test
	void eventTellsTheTemplateOfTheRoute() {
		Wire attack = Wire.body("POST", "/api/books/7/reviews", "application/json",
				"{\"text\":\"x' UNION SELECT content FROM secrets --\"}");
		Reply refused = attack.with(newClient()).send(port(guarded));
		assertThat(operator.event(refused.reference()).json().path("where").path("route").asString())
			.isEqualTo("/api/books/{id}/reviews");
	}

	@Test
	void compressedBodyIsPassedOnAndToldOf() throws IOException {
		ByteArrayOutputStream bytes = new ByteArrayOutputStream();
		try (GZIPOutputStream zip = new GZIPOutputStream(bytes)) {
			zip.write("{\"a\":1}".getBytes(StandardCharsets.US_ASCII));
		}
		Wire request = new Wire("POST", "/inflating",
				List.of("Content-Type: application/json", "Content-Encoding: gzip", "X-Case: zipped", newClient()),
				bytes.toByteArray(), false);
		List<JsonNode> before = operator.events();
		assertThat(request.send(port(guarded)).status()).isEqualTo(200);
		assertThat(upstream.received("zipped")).singleElement()
			.satisfies((received) -> assertThat(received.body()).isEqualTo(bytes.toByteArray()));
		await().untilAsserted(() -> assertThat(newEvents(before))
			.anyMatch((event) -> event.path("rules").toString().contains("protocol.encoded-body")));
	}

	@Test
	void whoExceedsALimitIsPutOffAndTheUpstreamSpared() {
		Wire request = Wire.get("/limited/a", newClient(), "X-Case: limited");
		List<Reply> replies = IntStream.range(0, 5).mapToObj((i) -> request.send(port(guarded))).toList();
		assertThat(replies).extracting(Reply::status).containsExactly(200, 200, 200, 429, 429);
		assertThat(replies.get(4).headers()).containsKey("retry-after");
		assertThat(upstream.received("limited")).hasSize(3);
		assertThat(Wire.get("/limited/a", newClient()).send(port(guarded)).status()).isEqualTo(200);
	}

	@Test
	void answersOfTheUpstreamCountAgainstALimit() {
		Wire request = Wire.get("/status/401", newClient(), "X-Case: denied");
		List<Integer> statuses = IntStream.range(0, 4).mapToObj((i) -> request.send(port(guarded)).status()).toList();
		assertThat(statuses).containsExactly(401, 401, 429, 429);
		assertThat(upstream.received("denied")).hasSize(2);
	}

	@Test
	void tokensAreJudgedBeforeTheUpstreamSeesThem() {
		Tokens tokens = new Tokens(guarded.getBean(JwtEncoder.class));
		String expired = tokens.with((header) -> {
		}, (claims) -> claims.issuedAt(Instant.now().minusSeconds(7200)).expiresAt(Instant.now().minusSeconds(3600)));
		String forOthers = tokens.with((header) -> {
		}, (claims) -> claims.audience(List.of("elsewhere")));
		String good = tokens.of("alice");
		assertThat(order("", "none").status()).isEqualTo(401);
		assertThat(order("junk", "junk").status()).isEqualTo(401);
		assertThat(order(expired, "expired").status()).isEqualTo(401);
		assertThat(order(forOthers, "others").status()).isEqualTo(401);
		assertThat(List.of("none", "junk", "expired", "others")).allMatch((mark) -> upstream.received(mark).isEmpty());
		assertThat(order(good, "good").status()).isEqualTo(200);
		assertThat(upstream.received("good")).singleElement()
			.satisfies((received) -> assertThat(received.headers().get("Authorization"))
				.containsExactly("Bearer " + good));
	}

	private static Reply order(String token, String mark) {
		Wire request = Wire.get("/api/orders/1", newClient(), "X-Case: " + mark);
		return (token.isEmpty() ? request : request.with("Authorization: Bearer " + token)).send(port(guarded));
	}

	@Test
	void clientThatKeepsAttackingIsBlockedAndOthersAreServed() {
		String attacker = newClient();
		Wire attack = Carried.IN_QUERY.attack().with(attacker);
		Wire honest = Carried.IN_QUERY.honest();
		assertThat(honest.with(attacker).send(port(guarded)).status()).isEqualTo(200);
		IntStream.range(0, 15).forEach((i) -> attack.send(port(guarded)));
		assertThat(honest.with(attacker).send(port(guarded)).status()).isEqualTo(403);
		assertThat(honest.with(newClient()).send(port(guarded)).status()).isEqualTo(200);
	}

	@ParameterizedTest
	@ValueSource(strings = { "/status/204", "/status/400", "/status/403", "/status/404", "/status/413", "/status/429",
			"/status/500", "/status/502", "/status/503", "/redirect", "/zipped", "/early", "/slow" })
	void answerOfTheUpstreamStaysWhatItIsWithoutTheProduct(String path) {
		CompletableFuture<Reply> without = CompletableFuture
			.supplyAsync(() -> Wire.get(path, newClient()).send(port(plain)));
		Reply with = Wire.get(path, newClient()).send(port(guarded));
		assertThat(with.reference()).isEmpty();
		assertThat(untimed(with)).isEqualTo(untimed(without.join()));
	}

	/**
	 * Spring Boot's description of an error tells when it was.
	 */
	private static Reply untimed(Reply reply) {
		return new Reply(reply.status(), reply.headers(),
				reply.body().replaceAll("\"timestamp\":\"[^\"]*\"", "\"timestamp\":\"\""));
	}

	@Test
	@Order(Integer.MAX_VALUE)
	void upstreamThatIsGoneIsAFailureOfTheServerAsWithoutTheProduct() {
		upstream.close();
		Wire request = Carried.IN_JSON.honest();
		Reply with = request.with(newClient()).send(port(guarded));
		assertThat(with.status()).isBetween(500, 504);
		assertThat(with.reference()).isEmpty();
		assertThat(untimed(with)).isEqualTo(untimed(request.with(newClient()).send(port(plain))));
		assertThat(Carried.IN_QUERY.attack().with(newClient()).send(port(guarded)).status()).isEqualTo(403);
	}

	@Test
	void answersOfTheUpstreamAreItsOwn() {
		assertThat(Wire.get("/status/404", newClient()).send(port(guarded)).body())
			.contains("the upstream's own words");
		assertThat(Wire.get("/redirect", newClient()).send(port(guarded)).headers()).containsEntry("location",
				"/elsewhere?a=b");
	}

	@ParameterizedTest
	@ValueSource(strings = { "/lines", "/events" })
	void firstLineArrivesBeforeTheNextIsWritten(String path) throws Exception {
		HttpRequest request = HttpRequest.newBuilder(URI.create("http://localhost:" + port(guarded) + path)).build();
		try (InputStream body = CLIENT.send(request, BodyHandlers.ofInputStream()).body()) {
			String first = "data: {\"line\":1}\n\n";
			assertThat(new String(body.readNBytes(first.length()), StandardCharsets.US_ASCII)).isEqualTo(first);
			upstream.firstLineWasSeen();
			assertThat(new String(body.readAllBytes(), StandardCharsets.US_ASCII))
				.isEqualTo("data: {\"line\":2,\"seen\":true}\n\n");
		}
	}

	@Test
	void inventoryListsTheRoutes() {
		assertThat(operator.get("/actuator/rasp/inventory").body()).contains("\"/api/books/{id}\"",
				"\"/api/books/{id}/reviews\"", "\"/api/orders/{id}\"", "\"/**\"");
	}

	@Test
	void operatorsReachActuatorAndNotTheUpstream() {
		assertThat(operator.get("/actuator/rasp").json().path("policies").toString()).contains("BLOCK");
		assertThat(operator.get("/actuator/health").body()).contains("UP");
	}

}
