package io.github.raspspring.demo;

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
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

import org.springframework.boot.test.web.server.LocalServerPort;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Why each exploit is refused, by its reference and by a description of it, and why each
 * honest use is not.
 */
@BookshopTest({ "rasp.mode=block", "rasp.rate-limit.enabled=false", "rasp.behavior.enabled=false",
		"management.endpoint.rasp.access=unrestricted", "rasp.routes[0].id=explain",
		"rasp.routes[0].pattern=/actuator/rasp/explain", "rasp.routes[0].mode=monitor" })
class ExplainTests {

	private static final JsonMapper JSON = new JsonMapper();

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
