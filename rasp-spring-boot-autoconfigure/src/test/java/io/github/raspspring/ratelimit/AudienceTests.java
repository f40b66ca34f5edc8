package io.github.raspspring.ratelimit;

import java.time.Duration;

import io.github.raspspring.engine.ClientScores;
import io.github.raspspring.engine.EnforcementMode;
import io.github.raspspring.engine.Policy;
import io.github.raspspring.ratelimit.Quota.Refill;
import io.github.raspspring.ratelimit.Traffic.Request;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class AudienceTests {

	private final ManualTime time = new ManualTime();

	private final Request request = Request.from("9.9.9.9");

	@Test
	void anonymousPlanNeverRefusesAVerifiedSubject() {
		Traffic traffic = anonymous(2);
		assertThat(traffic.admitted(this.request, 5)).isEqualTo(2);
		assertThat(traffic.admitted(this.request.as("alice"), 5)).isEqualTo(5);
	}

	@Test
	void verifiedSubjectDoesNotUseUpAnonymousPlan() {
		Traffic traffic = anonymous(2);
		traffic.admitted(this.request.as("alice"), 5);
		assertThat(traffic.admitted(this.request, 5)).isEqualTo(2);
	}

	@Test
	void credentialsThatAreIgnoredAreNoWayAroundAnonymousPlan() {
		Traffic traffic = anonymous(2);
		assertThat(traffic.admitted(this.request.withIgnoredCredentials(), 5)).isEqualTo(2);
		assertThat(traffic.admitted(this.request, 5)).isZero();
	}

	@Test
	void credentialsThatAreRejectedCountInAnonymousPlan() {
		Traffic traffic = anonymous(3);
		traffic.admitted(this.request.withRejectedCredentials(), 2);
		assertThat(traffic.admitted(this.request, 5)).isEqualTo(1);
	}

	@Test
	void credentialsAreNeverRefusedBeforeAuthentication() {
		Traffic traffic = anonymous(1);
		traffic.admitted(this.request, 5);
		assertThat(traffic.admitted(this.request.withRejectedCredentials(), 5)).isEqualTo(5);
	}

	@Test
	void rejectedCredentialsDoNotCountWhenPlanIsOff() {
		RateLimitPlan plan = Plans.of(1, Refill.GREEDY, Audience.ANONYMOUS, Selection.ALL, "ip");
		RateLimit limit = new RateLimit(plan, this.time, ClientScores.NONE);
		Traffic off = new Traffic(limit, Policy.of(EnforcementMode.OFF));
		off.admitted(this.request.withRejectedCredentials(), 5);
		assertThat(limit.size()).isZero();
	}

	@Test
	void authenticatedPlanCountsSubjectsOnWhateverAddress() {
		RateLimitPlan plan = Plans.of(2, Refill.GREEDY, Audience.AUTHENTICATED, Selection.ALL, "subject");
		Traffic traffic = new Traffic(plan, this.time);
		assertThat(traffic.admitted(this.request.as("alice"), 1)).isEqualTo(1);
		assertThat(traffic.admitted(Request.from("8.8.8.8").as("alice"), 5)).isEqualTo(1);
		assertThat(traffic.admitted(this.request.as("bob"), 5)).isEqualTo(2);
		assertThat(traffic.admitted(this.request, 5)).isEqualTo(5);
	}

	@Test
	void authenticatedPlanByAddressWaitsForTheSubject() {
		RateLimitPlan plan = Plans.of(2, Refill.GREEDY, Audience.AUTHENTICATED, Selection.ALL, "ip");
		Traffic traffic = new Traffic(plan, this.time);
		assertThat(traffic.admitted(this.request, 5)).isEqualTo(5);
		assertThat(traffic.admitted(this.request.as("alice"), 5)).isEqualTo(2);
		this.time.advance(Duration.ofSeconds(30));
		assertThat(traffic.admitted(this.request.as("bob"), 5)).isEqualTo(1);
	}

	private Traffic anonymous(int capacity) {
		return new Traffic(Plans.of(capacity, Refill.GREEDY, Audience.ANONYMOUS, Selection.ALL, "ip"), this.time);
	}

}
