package io.github.raspspring.demo;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.stream.Stream;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.read.ListAppender;
import io.github.raspspring.engine.event.EventArchive;
import io.github.raspspring.engine.event.EventQuery;
import io.github.raspspring.engine.event.EventRecord;
import io.github.raspspring.event.delivery.EventOutlets;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.slf4j.LoggerFactory;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * An attack of each class is found in the history, in the database, in the audit file, in
 * the log and in the report under the reference that the client was told, is counted by
 * the meters of its detectors and route, and is inert in all of them.
 */
@BookshopTest({ "rasp.mode=block", "rasp.rate-limit.enabled=false", "rasp.events.database.enabled=true",
		"rasp.events.delivery=inline", "rasp.events.fold-window=0s", "logging.level.rasp.audit=info",
		"rasp.events.file.key=a key of the tests alone" })
class AuditTrailTests {

	private static final int LONGEST_SHOWN = 24;

	@TempDir
	static Path folder;

	private final Logger logger = (Logger) LoggerFactory.getLogger("rasp.audit");

	private final ListAppender<ILoggingEvent> lines = new ListAppender<>();

	private Bookshop shop;

	@Autowired
	private EventOutlets outlets;

	@Autowired
	private EventArchive archive;

	@Autowired
	private MeterRegistry meters;

	@DynamicPropertySource
	static void file(DynamicPropertyRegistry properties) {
		properties.add("rasp.events.file.path", () -> folder.resolve("audit.jsonl").toString());
	}

	@BeforeEach
	void enter(@LocalServerPort int port) {
		this.shop = new Bookshop(port);
		this.logger.setLevel(Level.INFO);
		this.lines.list = new CopyOnWriteArrayList<>();
		this.lines.start();
		this.logger.addAppender(this.lines);
	}

	@AfterEach
	void leave() {
		this.logger.detachAppender(this.lines);
	}

	@ParameterizedTest
	@EnumSource
	void attackWhenRefusedThenIsFoundEverywhereUnderItsReference(Exploit.Weakness weakness) throws IOException {
		Exploit exploit = Exploit.of(weakness).findFirst().orElseThrow();
		Map<String, Double> before = counted();
		String reference = Refusals.assertBlocked(exploit.run(this.shop));
		JsonNode kept = this.shop.event(reference).json();
		assertThat(kept.path("reference").asString()).isEqualTo(reference);
		assertThat(kept.path("findings").values()).extracting((finding) -> finding.path("category").asString())
			.contains(weakness.category());
		awaitOutlets();
		assertThat(this.archive.find(EventQuery.latest(1000)).events()).extracting(EventRecord::reference)
			.contains(reference);
		assertThat(this.lines.list.stream().map(ILoggingEvent::getFormattedMessage))
			.filteredOn((line) -> line.contains(reference))
			.singleElement()
			.satisfies((line) -> assertInert(line, exploit));
		assertThat(audited(reference)).singleElement().satisfies((line) -> {
			assertInert(line, exploit);
			JsonNode event = new JsonMapper().readTree(line).path("event");
			assertThat(event.path("outcome").asString()).isEqualTo("blocked");
			assertThat(event.path("findings").get(0).path("owasp").asString()).startsWith("API");
		});
		assertCounted(before, kept, exploit);
		assertReported(reference, weakness, exploit);
	}

	/**
	 * Meters have no references: what was refused is one request more of its route and a
	 * finding more of each of its rules.
	 */
	private void assertCounted(Map<String, Double> before, JsonNode kept, Exploit exploit) {
		String route = kept.path("where").path("route").asString("none");
		Awaitility.await().untilAsserted(() -> {
			Map<String, Double> after = counted();
			assertThat(more(before, after, "rasp.requests " + route + " BLOCK")).isEqualTo(1);
			for (JsonNode finding : kept.path("findings").values()) {
				String rule = finding.path("detector").asString() + ' ' + finding.path("rule").asString();
				assertThat(more(before, after, "rasp.findings " + route + ' ' + rule)).isPositive();
			}
		});
		assertThat(counted().keySet()).allSatisfy((meter) -> assertInert(meter, exploit));
	}

	private static double more(Map<String, Double> before, Map<String, Double> after, String meter) {
		return after.getOrDefault(meter, 0.0) - before.getOrDefault(meter, 0.0);
	}

	private Map<String, Double> counted() {
		Map<String, Double> counted = new HashMap<>();
		for (Counter counter : this.meters.find("rasp.requests").counters()) {
			counted.merge("rasp.requests " + counter.getId().getTag("route") + ' ' + counter.getId().getTag("action"),
					counter.count(), Double::sum);
		}
		for (Counter counter : this.meters.find("rasp.findings").counters()) {
			counted.merge("rasp.findings " + counter.getId().getTag("route") + ' ' + counter.getId().getTag("detector")
					+ ' ' + counter.getId().getTag("rule"), counter.count(), Double::sum);
		}
		return counted;
	}

	private void assertReported(String reference, Exploit.Weakness weakness, Exploit exploit) {
		for (String format : List.of("json", "markdown", "html")) {
			String report = this.shop.get("/actuator/rasp/report?period=1h&format=" + format).body();
			String shown = format.equals("markdown") ? reference.replace("-", "\\-") : reference;
			assertThat(report).as("%s of %s", format, weakness).contains(shown);
			if (exploit.payload().length() > LONGEST_SHOWN) {
				assertThat(report).doesNotContain(exploit.payload());
			}
			assertThat(report).doesNotContain("<script", "\u001b");
		}
		JsonNode incidents = this.shop.get("/actuator/rasp/report?period=1h").json().path("incidents");
		assertThat(incidents.values()).filteredOn((incident) -> incident.path("reference").asString().equals(reference))
			.singleElement()
			.satisfies((incident) -> assertThat(incident.path("outcome").asString()).isEqualTo("blocked"));
	}

	@Test
	void verifyWhenNobodyChangedTheFileThenIsIntact() {
		this.shop.get("/api/books", "title", "x' OR 1=1 --");
		awaitOutlets();
		JsonNode verdict = this.shop.get("/actuator/rasp/audit/verify").json();
		assertThat(verdict.path("intact").asBoolean()).isTrue();
		assertThat(verdict.path("last").asLong()).isPositive();
	}

	@Test
	void eventWhenAttackIsEncodedThenTellsTheReadingThatRevealedIt() {
		this.shop.get("/api/books", "title", "x%27%20UNION%20SELECT%201%2C%20content%20FROM%20secrets%20--");
		JsonNode event = this.shop.event(events("?detector=sql-injection&limit=1").get(0).path("reference").asString())
			.json();
		assertThat(event.path("findings").values())
			.anySatisfy((finding) -> assertThat(finding.path("reading").asString()).contains("encoding", "removed"));
	}

	@Test
	void eventsWhenAskedForAPartThenAnswersThat() {
		String client = "127.0.0.1";
		this.shop.get("/api/books", "title", "x' UNION SELECT 1, content, '', 0 FROM secrets --");
		awaitOutlets();
		assertThat(events("?route=/api/books&action=blocked&limit=1&client=" + client)).hasSize(1);
		assertThat(events("?route=/api/nothing")).isEmpty();
		assertThat(events("?client=192.0.2.99")).isEmpty();
		assertThat(this.shop.get("/actuator/rasp/events?limit=x").status()).isEqualTo(400);
		assertThat(this.shop.get("/actuator/rasp/events?from=yesterday").status()).isEqualTo(400);
		JsonNode counts = this.shop.get("/actuator/rasp/events?by=rule").json().path("counts");
		assertThat(counts.values()).isNotEmpty()
			.allSatisfy((count) -> assertThat(count.path("count").asLong()).isPositive());
		assertThat(this.shop.get("/actuator/rasp/events?by=weather").status()).isEqualTo(400);
	}

	private Stream<String> audited(String reference) throws IOException {
		return Files.readAllLines(folder.resolve("audit.jsonl")).stream().filter((line) -> line.contains(reference));
	}

	private List<JsonNode> events(String query) {
		return List.copyOf(this.shop.get("/actuator/rasp/events" + query).json().path("events").values());
	}

	private void awaitOutlets() {
		for (String outlet : List.of("file", "database")) {
			Awaitility.await().until(() -> this.outlets.delivered(outlet) == this.outlets.offered(outlet));
		}
		assertThat(this.outlets.dropped()).isEmpty();
	}

	private static void assertInert(String line, Exploit exploit) {
		// Evidence shows what decided, such as the dots of a path; short payloads are
		// nothing else.
		if (exploit.payload().length() > LONGEST_SHOWN) {
			assertThat(line).doesNotContain(exploit.payload());
		}
		assertThat(line).doesNotContain("client=127", "\"client\":\"127", "\n", "\r", "\u001b");
	}

}
