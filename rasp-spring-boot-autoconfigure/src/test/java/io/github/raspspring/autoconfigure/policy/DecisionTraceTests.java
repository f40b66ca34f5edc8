package io.github.raspspring.autoconfigure.policy;

import java.util.List;
import java.util.Map;
import java.util.Set;

import io.github.raspspring.attack.sql.SqlInjectionDetector;
import io.github.raspspring.engine.EnforcementMode;
import io.github.raspspring.engine.FailureMode;
import io.github.raspspring.engine.Policy;
import io.github.raspspring.engine.SectionOperation;
import io.github.raspspring.engine.ValueReader;
import io.github.raspspring.event.EventHistory;
import io.github.raspspring.policy.RoutePolicies;
import io.github.raspspring.policy.RoutePolicy;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

class DecisionTraceTests {

	private static final String UNION = "x' UNION SELECT name FROM users --";

	private final EventHistory history = new EventHistory(10);

	private final DecisionTrace trace = new DecisionTrace(this.history,
			new RoutePolicies(Policy.of(EnforcementMode.MONITOR),
					List.of(RoutePolicy.of("/books", Set.of(), policy("books", EnforcementMode.BLOCK, Set.of())),
							RoutePolicy.of("/off", Set.of(), policy("off", EnforcementMode.OFF, Set.of())),
							RoutePolicy.of("/excluded", Set.of(),
									policy("excluded", EnforcementMode.BLOCK, Set.of("sql-injection"))))),
			() -> List.of(new SqlInjectionDetector()), ValueReader.AS_ARRIVED);

	@ParameterizedTest
	@CsvSource({ "/books, books, BLOCK, BLOCK, reach the score", "/other, default, MONITOR, BLOCK, would refuse",
			"/off, off, ALLOW, ALLOW, is off", "/excluded, excluded, ALLOW, ALLOW, Nothing was seen" })
	void operateWhenRequestIsDescribedThenTellsPolicyAndReason(String path, String policy, String action,
			String inBlockMode, String because) {
		Map<?, ?> explained = explain("GET " + path + "?title=" + UNION.replace(" ", "%20"), "");
		assertThat(explained.get("policy")).isEqualTo(policy);
		assertThat(explained.get("action")).hasToString(action);
		assertThat(explained.get("inBlockMode")).hasToString(inBlockMode);
		assertThat(explained.get("because").toString()).contains(because);
		assertThat(this.history.latest()).isEmpty();
	}

	@ParameterizedTest
	@CsvSource(delimiter = '|', value = { "X-Title: %s|header x-title", "A: b~~{\"title\":\"%s\"}|json /title",
			"A: b~~title=%s|form title" })
	void operateWhenValueStandsElsewhereThenIsSeenThere(String message, String where) {
		String text = message.contains("title=") ? UNION.replace(" ", "+").replace("'", "%27") : UNION;
		Map<?, ?> explained = explain("POST /books", message.replace("%s", text).replace("~", "\n"));
		assertThat(explained.get("action")).hasToString("BLOCK");
		assertThat(explained.get("saw").toString()).contains("detector=sql-injection", where);
	}

	@Test
	void operateWhenRequestIsHonestThenTellsWhatRan() {
		Map<?, ?> explained = explain("GET /books?title=O'Reilly", "");
		assertThat(explained.get("action")).hasToString("ALLOW");
		assertThat(explained.get("ran")).hasToString("[sql-injection]");
		assertThat(explain("GET /excluded?title=a", "").get("off")).hasToString("[sql-injection]");
	}

	@ParameterizedTest
	@CsvSource({ "GET", "GET books", "''", "/books" })
	void operateWhenTargetIsNoRequestThenSaysWhatItIs(String target) {
		assertThatIllegalArgumentException().isThrownBy(() -> explain(target, "")).withMessageContaining("method");
	}

	private Map<?, ?> explain(String target, String rule) {
		return (Map<?, ?>) this.trace.operate(new SectionOperation("request", target, Map.of("rule", rule)));
	}

	private static Policy policy(String id, EnforcementMode mode, Set<String> excluded) {
		return new Policy(id, mode, 5, FailureMode.OPEN, excluded, Map.of());
	}

}
