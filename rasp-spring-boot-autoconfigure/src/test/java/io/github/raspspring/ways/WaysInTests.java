package io.github.raspspring.ways;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

import io.github.raspspring.engine.event.SecurityEvent;
import io.github.raspspring.engine.event.ThreatDetected;
import io.github.raspspring.event.EventHistory;
import org.awaitility.Awaitility;
import org.awaitility.core.ConditionFactory;
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

	private final WaysClient client = new WaysClient();

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
		List<String> honest = HONEST.stream().filter(way.carries()).toList();
		assertThat(honest).isNotEmpty();
		for (String value : honest) {
			for (ConfigurableApplicationContext context : List.of(this.off, this.monitoring, this.blocking)) {
				assertThat(send(context, way, value).body()).as(() -> context.getId() + found(context))
					.isEqualTo(read(way, value));
			}
		}
	}

	/**
	 * The classes that the table says cannot come are those that cannot be sent, or that
	 * the server refuses unread, and no others; what a way is not judged for is read byte
	 * for byte.
	 */
	@ParameterizedTest
	@MethodSource("ways")
	void requestWhenValueIsAnAttackThenIsRefused(Way way) throws Exception {
		Map<String, String> outcomes = new TreeMap<>();
		Map<String, String> expected = new TreeMap<>();
		for (Map.Entry<String, String> attack : Attacks.byClass().entrySet()) {
			String type = attack.getKey();
			boolean judged = !way.unjudged().contains(type);
			expected.put(type, way.cannotCarry().contains(type) ? "does not come" : judged ? "refused" : "read");
			outcomes.put(type, outcome(way, attack.getValue()));
		}
		assertThat(outcomes).isEqualTo(expected);
	}

	@ParameterizedTest
	@MethodSource("ways")
	void requestWhenFieldBesideIsAnAttackThenIsRefused(Way way) throws Exception {
		for (Map.Entry<String, Map.Entry<String, String>> attack : Attacks.besideByClass().entrySet()) {
			WaysClient.Answer answer = this.client.send(way.send(base(this.blocking), attack.getValue()));
			assertThat(answer.isRefused()).as("%s %s", attack.getKey(), answer.body()).isEqualTo(way.hasFields());
		}
	}

	@ParameterizedTest
	@MethodSource("ways")
	void requestWhenItsHeadersAreHostileThenIsRefusedOrRecorded(Way way) throws Exception {
		for (Map.Entry<String, Map.Entry<String, String>> attack : Attacks.headersByClass().entrySet()) {
			Map.Entry<String, String> header = attack.getValue();
			WaysClient.Answer answer = this.client
				.send(way.send(base(this.blocking), "plain").with(header.getKey(), header.getValue()));
			boolean judged = !way.unjudged().contains(attack.getKey());
			assertThat(answer.isRefused()).as(answer.body()).isEqualTo(judged && attack.getKey().equals("protocol"));
			if (judged) {
				assertRecorded(attack.getKey());
			}
		}
	}

	@ParameterizedTest
	@MethodSource("ways")
	void requestWhenMonitoredThenAttackIsReadAndRecorded(Way way) throws Exception {
		EventHistory history = this.monitoring.getBean(EventHistory.class);
		Object before = history.latest().isEmpty() ? "" : history.latest().get(0);
		String type = way.unjudged().contains("sql-injection") ? "path-traversal" : "sql-injection";
		String attack = Attacks.byClass().get(type);
		WaysClient.Answer answer = send(this.monitoring, way, attack);
		if (way.carries().test(attack)) {
			assertThat(answer.body()).isEqualTo(read(way, attack));
		}
		if (!way.unjudged().contains(type)) {
			await().until(() -> !history.latest().isEmpty() && history.latest().get(0) != before);
		}
	}

	private String outcome(Way way, String attack) throws Exception {
		try {
			WaysClient.Answer answer = send(this.blocking, way, attack);
			if (answer.isRefused()) {
				return "refused";
			}
			if (answer.status() == 400) {
				return "does not come";
			}
			return answer.body().equals(read(way, attack)) ? "read" : answer.status() + " " + answer.body();
		}
		catch (IllegalArgumentException ex) {
			return "does not come";
		}
	}

	private static String read(Way way, String value) {
		return WaysClient.text(way.send("http://x", value).answer());
	}

	/** What is recorded is mostly there at once. */
	private static ConditionFactory await() {
		return Awaitility.await().pollDelay(Duration.ZERO).pollInterval(Duration.ofMillis(5));
	}

	private static String found(ConfigurableApplicationContext context) {
		return context.getBean(EventHistory.class)
			.latest()
			.stream()
			.filter(ThreatDetected.class::isInstance)
			.findFirst()
			.map((event) -> ((ThreatDetected) event).decision().findings().toString())
			.orElse("");
	}

	private void assertRecorded(String detector) {
		EventHistory history = this.blocking.getBean(EventHistory.class);
		await().until(() -> history.latest().stream().limit(10).anyMatch((event) -> names(event, detector)));
	}

	private static boolean names(SecurityEvent event, String detector) {
		return event instanceof ThreatDetected threat
				&& threat.decision().findings().stream().anyMatch((finding) -> finding.detector().equals(detector));
	}

	private static String base(ConfigurableApplicationContext context) {
		return "http://localhost:" + context.getEnvironment().getProperty("local.server.port");
	}

	private WaysClient.Answer send(ConfigurableApplicationContext context, Way way, String value) throws Exception {
		return this.client.send(way.send(base(context), value));
	}

	private static ConfigurableApplicationContext start(String mode) {
		return new SpringApplicationBuilder(WaysApplication.class)
			.properties("server.port=0", "rasp.events.fold-window=0s", "rasp.mode=" + mode,
					"spring.application.name=ways-" + mode, "rasp.client.score.enabled=false",
					"rasp.inspection.max-upload-size=64KB", "logging.level.root=WARN", "logging.level.rasp=OFF")
			.run();
	}

}
