package io.github.raspspring.ratelimit;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

import io.github.raspspring.engine.ClientScores;
import io.github.raspspring.engine.Decision;
import io.github.raspspring.engine.Decision.Action;
import io.github.raspspring.engine.EnforcementMode;
import io.github.raspspring.engine.FailureMode;
import io.github.raspspring.engine.InputLocation;
import io.github.raspspring.engine.InputValue;
import io.github.raspspring.engine.Policy;
import io.github.raspspring.ratelimit.Quota.Refill;
import io.github.raspspring.ratelimit.Traffic.Request;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class RateLimitDetectorTests {

	private final ManualTime time = new ManualTime();

	@Test
	void detectWhenCapacityIsUsedUpThenThrottles() {
		Traffic traffic = new Traffic(Plans.perMinute(3, "ip"), this.time);
		assertThat(traffic.admitted(Request.from("9.9.9.9"), 5)).isEqualTo(3);
		assertThat(traffic.send(Request.from("9.9.9.9")).action()).isEqualTo(Action.THROTTLE);
		assertThat(traffic.admitted(Request.from("8.8.8.8"), 5)).isEqualTo(3);
	}

	@Test
	void detectWhenThrottledThenRetryAfterIsRoundedUpToSeconds() {
		Traffic traffic = new Traffic(Plans.perMinute(7, "ip"), this.time);
		traffic.admitted(Request.from("9.9.9.9"), 7);
		assertThat(traffic.send(Request.from("9.9.9.9")).retryAfter()).isEqualTo(Duration.ofSeconds(9));
		this.time.advance(Duration.ofMillis(8500));
		assertThat(traffic.send(Request.from("9.9.9.9")).retryAfter()).isEqualTo(Duration.ofSeconds(1));
		this.time.advance(Duration.ofMillis(500));
		assertThat(traffic.send(Request.from("9.9.9.9")).refuses()).isFalse();
	}

	@Test
	void detectWhenRefillIsByIntervalThenGrantsAllAtOnce() {
		Traffic traffic = new Traffic(Plans.of(4, Refill.INTERVAL, Audience.ANY, Selection.ALL, "ip"), this.time);
		assertThat(traffic.admitted(Request.from("9.9.9.9"), 9)).isEqualTo(4);
		this.time.advance(Duration.ofSeconds(59));
		assertThat(traffic.admitted(Request.from("9.9.9.9"), 9)).isZero();
		this.time.advance(Duration.ofSeconds(1));
		assertThat(traffic.admitted(Request.from("9.9.9.9"), 9)).isEqualTo(4);
	}

	@Test
	void detectWhenSeveralQuotasThenEachHolds() {
		RateLimitPlan plan = Plans.granting(Grant.of(new Quota(2, Duration.ofSeconds(1), Refill.GREEDY),
				new Quota(3, Duration.ofHours(1), Refill.GREEDY)), "ip");
		Traffic traffic = new Traffic(plan, this.time);
		assertThat(traffic.admitted(Request.from("9.9.9.9"), 9)).isEqualTo(2);
		this.time.advance(Duration.ofSeconds(1));
		assertThat(traffic.admitted(Request.from("9.9.9.9"), 9)).isEqualTo(1);
	}

	@Test
	void detectWhenEightThreadsCompeteThenAdmitsExactlyTheCapacity() throws Exception {
		Traffic traffic = new Traffic(Plans.perMinute(1000, "ip"), this.time);
		ExecutorService threads = Executors.newFixedThreadPool(8);
		try {
			Callable<Integer> client = () -> traffic.admitted(Request.from("9.9.9.9"), 400);
			int admitted = 0;
			for (Future<Integer> share : threads
				.invokeAll(List.of(client, client, client, client, client, client, client, client))) {
				admitted += share.get();
			}
			assertThat(admitted).isEqualTo(1000);
		}
		finally {
			threads.shutdownNow();
		}
	}

	@Test
	void detectWhenPlanIsInMonitorThenRecordsAndLetsPass() {
		RateLimitPlan plan = Plans.withMode(Plans.perMinute(1, "ip"), EnforcementMode.MONITOR);
		Traffic traffic = new Traffic(plan, this.time);
		traffic.send(Request.from("9.9.9.9"));
		Decision decision = traffic.send(Request.from("9.9.9.9"));
		assertThat(decision.action()).isEqualTo(Action.MONITOR);
		assertThat(decision.findings()).singleElement()
			.satisfies((finding) -> assertThat(finding.detector()).isEqualTo("rate-limit-test"));
	}

	@Test
	void detectWhenApplicationIsInMonitorThenRecordsAndLetsPass() {
		Traffic traffic = new Traffic(Plans.perMinute(1, "ip"), this.time, EnforcementMode.MONITOR);
		traffic.send(Request.from("9.9.9.9"));
		assertThat(traffic.send(Request.from("9.9.9.9")).action()).isEqualTo(Action.MONITOR);
	}

	@Test
	void detectWhenPlanIsOffThenSeesNothing() {
		RateLimitPlan plan = Plans.withMode(Plans.perMinute(1, "ip"), EnforcementMode.OFF);
		Traffic traffic = new Traffic(plan, this.time);
		traffic.send(Request.from("9.9.9.9"));
		assertThat(traffic.send(Request.from("9.9.9.9")).action()).isEqualTo(Action.ALLOW);
	}

	@Test
	void detectWhenRouteExcludesPlanThenSeesNothing() {
		Policy policy = new Policy("books", EnforcementMode.BLOCK, 5, FailureMode.OPEN, Set.of("rate-limit-test"),
				Map.of());
		Traffic traffic = new Traffic(new RateLimit(Plans.perMinute(1, "ip"), this.time, ClientScores.NONE), policy);
		assertThat(traffic.admitted(Request.from("9.9.9.9"), 5)).isEqualTo(5);
	}

	@Test
	void detectWhenThrottledThenFindingHoldsNoKeyMaterial() {
		Traffic traffic = new Traffic(Plans.perMinute(1, "ip", "json:/user"), this.time);
		Request login = Request.from("9.9.9.9").with(new InputValue(InputLocation.JSON, "/user", "alice"));
		traffic.send(login);
		assertThat(traffic.send(login).findings()).singleElement().satisfies((finding) -> {
			assertThat(finding.toString()).doesNotContain("alice").doesNotContain("9.9.9.9");
			assertThat(finding.evidence()).isEqualTo("plan test, counted by ip and json:/user");
		});
	}

	@Test
	void detectWhenSelectedByMethodAndPatternThenOthersPass() {
		Selection selection = Selection.of(List.of("/login", "/api/{version}/login"), Set.of("POST"));
		Traffic traffic = new Traffic(Plans.of(1, Refill.GREEDY, Audience.ANY, selection, "ip"), this.time);
		Request request = Request.from("9.9.9.9");
		assertThat(traffic.admitted(request.to("GET", "/login"), 3)).isEqualTo(3);
		assertThat(traffic.admitted(request.to("POST", "/other"), 3)).isEqualTo(3);
		assertThat(traffic.admitted(request.to("POST", "/login"), 3)).isEqualTo(1);
		assertThat(traffic.admitted(request.to("POST", "/login;x=1"), 3)).isZero();
		assertThat(traffic.admitted(request.to("POST", "/%6cogin"), 3)).isZero();
		assertThat(traffic.admitted(request.to("POST", "/l%6Fg%69n;a"), 3)).isZero();
		assertThat(traffic.admitted(request.to("POST", "/api/v1/%6Cogin"), 3)).isZero();
		assertThat(traffic.admitted(request.to("POST", "/api/v1/login"), 3)).isZero();
		assertThat(traffic.admitted(request.to("POST", "/api;a=b/v1;c=d/login;e"), 3)).isZero();
	}

}
