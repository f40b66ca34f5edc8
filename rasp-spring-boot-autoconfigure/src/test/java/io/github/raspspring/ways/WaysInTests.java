package io.github.raspspring.ways;

import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

import io.github.raspspring.engine.event.SecurityEvent;
import io.github.raspspring.engine.event.ThreatDetected;
import io.github.raspspring.event.EventHistory;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Each way in reads honest values byte for byte, in every mode, and attacks of all
 * classes not at all: over real HTTP, on a real server.
 */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class WaysInTests {

	private static final List<String> HONEST = List.of("plain", "O'Neill & Sons, 5 > 4", "M\u00fcller \u65e5\u672c",
			"a=b&c=d;e", "{\"not\": json", "it's 50% + 7", "a".repeat(20_000));

	private final HttpClient client = HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();

	private ConfigurableApplicationContext blocking;

	private ConfigurableApplicationContext monitoring;

	private ConfigurableApplicationContext off;

	@BeforeAll
	void start() {
		this.blocking = start("block");
		this.monitoring = start("monitor");
		this.off = start("off");
	}

	@AfterAll
	void stop() {
		this.blocking.close();
		this.monitoring.close();
		this.off.close();
		WaysServer.logAgain();
	}

	static List<Way> ways() {
		return WaysIn.all();
	}

	@ParameterizedTest
	@MethodSource("ways")
	void requestWhenValueIsHonestThenIsReadByteForByte(Way way) throws Exception {
		for (String value : HONEST) {
			if (way.carries(value)) {
				assertThat(send(this.off, way, value).body()).as("off").isEqualTo(way.send("http://x", value).answer());
				assertThat(send(this.monitoring, way, value).body()).as("monitor")
					.isEqualTo(way.send("http://x", value).answer());
				assertThat(send(this.blocking, way, value).body()).as("block")
					.isEqualTo(way.send("http://x", value).answer());
			}
		}
	}

	@ParameterizedTest
	@MethodSource("ways")
	void requestWhenValueIsAnAttackThenIsRefused(Way way) throws Exception {
		List<String> passed = new ArrayList<>();
		for (Map.Entry<String, String> attack : Attacks.byClass().entrySet()) {
			if (way.carries(attack.getValue())) {
				HttpResponse<String> response = send(this.blocking, way, attack.getValue());
				if (!isRefused(response)) {
					passed.add(attack.getKey() + " " + response.statusCode() + " " + response.body());
				}
			}
		}
		assertThat(passed).isEmpty();
	}

	@ParameterizedTest
	@MethodSource("ways")
	void requestWhenFieldBesideIsAnAttackThenIsRefused(Way way) throws Exception {
		for (Map.Entry<String, Map.Entry<String, String>> attack : Attacks.besideByClass().entrySet()) {
			HttpResponse<String> response = send(way.send(base(this.blocking), attack.getValue()));
			assertThat(isRefused(response)).as("%s %s", attack.getKey(), response.body()).isEqualTo(way.hasFields());
		}
	}

	@ParameterizedTest
	@MethodSource("ways")
	void requestWhenItsHeadersAreHostileThenIsRefusedOrRecorded(Way way) throws Exception {
		for (Map.Entry<String, Map.Entry<String, String>> attack : Attacks.headersByClass().entrySet()) {
			String header = attack.getValue().getKey();
			HttpRequest request = way.send(base(this.blocking), "plain").request();
			HttpRequest hostile = HttpRequest.newBuilder(request, (name, value) -> !name.equalsIgnoreCase(header))
				.header(header, attack.getValue().getValue())
				.build();
			HttpResponse<String> response = this.client.send(hostile, BodyHandlers.ofString());
			assertThat(isRefused(response)).as(response.body()).isEqualTo(attack.getKey().equals("protocol"));
			assertRecorded(attack.getKey());
		}
	}

	@ParameterizedTest
	@MethodSource("ways")
	void requestWhenMonitoredThenAttackIsReadAndRecorded(Way way) throws Exception {
		EventHistory history = this.monitoring.getBean(EventHistory.class);
		Object before = history.latest().isEmpty() ? "" : history.latest().get(0);
		String attack = Attacks.byClass().get("sql-injection");
		assertThat(send(this.monitoring, way, attack).body()).isEqualTo(way.send("http://x", attack).answer());
		Awaitility.await().until(() -> !history.latest().isEmpty() && history.latest().get(0) != before);
	}

	private void assertRecorded(String detector) {
		EventHistory history = this.blocking.getBean(EventHistory.class);
		Awaitility.await().until(() -> history.latest().stream().limit(10).anyMatch((event) -> names(event, detector)));
	}

	private static boolean names(SecurityEvent event, String detector) {
		return event instanceof ThreatDetected threat
				&& threat.decision().findings().stream().anyMatch((finding) -> finding.detector().equals(detector));
	}

	private static boolean isRefused(HttpResponse<String> response) {
		return response.statusCode() == 403 && response.body().contains("\"reference\":\"")
				&& response.headers().firstValue("Content-Type").orElse("").equals("application/problem+json");
	}

	private static String base(ConfigurableApplicationContext context) {
		return "http://localhost:" + context.getEnvironment().getProperty("local.server.port");
	}

	private HttpResponse<String> send(Way.Sent sent) throws Exception {
		return this.client.send(sent.request(), BodyHandlers.ofString());
	}

	private HttpResponse<String> send(ConfigurableApplicationContext context, Way way, String value) throws Exception {
		return send(way.send(base(context), value));
	}

	private static ConfigurableApplicationContext start(String mode) {
		return new SpringApplicationBuilder(WaysApplication.class)
			.properties("server.port=0", "rasp.events.fold-window=0s", "rasp.mode=" + mode,
					"spring.application.name=ways-" + mode, "rasp.client.score.enabled=false",
					"logging.level.root=WARN", "logging.level.rasp=OFF")
			.run();
	}

}
