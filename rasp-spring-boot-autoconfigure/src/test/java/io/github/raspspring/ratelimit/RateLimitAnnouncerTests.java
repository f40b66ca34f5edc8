package io.github.raspspring.ratelimit;

import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;

import io.github.raspspring.engine.ClientScores;
import io.github.raspspring.engine.EnforcementMode;
import io.github.raspspring.engine.Policy;
import io.github.raspspring.engine.pipeline.Exchange;
import io.github.raspspring.ratelimit.Quota.Refill;
import io.github.raspspring.ratelimit.Traffic.Request;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class RateLimitAnnouncerTests {

	private final ManualTime time = new ManualTime();

	private final Request request = Request.from("9.9.9.9");

	@Test
	void contributeWhenCountedThenTellsStanding() {
		Map<String, String> headers = headers(Plans.perMinute(10, "ip"), EnforcementMode.BLOCK, 3);
		assertThat(headers).containsEntry("RateLimit-Policy", "\"test\";q=10;w=60")
			.containsEntry("RateLimit", "\"test\";r=7;t=18");
	}

	@Test
	void contributeWhenExhaustedThenTellsThatNothingIsLeft() {
		assertThat(headers(Plans.perMinute(2, "ip"), EnforcementMode.BLOCK, 5)).containsEntry("RateLimit",
				"\"test\";r=0;t=60");
	}

	@Test
	void contributeWhenSeveralQuotasThenTellsEach() {
		Grant grant = new Grant(List.of(new Quota(5, Duration.ofMillis(1500), Refill.GREEDY),
				new Quota(100, Duration.ofHours(1), Refill.INTERVAL)), 0, List.of(), Set.of());
		assertThat(headers(Plans.granting(grant, "ip"), EnforcementMode.BLOCK, 1))
			.containsEntry("RateLimit-Policy", "\"test\";q=5;w=2, \"test-2\";q=100;w=3600")
			.containsEntry("RateLimit", "\"test\";r=4;t=1, \"test-2\";r=99;t=3600");
	}

	@Test
	void contributeWhenPlanOnlyRecordsThenTellsNothing() {
		assertThat(headers(Plans.perMinute(2, "ip"), EnforcementMode.MONITOR, 1)).isEmpty();
		assertThat(headers(Plans.withMode(Plans.perMinute(2, "ip"), EnforcementMode.MONITOR), EnforcementMode.BLOCK, 1))
			.isEmpty();
	}

	@Test
	void contributeWhenPlanIsSecretThenTellsNothing() {
		RateLimitPlan plan = Plans.perMinute(2, "ip");
		RateLimitPlan secret = new RateLimitPlan(plan.name(), plan.grant(), plan.key(), plan.selections(),
				plan.audience(), plan.mode(), plan.maxKeys(), false);
		assertThat(headers(secret, EnforcementMode.BLOCK, 1)).isEmpty();
	}

	@Test
	void contributeWhenPlanDoesNotConcernRequestThenTellsNothing() {
		assertThat(headers(Plans.perMinute(2, "subject"), EnforcementMode.BLOCK, 1)).isEmpty();
	}

	@Test
	void violatedPoliciesWhenThrottledThenNamesPlan() {
		RateLimits limits = new RateLimits(List.of(Plans.perMinute(1, "ip")), this.time, ClientScores.NONE);
		Traffic traffic = traffic(limits, EnforcementMode.BLOCK);
		RateLimitAnnouncer announcer = new RateLimitAnnouncer(limits);
		assertThat(announcer.violatedPolicies(traffic.send(this.request))).isEmpty();
		assertThat(announcer.violatedPolicies(traffic.send(this.request))).containsExactly("test");
	}

	@Test
	void violatedPoliciesWhenPlanOnlyRecordsThenNamesNone() {
		RateLimitPlan plan = Plans.perMinute(1, "ip");
		RateLimitPlan monitor = new RateLimitPlan(plan.name(), plan.grant(), plan.key(), plan.selections(),
				plan.audience(), EnforcementMode.MONITOR, plan.maxKeys(), true);
		RateLimits limits = new RateLimits(List.of(monitor), this.time, ClientScores.NONE);
		Traffic traffic = traffic(limits, EnforcementMode.BLOCK);
		traffic.send(this.request);
		assertThat(new RateLimitAnnouncer(limits).violatedPolicies(traffic.send(this.request))).isEmpty();
	}

	private Map<String, String> headers(RateLimitPlan plan, EnforcementMode mode, int requests) {
		RateLimits limits = new RateLimits(List.of(plan), this.time, ClientScores.NONE);
		Traffic traffic = traffic(limits, mode);
		traffic.admitted(this.request, requests - 1);
		Exchange exchange = traffic.begin(this.request);
		Map<String, String> headers = new LinkedHashMap<>();
		new RateLimitAnnouncer(limits).contribute(exchange, headers::put);
		return headers;
	}

	private static Traffic traffic(RateLimits limits, EnforcementMode mode) {
		return new Traffic(Objects.requireNonNull(limits.find("test")), Policy.of(mode));
	}

}
