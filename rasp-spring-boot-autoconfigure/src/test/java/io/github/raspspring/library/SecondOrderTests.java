package io.github.raspspring.library;

import java.net.http.HttpResponse;

import io.github.raspspring.engine.event.ThreatDetected;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * SQL injection that one request stores and another one fires: the statement has no input
 * of its request in it, but a shape that the route has never run.
 */
class SecondOrderTests {

	private static final String PAYLOAD = "x' union select content from secrets where '1'='1";

	@ParameterizedTest
	@ValueSource(strings = { "h2", "postgresql" })
	void statementWhenStoredInputChangesItThenIsFlagged(String database) {
		try (Library library = new Library(database, "block")) {
			String path = useFor(library);
			assertThat(library.get(path).body()).contains("vault");
			assertThat(library.events().latest()).singleElement()
				.isInstanceOfSatisfying(ThreatDetected.class,
						(event) -> assertThat(event.decision().findings()).singleElement()
							.satisfies((finding) -> assertThat(finding.detector()).isEqualTo("sql-sink")));
		}
	}

	@Test
	void statementWhenStoredInputChangesItAndPolicyBlocksThenIsStopped() {
		try (Library library = new Library("h2", "block", "rasp.sinks.sql.new-shapes=block")) {
			HttpResponse<String> answer = library.get(useFor(library));
			assertThat(answer.statusCode()).isEqualTo(403);
			assertThat(answer.body()).doesNotContain("vault");
		}
	}

	/**
	 * Use the route for long enough to be known, then store what changes its statement.
	 */
	private static String useFor(Library library) {
		for (int i = 0; i < 400; i++) {
			assertThat(library.get("/titles/" + (1 + i % 2) + "/same-name").statusCode()).isEqualTo(200);
		}
		HttpResponse<String> stored = library.post("/titles",
				"{\"name\":\"" + PAYLOAD + "\",\"author\":\"A\",\"genre\":\"novel\",\"published\":2000,\"price\":1}");
		assertThat(stored.statusCode()).isEqualTo(200);
		assertThat(library.events().latest()).isEmpty();
		return "/titles/" + stored.body() + "/same-name";
	}

}
