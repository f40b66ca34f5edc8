package io.github.raspspring.event.history;

import java.sql.DriverManager;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;

import io.github.raspspring.engine.Category;
import io.github.raspspring.engine.Decision;
import io.github.raspspring.engine.Decision.Action;
import io.github.raspspring.engine.Finding;
import io.github.raspspring.engine.InputLocation;
import io.github.raspspring.engine.InputValue;
import io.github.raspspring.engine.Rule;
import io.github.raspspring.engine.event.EventArchive;
import io.github.raspspring.engine.event.EventFinding;
import io.github.raspspring.engine.event.EventPage;
import io.github.raspspring.engine.event.EventQuery;
import io.github.raspspring.engine.event.EventRecord;
import io.github.raspspring.engine.event.ThreatDetected;
import io.github.raspspring.event.EventHistory;
import io.github.raspspring.event.EventSamples;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Memory and database answer each question as somebody would who looks at all events, and
 * page by page the same.
 */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class EventQueryTests {

	private static final Instant START = Instant.parse("2026-05-04T00:00:00Z");

	private static final int EVENTS = 240;

	private static final List<String> ROUTES = List.of("/books", "/books/{id}", "/orders", "/Books", "/books%",
			"/book_");

	private static final List<String> CLIENTS = List.of("192.0.2.1", "192.0.2.10", "192.0.2.2", "2001:db8::1",
			"x' or 1=1", "192.0.2._");

	private static final List<String> SUBJECTS = List.of("ann", "Ann", "ann ", "bob", "an%", "annette");

	private static final List<String> DETECTORS = List.of("sql-injection", "sql-sink", "path-traversal", "ssrf",
			"command-injection", "profile-learnt");

	private static final List<String> RULES = List.of("tautology", "union", "range", "more-rows", "traversal",
			"rangefinder");

	private static final List<String> NAMES = List.of("title", "Title", "id", "titles", "q", "ti_le");

	private static final List<String> ACTIONS = List.of("BLOCK", "MONITOR", "THROTTLE", "blocked", "noted", "limited",
			"would-block", "allow");

	private final Random random = new Random(11);

	private final List<EventRecord> newestFirst = new ArrayList<>();

	private final EventHistory memory = new EventHistory(1000);

	private final DatabaseArchive database = new DatabaseArchive(
			() -> DriverManager.getConnection("jdbc:h2:mem:event-query;DB_CLOSE_DELAY=-1"),
			new ArchiveSettings(true, Duration.ofDays(30), 1000, Duration.ofSeconds(20)), new EventHistory(1),
			Clock.fixed(START.plus(Duration.ofDays(1)), ZoneOffset.UTC));

	@BeforeAll
	void happen() throws Exception {
		for (int i = 0; i < EVENTS; i++) {
			ThreatDetected event = event(i);
			EventRecord record = EventSamples.recorder().record(event);
			this.newestFirst.add(0, record);
			this.memory.add(event, record);
			this.database.write(List.of(record));
		}
	}

	@AfterAll
	void close() {
		this.database.close();
	}

	@Test
	void findWhenAskedByOneThingThenAnswersThat() {
		for (List<String> values : List.of(ROUTES, CLIENTS, SUBJECTS, DETECTORS, RULES, NAMES, ACTIONS)) {
			for (String value : values) {
				assertAnswered(query(START, null, values == ACTIONS ? value : null, values == ROUTES ? value : null,
						values == CLIENTS ? value : null, values == SUBJECTS ? value : null,
						values == DETECTORS ? value : null, values == RULES ? value : null,
						values == NAMES ? value : null, EVENTS));
			}
		}
	}

	@Test
	void findWhenAskedByTimeThenAnswersThat() {
		for (int minute : new int[] { -5, 0, 1, 60, 119, 239, 240, 500 }) {
			Instant at = START.plus(Duration.ofMinutes(minute));
			assertAnswered(query(at, null, null, null, null, null, null, null, null, EVENTS));
			assertAnswered(query(null, at, null, null, null, null, null, null, null, EVENTS));
			assertAnswered(
					query(at, at.plus(Duration.ofMinutes(30)), null, null, null, null, null, null, null, EVENTS));
		}
	}

	@Test
	void findWhenAskedByManyThingsThenAnswersThatPageByPage() {
		int answered = 0;
		for (int i = 0; i < 300; i++) {
			Instant from = this.random.nextBoolean() ? null : START.plus(Duration.ofMinutes(this.random.nextInt(200)));
			EventQuery query = query(from, null, maybe(ACTIONS), maybe(ROUTES), maybe(CLIENTS), null, maybe(DETECTORS),
					maybe(RULES), maybe(NAMES), 1 + this.random.nextInt(40));
			answered += assertAnswered(query);
		}
		assertThat(answered).isGreaterThan(300);
	}

	private int assertAnswered(EventQuery query) {
		List<String> expected = this.newestFirst.stream()
			.filter((event) -> matches(query, event))
			.map(EventRecord::reference)
			.toList();
		assertThat(all(this.memory, query)).as("memory, %s", query).isEqualTo(expected);
		assertThat(all(this.database, query)).as("database, %s", query).isEqualTo(expected);
		return expected.size();
	}

	private static List<String> all(EventArchive archive, EventQuery query) {
		List<String> all = new ArrayList<>();
		EventPage page = archive.find(query);
		while (true) {
			assertThat(page.events()).hasSizeLessThanOrEqualTo(query.limit());
			page.events().forEach((event) -> all.add(event.reference()));
			if (page.next() == null) {
				return all;
			}
			page = archive.find(query.after(page.next()));
		}
	}

	private static boolean matches(EventQuery query, EventRecord event) {
		return (query.from() == null || !event.occurredAt().isBefore(query.from()))
				&& (query.to() == null || event.occurredAt().isBefore(query.to()))
				&& (query.action() == null || query.action().equalsIgnoreCase(event.why().action())
						|| query.action().equalsIgnoreCase(event.outcome().label()))
				&& (query.route() == null || query.route().equals(event.where().route()))
				&& (query.client() == null || query.client().equals(event.where().client()))
				&& (query.subject() == null || query.subject().equals(event.where().subject()))
				&& (query.detector() == null && query.rule() == null && query.parameter() == null
						|| event.findings().stream().anyMatch((finding) -> matches(query, finding)));
	}

	private static boolean matches(EventQuery query, EventFinding finding) {
		return (query.detector() == null || query.detector().equals(finding.detector()))
				&& (query.rule() == null || query.rule().equals(finding.rule()))
				&& (query.parameter() == null || query.parameter().equals(finding.name()));
	}

	private ThreatDetected event(int i) {
		List<Finding> findings = Collections.nCopies(1 + this.random.nextInt(2), 0)
			.stream()
			.map((none) -> Finding
				.of(any(DETECTORS), Category.INJECTION, new Rule(any(RULES), "CWE-89", "It is seen.", "Mend it."))
				.at(new InputValue(InputLocation.QUERY, any(NAMES), "x"))
				.build())
			.toList();
		Action action = List.of(Action.BLOCK, Action.MONITOR, Action.THROTTLE).get(i % 3);
		String reference = "r" + i;
		Decision decision = new Decision(action, 5, findings, "default", reference, null,
				(i % 2 == 0) ? Action.BLOCK : Action.MONITOR);
		return new ThreatDetected(reference, START.plus(Duration.ofMinutes(i)), "GET", any(ROUTES), "/", any(CLIENTS),
				any(SUBJECTS), decision);
	}

	private String any(List<String> values) {
		return values.get(this.random.nextInt(values.size()));
	}

	private @Nullable String maybe(List<String> values) {
		return (this.random.nextInt(4) == 0) ? any(values) : null;
	}

	private static EventQuery query(@Nullable Instant from, @Nullable Instant to, @Nullable String action,
			@Nullable String route, @Nullable String client, @Nullable String subject, @Nullable String detector,
			@Nullable String rule, @Nullable String parameter, int limit) {
		return new EventQuery(from, to, null, action, route, client, subject, detector, rule, parameter, null, limit);
	}

}
