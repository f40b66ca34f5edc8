package io.github.raspspring.event;

import java.time.Instant;
import java.util.List;

import io.github.raspspring.engine.Category;
import io.github.raspspring.engine.Confidence;
import io.github.raspspring.engine.Decision;
import io.github.raspspring.engine.FailureMode;
import io.github.raspspring.engine.Finding;
import io.github.raspspring.engine.InputLocation;
import io.github.raspspring.engine.InputValue;
import io.github.raspspring.engine.Rule;
import io.github.raspspring.engine.event.DetectorFailed;
import io.github.raspspring.engine.event.InspectionBudgetExceeded;
import io.github.raspspring.engine.event.SecurityEvent;
import io.github.raspspring.engine.event.ThreatDetected;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.json.JsonMapper;

import static org.assertj.core.api.Assertions.assertThat;

class EventHistoryTests {

	private static final Rule RULE = new Rule("tautology", "CWE-89", "A condition is always true.",
			"Bind the value as a parameter.");

	private final EventHistory history = new EventHistory(3);

	private final EventRecorder recorder = new EventRecorder(Pseudonyms.none(), () -> null);

	private final EventsSection section = new EventsSection(this.history, this.history, Pseudonyms.none());

	@Test
	void addWhenFullThenForgetsTheOldest() {
		for (int i = 0; i < 5; i++) {
			add(threat("r" + i));
		}
		assertThat(this.history.latest()).extracting(SecurityEvent::reference).containsExactly("r4", "r3", "r2");
		assertThat(this.history.overview()).containsEntry("recorded", 5L).containsEntry("kept", 3);
	}

	@Test
	void itemWhenReferenceIsKnownThenTellsWhatWhereWhyAndWhatToFix() {
		add(threat("known"));
		String report = new JsonMapper().writeValueAsString(this.section.item("known"));
		assertThat(report).contains("\"reference\":\"known\"")
			.contains("The request was refused: A condition is always true.")
			.contains("\"route\":\"/api/books\"")
			.contains("\"rule\":\"tautology\"")
			.contains("\"cwe\":\"CWE-89\"")
			.contains("\"location\":\"query\"")
			.contains("\"fix\":[\"Bind the value as a parameter.\"]")
			.doesNotContain("hunter");
	}

	@Test
	void itemWhenReferenceIsUnknownThenThereIsNone() {
		assertThat(this.section.item("unknown")).isNull();
	}

	@Test
	void itemWhenDetectorFailedThenSaysSo() {
		add(new DetectorFailed("f", Instant.EPOCH, "sql-injection", "java.lang.IllegalStateException", FailureMode.OPEN,
				null));
		assertThat(new JsonMapper().writeValueAsString(this.section.item("f"))).contains("sql-injection")
			.contains("IllegalStateException");
	}

	@Test
	void itemWhenBudgetWasExceededThenSaysWhatWasLeft() {
		add(new InspectionBudgetExceeded("b", Instant.EPOCH, "POST", "/api/books", 12, 3456, FailureMode.CLOSED));
		assertThat(new JsonMapper().writeValueAsString(this.section.item("b"))).contains("3456")
			.contains("rasp.inspection.budget")
			.contains("FAILURE_MODE_CLOSED");
		assertThat(new JsonMapper().writeValueAsString(this.section.content())).contains("inspection-budget-exceeded");
	}

	@Test
	void contentListsTheLatestFirst() {
		add(threat("first"));
		add(threat("second"));
		String content = new JsonMapper().writeValueAsString(this.section.content());
		assertThat(content.indexOf("second")).isPositive().isLessThan(content.indexOf("first"));
	}

	private void add(SecurityEvent event) {
		this.history.add(event, this.recorder.record(event));
	}

	private static ThreatDetected threat(String reference) {
		Finding finding = Finding.of("sql-injection", Category.INJECTION, RULE)
			.confidence(Confidence.CERTAIN)
			.at(new InputValue(InputLocation.QUERY, "title", "hunter2' or 1=1"))
			.evidence("hunter2' or 1=1", 0, 15)
			.build();
		Decision decision = new Decision(Decision.Action.BLOCK, 9, List.of(finding), "default", reference, null);
		return new ThreatDetected(reference, Instant.EPOCH, "GET", "/api/books", "/api/books", "192.0.2.1", null,
				decision);
	}

}
