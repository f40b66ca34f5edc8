package io.github.raspspring.event.delivery;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.HexFormat;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;

import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import io.github.raspspring.engine.event.UndeliverableException;
import io.github.raspspring.event.EventSamples;
import io.github.raspspring.event.form.PlainForm;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

class WebhookOutletTests {

	private static final byte[] SECRET = "a secret of the tests".getBytes(StandardCharsets.UTF_8);

	private final List<Delivery> deliveries = new CopyOnWriteArrayList<>();

	private final CountDownLatch slow = new CountDownLatch(1);

	private HttpServer server;

	private volatile int status = 204;

	private volatile boolean hangs;

	@BeforeEach
	void start() throws IOException {
		this.server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
		this.server.createContext("/", this::receive);
		this.server.start();
	}

	@AfterEach
	void stop() {
		this.slow.countDown();
		this.server.stop(0);
	}

	@Test
	void writeWhenReceiverTakesThemThenSignatureIsThatOfTimeAndBody() throws Exception {
		outlet(Duration.ofSeconds(5)).write(List.of(EventSamples.record("one"), EventSamples.record("two")));
		assertThat(this.deliveries).singleElement().satisfies((delivery) -> {
			assertThat(delivery.timestamp()).isEqualTo("86400");
			Mac mac = Mac.getInstance("HmacSHA256");
			mac.init(new SecretKeySpec(SECRET, "HmacSHA256"));
			byte[] hash = mac.doFinal((delivery.timestamp() + "." + delivery.body()).getBytes(StandardCharsets.UTF_8));
			assertThat(delivery.signature()).isEqualTo("v1=" + HexFormat.of().formatHex(hash));
			JsonNode events = new JsonMapper().readTree(delivery.body()).path("events");
			assertThat(events.values()).extracting((event) -> event.path("reference").asString())
				.containsExactly("one", "two");
		});
	}

	@ParameterizedTest
	@ValueSource(ints = { 500, 502, 503, 429, 408, 425 })
	void writeWhenReceiverCantNowThenMayBeTriedAgain(int answer) {
		this.status = answer;
		assertThatExceptionOfType(IOException.class)
			.isThrownBy(() -> outlet(Duration.ofSeconds(5)).write(List.of(EventSamples.record("one"))));
	}

	@ParameterizedTest
	@ValueSource(ints = { 301, 307, 400, 401, 404, 410 })
	void writeWhenReceiverRefusesThenIsNotTriedAgain(int answer) {
		this.status = answer;
		assertThatExceptionOfType(UndeliverableException.class)
			.isThrownBy(() -> outlet(Duration.ofSeconds(5)).write(List.of(EventSamples.record("one"))));
		assertThat(this.deliveries).hasSize(1);
	}

	@Test
	void offerWhenReceiverHangsThenNothingWaitsAndAllIsCounted() {
		this.hangs = true;
		EventOutlets outlets = new EventOutlets((outlet, cause) -> {
		}).inBackground(outlet(Duration.ofMillis(200)), 50, RetryPlan.ONCE);
		for (int i = 0; i < 2000; i++) {
			outlets.offer(EventSamples.record("r" + i));
		}
		outlets.close();
		long dropped = outlets.dropped().get("webhook").get("blocked");
		assertThat(outlets.delivered("webhook") + dropped).isEqualTo(2000);
		assertThat(outlets.offered("webhook")).isEqualTo(2000);
	}

	@Test
	void takesWhenNobodyNeedsToLookThenLeavesItOut() {
		WebhookOutlet outlet = outlet(Duration.ofSeconds(1));
		assertThat(outlet.takes(EventSamples.record("r"))).isTrue();
		assertThat(outlet.takes(EventSamples.recorder().record(EventSamples.noted("n", "192.0.2.1")))).isFalse();
	}

	private WebhookOutlet outlet(Duration timeout) {
		URI url = URI.create("http://localhost:" + this.server.getAddress().getPort() + "/events");
		return new WebhookOutlet(new WebhookSettings(url, SECRET, timeout, false), new PlainForm(),
				Clock.fixed(Instant.EPOCH.plus(Duration.ofDays(1)), ZoneOffset.UTC));
	}

	private void receive(HttpExchange exchange) throws IOException {
		if (this.hangs) {
			try {
				this.slow.await();
			}
			catch (InterruptedException ex) {
				Thread.currentThread().interrupt();
			}
		}
		String body = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
		this.deliveries.add(new Delivery(exchange.getRequestHeaders().getFirst("X-Rasp-Timestamp"),
				exchange.getRequestHeaders().getFirst("X-Rasp-Signature"), body));
		exchange.getResponseHeaders().add("Location", "/elsewhere");
		exchange.sendResponseHeaders(this.status, -1);
		exchange.close();
	}

	/**
	 * What came.
	 */
	private record Delivery(String timestamp, String signature, String body) {

	}

}
