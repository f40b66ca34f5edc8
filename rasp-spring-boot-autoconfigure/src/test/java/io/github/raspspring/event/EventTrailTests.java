package io.github.raspspring.event;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;

import io.github.raspspring.engine.Deliveries;
import io.github.raspspring.engine.event.EventDimension;
import io.github.raspspring.engine.event.EventOutcome;
import io.github.raspspring.engine.event.EventQuery;
import io.github.raspspring.engine.event.EventRecord;
import io.github.raspspring.engine.event.OperatorActed;
import io.github.raspspring.engine.event.PatchOverdue;
import io.github.raspspring.engine.event.SecurityEvent;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

/**
 * A flood is told once and counted, and buries nothing.
 */
class EventTrailTests {

	private static final int FLOOD = 6291;

	private final EventHistory history = new EventHistory(100);

	private final List<EventRecord> written = new ArrayList<>();

	private final List<SecurityEvent> heard = new ArrayList<>();

	private final EventTrail trail = trail(Duration.ofMinutes(1));

	@Test
	void publishWhenOneClientFloodsThenOneIsToldAndTheRestIsCounted() {
		this.trail.publish(EventSamples.attack("attack", "203.0.113.9"));
		for (int i = 0; i < FLOOD; i++) {
			this.trail.publish(EventSamples.limited("limited-" + i, "192.0.2.1"));
		}
		assertThat(this.written).extracting(EventRecord::reference).containsExactly("attack", "limited-0");
		this.trail.close();
		assertThat(this.written).hasSize(3);
		assertThat(this.written.get(2)).satisfies((again) -> {
			assertThat(again.type()).isEqualTo("threat-detected-again");
			assertThat(again.reference()).isEqualTo("limited-0");
			assertThat(again.repeats()).isEqualTo(FLOOD - 1);
			assertThat(again.facts().get("references").split(",")).hasSize(20);
		});
		assertThat(this.heard).hasSize(FLOOD + 1);
	}

	@Test
	void publishWhenRepeatedThenEveryRecentReferenceLeadsToTheFirst() {
		for (int i = 0; i < 5; i++) {
			this.trail.publish(EventSamples.attack("r" + i, "192.0.2.1"));
		}
		for (int i = 0; i < 5; i++) {
			EventRecord event = this.history.get("r" + i);
			assertThat(event).isNotNull();
			assertThat(event.reference()).isEqualTo("r" + i);
			assertThat(event.facts().getOrDefault("repeat-of", "r0")).isEqualTo("r0");
			assertThat(event.times()).isEqualTo(5);
		}
	}

	@Test
	void publishWhenManyClientsFloodThenAttacksAndOperatorsAreKept() {
		this.trail.publish(EventSamples.attack("attack", "203.0.113.9"));
		this.trail.publish(new OperatorActed("act", Instant.EPOCH, "ops", "block", "clients x", ""));
		for (int i = 0; i < 20_000; i++) {
			this.trail.publish(
					EventSamples.limited("limited-" + i, "10." + (i >> 16) + "." + (i >> 8 & 255) + "." + (i & 255)));
			this.trail.publish(EventSamples.noted("noted-" + i, "10.1." + (i >> 8 & 255) + "." + (i & 255)));
		}
		assertThat(this.history.get("attack")).isNotNull();
		assertThat(this.history.get("act")).isNotNull();
		assertThat(this.written).hasSizeLessThan(9000);
		assertThat((int) this.history.overview().get("kept")).isLessThanOrEqualTo(4 * 100);
		assertThat(counted("threat-detected")).isLessThanOrEqualTo(40_001);
	}

	private long counted(String type) {
		EventQuery query = new EventQuery(null, null, type, null, null, null, null, null, null, null, null, 10);
		return this.history.count(query, EventDimension.TYPE).stream().mapToLong((count) -> count.count()).sum();
	}

	@Test
	void publishWhenKindsDifferThenEachIsTold() {
		this.trail.publish(EventSamples.attack("one", "192.0.2.1"));
		this.trail.publish(EventSamples.attack("other client", "192.0.2.2"));
		this.trail.publish(EventSamples.limited("other rule", "192.0.2.1"));
		this.trail.publish(EventSamples.noted("other outcome", "192.0.2.1"));
		this.trail.publish(new PatchOverdue("p1", Instant.EPOCH, "patch", "", Instant.EPOCH));
		this.trail.publish(new PatchOverdue("p2", Instant.EPOCH, "patch", "", Instant.EPOCH));
		assertThat(this.written).hasSize(6);
	}

	@Test
	void publishWhenWindowIsZeroThenTellsEach() {
		EventTrail plain = trail(Duration.ZERO);
		plain.publish(EventSamples.attack("one", "192.0.2.1"));
		plain.publish(EventSamples.attack("two", "192.0.2.1"));
		assertThat(this.written).extracting(EventRecord::reference).containsExactly("one", "two");
	}

	@Test
	void publishWhenSomethingIsServedThenIsNeverFolded() {
		this.trail.publish(EventSamples.served("one"));
		this.trail.publish(EventSamples.served("two"));
		assertThat(this.written).extracting(EventRecord::outcome)
			.containsExactly(EventOutcome.SERVED, EventOutcome.SERVED);
	}

	@Test
	void findWhenAskedByAnyOfItThenFindsIt() {
		this.trail.publish(EventSamples.attack("attack", "192.0.2.1"));
		this.trail.publish(EventSamples.limited("limited", "192.0.2.2"));
		assertThat(found(query("BLOCK", null, null, null, null))).containsExactly("attack");
		assertThat(found(query("limited", null, null, null, null))).containsExactly("limited");
		assertThat(found(query(null, "192.0.2.2", null, null, null))).containsExactly("limited");
		assertThat(found(query(null, null, "sql-sink", "tautology", null))).containsExactly("attack");
		assertThat(found(query(null, null, null, "sql-sink.tautology", "query:title"))).containsExactly("attack");
		assertThat(found(query(null, null, null, null, "title"))).containsExactly("attack");
		assertThat(found(query(null, "192.0.2.3", null, null, null))).isEmpty();
		assertThat(found(query(null, null, "rate-limit", "tautology", null))).isEmpty();
	}

	@Test
	void findWhenThereIsMoreThenPagesGoOn() {
		for (int i = 0; i < 7; i++) {
			this.trail.publish(EventSamples.attack("r" + i, "192.0.2." + i));
		}
		List<String> all = new ArrayList<>();
		String next = null;
		do {
			var page = this.history.find(EventQuery.latest(3).after(next));
			assertThat(page.events()).hasSizeLessThanOrEqualTo(3);
			page.events().forEach((event) -> all.add(event.reference()));
			next = page.next();
		}
		while (next != null);
		assertThat(all).containsExactly("r6", "r5", "r4", "r3", "r2", "r1", "r0");
	}

	@ParameterizedTest
	@ValueSource(strings = { "x", "-", "1.5", " ", "1e3", "0x1" })
	void findWhenPageIsNoneThenSaysSo(String after) {
		assertThatIllegalArgumentException().isThrownBy(() -> this.history.find(EventQuery.latest(1).after(after)))
			.withMessageContaining("next");
	}

	private List<String> found(EventQuery query) {
		return this.history.find(query).events().stream().map(EventRecord::reference).toList();
	}

	private static EventQuery query(String action, String client, String detector, String rule, String parameter) {
		return new EventQuery(null, null, null, action, null, client, null, detector, rule, parameter, null, 10);
	}

	private EventTrail trail(Duration window) {
		return new EventTrail(this.history, EventSamples.recorder(), window, this.written::add, List::of,
				this.heard::add, Deliveries.inline(), () -> "own", Clock.fixed(Instant.EPOCH, ZoneOffset.UTC));
	}

}
