package io.github.raspspring.event;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

import io.github.raspspring.engine.Category;
import io.github.raspspring.engine.Confidence;
import io.github.raspspring.engine.Decision;
import io.github.raspspring.engine.Decision.Action;
import io.github.raspspring.engine.Finding;
import io.github.raspspring.engine.Rule;
import io.github.raspspring.engine.event.EventFinding;
import io.github.raspspring.engine.event.EventPlace;
import io.github.raspspring.engine.event.EventRecord;
import io.github.raspspring.engine.event.ThreatDetected;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * What was told before is told as if it were told for the first time.
 */
class ThreatStoryTests {

	private final ThreatStory story = new ThreatStory();

	@Test
	void tellWhenTheVeryFindingsComeAgainThenSharesWhatIsTold() {
		List<Finding> findings = List.of(finding("one", "x"), finding("two", "y"));
		EventRecord first = tell(findings);
		EventRecord second = tell(new ArrayList<>(findings));
		assertThat(second.findings()).isSameAs(first.findings());
		assertThat(second.what()).isEqualTo(first.what())
			.isEqualTo("The request passed, monitored: About one. About two.");
		assertThat(second.fix()).containsExactly("Mend one.", "Mend two.");
	}

	@Test
	void tellWhenOtherFindingsHaveTheSameEvidenceThenTellsThem() {
		tell(List.of(finding("one", "x"), finding("two", "y")));
		EventRecord other = tell(List.of(finding("three", "x"), finding("four", "y")));
		assertThat(other.findings()).extracting(EventFinding::rule).containsExactly("three", "four");
		assertThat(other.fix()).containsExactly("Mend three.", "Mend four.");
		EventRecord fewer = tell(List.of(finding("three", "x")));
		assertThat(fewer.what()).isEqualTo("The request passed, monitored: About three.");
	}

	@Test
	void tellWhenFindingsAreManyThenTellsEach() {
		List<Finding> findings = new ArrayList<>();
		for (int i = 0; i < 40; i++) {
			findings.add(finding("rule" + i % 3, "x"));
		}
		assertThat(tell(findings).findings()).hasSize(40).isEqualTo(tell(findings).findings());
		assertThat(tell(findings).fix()).hasSize(3);
	}

	private EventRecord tell(List<Finding> findings) {
		Decision decision = new Decision(Action.MONITOR, 3, findings, "default", "reference", null, Action.MONITOR);
		return this.story
			.tell(new ThreatDetected("reference", Instant.EPOCH, "GET", "/books", "/books", "192.0.2.1", null,
					decision), EventPlace.NONE)
			.build();
	}

	private static Finding finding(String rule, String evidence) {
		return Finding
			.of("detector", Category.INJECTION, new Rule(rule, "CWE-89", "About " + rule + ".", "Mend " + rule + "."))
			.confidence(Confidence.WEAK)
			.evidence(evidence)
			.build();
	}

}
