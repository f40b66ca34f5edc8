package io.github.raspspring.policy;

import java.util.Map;
import java.util.Set;

import io.github.raspspring.engine.ClientIdentity;
import io.github.raspspring.engine.EnforcementMode;
import io.github.raspspring.engine.FailureMode;
import io.github.raspspring.engine.Policy;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.assertj.core.api.Assertions.assertThat;

class DescriptionPoliciesTests {

	private final Policy policy = new Policy("shop", EnforcementMode.BLOCK, 7, FailureMode.CLOSED, Set.of("a"),
			Map.of("b", EnforcementMode.MONITOR), Map.of(), Set.of("note"));

	private final DescriptionPolicies policies = new DescriptionPolicies((method, path) -> this.policy,
			(method, path) -> method.equals("POST") && path.equals("/actuator/rasp/explain"));

	@ParameterizedTest
	@CsvSource({ "GET,/actuator/rasp/explain", "POST,/actuator/rasp/explain/", "POST,/actuator/rasp/%65xplain",
			"POST,/actuator/rasp/patches", "POST,/explain", "PUT,/actuator/rasp/explain", "POST,/a" })
	void resolveWhenRequestIsForSomethingElseThenNothingIsExcused(String method, String path) {
		assertThat(this.policies.resolve(method, path)).isSameAs(this.policy);
		assertThat(this.policies.resolve(method, path, new ClientIdentity("192.0.2.1"))).isSameAs(this.policy);
	}

	@Test
	void resolveWhenRequestIsDescribedThenItsTwoFieldsAreExcusedAndTheRestIsTheSame() {
		Policy applied = this.policies.resolve("POST", "/actuator/rasp/explain");
		assertThat(applied.excludedParameters()).containsExactlyInAnyOrder("note", "/target", "/rule");
		assertThat(applied).usingRecursiveComparison().ignoringFields("excludedParameters").isEqualTo(this.policy);
		assertThat(this.policies.resolve("POST", "/actuator/rasp/explain", new ClientIdentity("192.0.2.1")))
			.as("compared by identity")
			.isSameAs(applied);
	}

}
