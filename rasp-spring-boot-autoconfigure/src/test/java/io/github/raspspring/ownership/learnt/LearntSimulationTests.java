package io.github.raspspring.ownership.learnt;

import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.atomic.AtomicLong;

import io.github.raspspring.engine.ClientIdentity;
import io.github.raspspring.engine.EnforcementMode;
import io.github.raspspring.engine.InputLocation;
import io.github.raspspring.engine.InputValue;
import io.github.raspspring.engine.Phase;
import io.github.raspspring.engine.Policy;
import io.github.raspspring.engine.Subject;
import io.github.raspspring.engine.ValueReader;
import io.github.raspspring.engine.pipeline.Exchange;
import io.github.raspspring.engine.pipeline.InspectionPipeline;
import io.github.raspspring.engine.pipeline.RequestFacts;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.RepetitionInfo;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * 500 subjects with objects of their own and shared ones, a back office that reads
 * everybody's, assistants who read what is another's, and somebody who walks.
 */
class LearntSimulationTests {

	private static final int SUBJECTS = 500;

	private static final int OBJECTS = 12;

	private static final Set<String> USER = Set.of("ROLE_USER");

	private static final Set<String> OFFICE = Set.of("ROLE_USER", "ROLE_BACKOFFICE");

	private final AtomicLong time = new AtomicLong();

	private final Set<String> flagged = new HashSet<>();

	private final LearntOwnershipDetector detector = new LearntOwnershipDetector(
			new LearntSettings(EnforcementMode.MONITOR, 200_000, 12, 4, Duration.ofDays(7)), this.time::get);

	private final InspectionPipeline pipeline = new InspectionPipeline(
			(method, path) -> Policy.of(EnforcementMode.MONITOR), List.of(this.detector), ValueReader.AS_ARRIVED,
			List.of(), (event) -> {
			}, () -> "ref", java.time.Clock.systemUTC());

	private boolean read(String subject, Set<String> authorities, String object, String route) {
		this.time.addAndGet(Duration.ofSeconds(20).toNanos());
		Exchange exchange = this.pipeline
			.begin(new RequestFacts("GET", "/api/orders", new ClientIdentity("192.0.2.1"), false));
		exchange.identifiedAs(new Subject(subject, null, Map.of(), authorities));
		exchange.routedTo(route);
		this.pipeline.enter(exchange, Phase.HANDLER, List.of(new InputValue(InputLocation.PATH, "id", object)));
		this.detector.completed(exchange,
				new io.github.raspspring.engine.Outcome(200, Duration.ZERO, exchange.decision()));
		boolean seen = !exchange.findings().isEmpty();
		if (seen) {
			this.flagged.add(subject);
		}
		return seen;
	}

	private boolean read(String subject, Set<String> authorities, String object) {
		return read(subject, authorities, object, "/api/orders/{id}");
	}

	/**
	 * A day of everybody: each reads its own, and some of what all share; assistants read
	 * what their superior has; the office reads anything.
	 */
	private void day(Random random) {
		for (int i = 0; i < SUBJECTS * 12; i++) {
			int subject = random.nextInt(SUBJECTS);
			String name = "user-" + subject;
			int kind = random.nextInt(100);
			if (kind < 70) {
				read(name, USER, own(subject, random.nextInt(OBJECTS)));
			}
			else if (kind < 90) {
				read(name, USER, "shared-" + random.nextInt(300));
			}
			else if (kind < 95 && subject % 10 == 0) {
				read(name, USER, own(subject + 1, random.nextInt(OBJECTS)));
			}
			else if (kind >= 97) {
				read("clerk-" + random.nextInt(4), OFFICE, own(random.nextInt(SUBJECTS), random.nextInt(OBJECTS)));
			}
		}
	}

	private static String own(int subject, int index) {
		return "order-" + (subject * OBJECTS + index);
	}

	@RepeatedTest(5)
	void walkerWhenItReadsObjectsOfOthersThenIsFoundWithinTwentyAndNobodyElse(RepetitionInfo repetition) {
		Random random = new Random(repetition.getCurrentRepetition());
		for (int day = 0; day < 5; day++) {
			day(random);
		}
		assertThat(this.flagged).isEmpty();
		int read = 0;
		boolean found = false;
		while (!found && read < 20) {
			found = read("user-77", USER, own(read * 23 % SUBJECTS, read % OBJECTS));
			read++;
		}
		assertThat(found).isTrue();
		System.out.println("The walker is found at foreign object " + read);
		day(random);
		assertThat(this.flagged).containsOnly("user-77");
	}

	@Test
	void walkerWhenItIsSlowThenIsFoundWithinTheWindow() {
		Random random = new Random(42);
		for (int day = 0; day < 3; day++) {
			day(random);
		}
		int read = 0;
		boolean found = false;
		while (!found && read < 20) {
			this.time.addAndGet(Duration.ofHours(8).toNanos());
			found = read("user-78", USER, own(read * 29 % SUBJECTS, read % OBJECTS));
			read++;
		}
		assertThat(found).isTrue();
	}

	@Test
	void walkerWhenItTouchedObjectsFirstThenOwnersAreNotFlaggedAndItIsFoundLater() {
		List<String> objects = new ArrayList<>();
		for (int i = 0; i < 40; i++) {
			objects.add(own(i, 0));
			read("walker", USER, own(i, 0));
		}
		Random random = new Random(43);
		for (int day = 0; day < 5; day++) {
			day(random);
		}
		assertThat(this.flagged).isEmpty();
		for (String object : objects) {
			read("walker", USER, object, "/api/orders/{id}/lines");
		}
		assertThat(this.flagged).containsOnly("walker");
	}

	@Test
	void sketchWhenItHoldsAMillionObjectsThenTakesABoundedNumberOfBytes() {
		ObjectSketch sketch = new ObjectSketch(1_000_000);
		int[] kept = { 0 };
		for (int i = 0; i < 1_000_000; i++) {
			long object = Hashes.of("object", Integer.toString(i));
			sketch.read(object, ObjectSketch.subject(Hashes.of("subject", Integer.toString(i % 5000))));
			sketch.read(object, ObjectSketch.subject(Hashes.of("subject", Integer.toString(i % 5000))));
		}
		for (int i = 0; i < 1_000_000; i++) {
			int owner = sketch.ownerOf(Hashes.of("object", Integer.toString(i)));
			kept[0] += (owner == ObjectSketch.subject(Hashes.of("subject", Integer.toString(i % 5000)))) ? 1 : 0;
		}
		System.out.printf("1,000,000 objects: %,d bytes, %,d owners known%n", sketch.bytes(), kept[0]);
		assertThat(sketch.bytes()).isLessThanOrEqualTo(32_000_000);
		assertThat(kept[0]).isGreaterThan(970_000);
	}

}
