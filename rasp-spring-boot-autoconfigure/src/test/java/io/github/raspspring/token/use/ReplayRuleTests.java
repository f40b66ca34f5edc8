package io.github.raspspring.token.use;

import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicLong;

import io.github.raspspring.engine.ClientIdentity;
import io.github.raspspring.engine.EnforcementMode;
import io.github.raspspring.engine.ExpiringStores.Reading;
import io.github.raspspring.engine.FailureMode;
import io.github.raspspring.engine.Policy;
import io.github.raspspring.engine.ValueReader;
import io.github.raspspring.engine.pipeline.InspectionPipeline;
import io.github.raspspring.engine.pipeline.RequestFacts;
import io.github.raspspring.store.LocalStores;
import io.github.raspspring.token.TokenKey;
import io.github.raspspring.token.TokenUse;
import io.github.raspspring.token.VerifiedToken;
import org.junit.jupiter.api.Test;

import org.springframework.mock.web.MockHttpServletRequest;

import static org.assertj.core.api.Assertions.assertThat;

class ReplayRuleTests {

	private final AtomicLong time = new AtomicLong();

	private Policy policy = Policy.of(EnforcementMode.BLOCK);

	@Test
	void proofIsKnownAfterThousandsOfOthersAndForgottenInTheEnd() {
		ReplayRule rule = rule(10_000);
		assertThat(check(rule, "h.first.s")).isEmpty();
		for (int i = 0; i < 5000; i++) {
			assertThat(check(rule, "h." + i + ".s")).isEmpty();
		}
		assertThat(check(rule, "h.first.s")).containsExactly("proof-replayed");
		assertThat(check(rule, "h.first.other-signature")).containsExactly("proof-replayed");
		this.time.addAndGet(301_000_000_000L);
		assertThat(check(rule, "h.first.s")).isEmpty();
	}

	@Test
	void proofWithoutRoomIsTreatedByFailureMode() {
		ReplayRule rule = rule(10);
		for (int i = 0; i < 10; i++) {
			check(rule, "h." + i + ".s");
		}
		assertThat(check(rule, "h.new.s")).isEmpty();
		this.policy = new Policy("closed", EnforcementMode.BLOCK, 5, FailureMode.CLOSED, java.util.Set.of(), Map.of());
		assertThat(check(rule, "h.new.s")).containsExactly("proof-replayed");
	}

	private ReplayRule rule(int maximumEntries) {
		return new ReplayRule(new LocalStores(this.time::get).open("replay", maximumEntries, Reading.CURRENT),
				Clock.systemUTC());
	}

	private List<String> check(ReplayRule rule, String proof) {
		InspectionPipeline pipeline = new InspectionPipeline((method, path) -> this.policy, List.of(),
				ValueReader.AS_ARRIVED, List.of(), (event) -> {
				}, () -> "reference", Clock.systemUTC());
		MockHttpServletRequest request = new MockHttpServletRequest();
		request.addHeader("DPoP", proof);
		VerifiedToken token = new VerifiedToken("a.b.c", Map.of("alg", "RS256"), Map.of("cnf", Map.of("jkt", "x")));
		List<String> found = new ArrayList<>();
		rule.check(new TokenUse(token, TokenKey.of(token),
				pipeline.begin(new RequestFacts("GET", "/", new ClientIdentity("9.9.9.9"), true)), request, null,
				Map.of()), (violation) -> found.add(violation.rule().id()));
		return found;
	}

}
