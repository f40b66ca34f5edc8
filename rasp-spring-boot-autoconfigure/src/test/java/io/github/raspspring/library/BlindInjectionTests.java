package io.github.raspspring.library;

import java.util.List;

import io.github.raspspring.engine.Finding;
import io.github.raspspring.engine.event.ThreatDetected;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Blind injection that no statement shows: one client makes a real database report errors
 * again and again, which its score tells.
 */
class BlindInjectionTests {

	@ParameterizedTest
	@ValueSource(strings = { "h2", "postgresql" })
	void errorsWhenClientCausesThemAgainAndAgainThenReportedAndScored(String database) {
		try (Library library = new Library(database, "monitor", "rasp.client.score.enabled=true",
				"management.endpoints.web.exposure.include=rasp")) {
			probe(library, 12);
			assertThat(findings(library)).filteredOn((finding) -> finding.rule().id().equals("errors"))
				.isNotEmpty()
				.allSatisfy((finding) -> assertThat(finding.detector()).isEqualTo("sql-sink"));
			assertThat(library.get("/actuator/rasp/clients").body()).contains("sql-sink/errors");
		}
	}

	@ParameterizedTest
	@ValueSource(strings = { "h2", "postgresql" })
	void errorsWhenFewThenNotReported(String database) {
		try (Library library = new Library(database, "monitor")) {
			probe(library, 2);
			assertThat(findings(library)).noneMatch((finding) -> finding.rule().id().equals("errors"));
		}
	}

	/**
	 * Send what the database can't read; the statement of the application is at fault.
	 */
	private static void probe(Library library, int times) {
		for (int i = 0; i < times; i++) {
			assertThat(library.get("/titles/by-expression?q=" + i + "%20nothing%20here").statusCode()).isEqualTo(500);
		}
	}

	private static List<Finding> findings(Library library) {
		return library.events()
			.latest()
			.stream()
			.filter(ThreatDetected.class::isInstance)
			.flatMap((event) -> ((ThreatDetected) event).decision().findings().stream())
			.toList();
	}

}
