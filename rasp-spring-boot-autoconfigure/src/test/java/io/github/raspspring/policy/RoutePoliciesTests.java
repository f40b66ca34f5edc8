package io.github.raspspring.policy;

import java.util.List;
import java.util.Set;

import io.github.raspspring.engine.EnforcementMode;
import io.github.raspspring.engine.Policy;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.assertj.core.api.Assertions.assertThat;

class RoutePoliciesTests {

	private final Policy application = Policy.of(EnforcementMode.MONITOR);

	private final Policy writes = Policy.of(EnforcementMode.BLOCK);

	private final Policy all = Policy.of(EnforcementMode.OFF);

	private final RoutePolicies policies = new RoutePolicies(this.application,
			List.of(RoutePolicy.of("/api/books/**", Set.of("post"), this.writes),
					RoutePolicy.of("/api/**", Set.of(), this.all)));

	@Test
	void resolveWhenSeveralRoutesMatchThenFirstWins() {
		assertThat(this.policies.resolve("POST", "/api/books/1")).isSameAs(this.writes);
	}

	@Test
	void resolveWhenMethodDiffersThenNextRouteWins() {
		assertThat(this.policies.resolve("GET", "/api/books/1")).isSameAs(this.all);
	}

	@Test
	void resolveWhenNoRouteMatchesThenApplicationApplies() {
		assertThat(this.policies.resolve("GET", "/login")).isSameAs(this.application);
	}

	@ParameterizedTest
	@CsvSource({ "/api/b%6Foks/1", "/api/books;x=1/1" })
	void resolveWhenPathIsSpelledOtherwiseThenMatchesAsHandlersDo(String path) {
		assertThat(this.policies.resolve("POST", path)).isSameAs(this.writes);
	}

}
