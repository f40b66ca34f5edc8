package io.github.raspspring.ratelimit;

import java.time.Duration;
import java.util.List;
import java.util.Set;

import io.github.raspspring.engine.ClientScores;
import io.github.raspspring.engine.Decision.Action;
import io.github.raspspring.engine.EnforcementMode;
import io.github.raspspring.engine.InputLocation;
import io.github.raspspring.engine.InputValue;
import io.github.raspspring.engine.Policy;
import io.github.raspspring.engine.Suspicion;
import io.github.raspspring.engine.pipeline.Exchange;
import io.github.raspspring.ratelimit.Quota.Refill;
import io.github.raspspring.ratelimit.Traffic.Request;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

class GrantTests {

	private static final Quota TEN = new Quota(10, Duration.ofMinutes(1), Refill.GREEDY);

	private final ManualTime time = new ManualTime();

	private final Request request = Request.from("9.9.9.9");

	@Test
	void costIsThatOfTheFirstMatch() {
		Cost report = new Cost(Selection.of(List.of("/report/**"), Set.of()), 5);
		Cost free = new Cost(Selection.of(List.of(), Set.of("OPTIONS")), 0);
		Traffic traffic = traffic(new Grant(List.of(TEN), 0, List.of(report, free), Set.of()));
		assertThat(traffic.admitted(this.request.to("OPTIONS", "/"), 50)).isEqualTo(50);
		assertThat(traffic.admitted(this.request.to("GET", "/report/1"), 1)).isEqualTo(1);
		assertThat(traffic.admitted(this.request, 9)).isEqualTo(5);
		assertThat(traffic.admitted(this.request.to("OPTIONS", "/"), 5)).isEqualTo(5);
	}

	@Test
	void retryAfterWaitsForTheWholeCost() {
		Cost report = new Cost(Selection.ALL, 5);
		Traffic traffic = traffic(new Grant(List.of(TEN), 0, List.of(report), Set.of()));
		traffic.admitted(this.request, 2);
		assertThat(traffic.send(this.request).retryAfter()).isEqualTo(Duration.ofSeconds(30));
	}

	@Test
	void costThatCanNeverBePaidIsInvalid() {
		assertThatIllegalArgumentException()
			.isThrownBy(() -> new Grant(List.of(TEN), 0, List.of(new Cost(Selection.ALL, 11)), Set.of()));
	}

	@Test
	void answersThatDoNotConsumeGiveTokensBack() {
		Traffic traffic = traffic(new Grant(List.of(TEN), 0, List.of(), Set.of(401, 403)));
		assertThat(traffic.admitted(this.request, 50)).isEqualTo(50);
		assertThat(traffic.admitted(this.request.answered(403), 7)).isEqualTo(7);
		assertThat(traffic.admitted(this.request.answered(401), 7)).isEqualTo(3);
		assertThat(traffic.admitted(this.request, 5)).isZero();
	}

	@Test
	void requestsUnderWayHoldTheirTokensUntilTheyAreAnswered() {
		Traffic traffic = traffic(new Grant(List.of(TEN), 0, List.of(), Set.of(401)));
		Exchange[] guesses = new Exchange[12];
		int admitted = 0;
		for (int i = 0; i < guesses.length; i++) {
			guesses[i] = traffic.begin(this.request);
			admitted += guesses[i].decision().refuses() ? 0 : 1;
		}
		assertThat(admitted).isEqualTo(10);
		for (Exchange guess : guesses) {
			traffic.end(guess, 401);
		}
		assertThat(traffic.admitted(this.request, 5)).isZero();
	}

	@Test
	void concurrencyIsLimitedByKey() {
		Traffic traffic = traffic(new Grant(List.of(), 2, List.of(), Set.of()));
		Exchange one = traffic.begin(this.request);
		traffic.begin(this.request);
		Exchange three = traffic.begin(this.request);
		assertThat(three.decision().action()).isEqualTo(Action.THROTTLE);
		assertThat(three.decision().retryAfter()).isEqualTo(Duration.ofSeconds(1));
		assertThat(traffic.begin(Request.from("8.8.8.8")).decision().refuses()).isFalse();
		traffic.end(three, 429);
		assertThat(traffic.begin(this.request).decision().refuses()).isTrue();
		traffic.end(one, 200);
		assertThat(traffic.begin(this.request).decision().refuses()).isFalse();
	}

	@Test
	void concurrencyIsGivenBackWhereTokensAreMissing() {
		Quota two = new Quota(2, Duration.ofMinutes(1), Refill.INTERVAL);
		Traffic traffic = traffic(new Grant(List.of(two), 1, List.of(), Set.of()));
		assertThat(traffic.admitted(this.request, 5)).isEqualTo(2);
		this.time.advance(Duration.ofMinutes(1));
		assertThat(traffic.admitted(this.request, 5)).isEqualTo(2);
	}

	@Test
	void requestCountsOnceHoweverOftenItsHandlerPhaseRuns() {
		RateLimitPlan plan = Plans.perMinute(3, "json:/user");
		Traffic traffic = new Traffic(plan, this.time);
		Request login = this.request.with(new InputValue(InputLocation.JSON, "/user", "alice"));
		Exchange exchange = traffic.begin(login);
		traffic.handleAgain(exchange);
		traffic.handleAgain(exchange);
		traffic.end(exchange, 200);
		assertThat(traffic.admitted(login, 5)).isEqualTo(2);
	}

	@Test
	void requestIsReportedOnceHoweverOftenItsHandlerPhaseRuns() {
		RateLimitPlan plan = Plans.withMode(Plans.perMinute(1, "json:/user"), EnforcementMode.MONITOR);
		Traffic traffic = new Traffic(plan, this.time);
		Request login = this.request.with(new InputValue(InputLocation.JSON, "/user", "alice"));
		traffic.send(login);
		Exchange exchange = traffic.begin(login);
		traffic.handleAgain(exchange);
		assertThat(exchange.findings()).hasSize(1);
	}

	@Test
	void changeCarriesOverTheShareThatIsLeft() {
		RateLimit limit = new RateLimit(Plans.granting(Grant.of(TEN), "ip"), this.time, ClientScores.NONE);
		Traffic traffic = new Traffic(limit, Policy.of(EnforcementMode.BLOCK));
		traffic.admitted(this.request, 6);
		limit.change(List.of(new Quota(100, Duration.ofMinutes(1), Refill.GREEDY)), 1);
		assertThat(traffic.admitted(this.request, 100)).isEqualTo(40);
		limit.change(List.of(TEN), 1);
		assertThat(traffic.admitted(this.request, 100)).isZero();
		assertThat(traffic.admitted(Request.from("8.8.8.8"), 100)).isEqualTo(10);
	}

	@Test
	void changeOfPeriodKeepsExhaustedBucketsForAsLong() {
		RateLimit limit = new RateLimit(Plans.granting(Grant.of(TEN), "ip"), this.time, ClientScores.NONE);
		Traffic traffic = new Traffic(limit, Policy.of(EnforcementMode.BLOCK));
		traffic.admitted(this.request, 10);
		limit.change(List.of(new Quota(10, Duration.ofHours(1), Refill.INTERVAL)), 1);
		this.time.advance(Duration.ofMinutes(30));
		assertThat(traffic.admitted(this.request, 5)).isZero();
	}

	@Test
	void changeOfOneBandwidthLeavesTheOthersAsTheyAre() {
		Quota hour = new Quota(20, Duration.ofHours(1), Refill.INTERVAL);
		RateLimit limit = new RateLimit(Plans.granting(Grant.of(TEN, hour), "ip"), this.time, ClientScores.NONE);
		Traffic traffic = new Traffic(limit, Policy.of(EnforcementMode.BLOCK));
		assertThat(traffic.admitted(this.request, 5)).isEqualTo(5);
		limit.change(List.of(new Quota(100, Duration.ofMinutes(1), Refill.GREEDY), hour), 1);
		assertThat(limit.standings(traffic.begin(this.request))).extracting(Standing::remaining)
			.as("after this request: half of 100, and 15 of 20 as before")
			.containsExactly(49L, 14L);
	}

	@Test
	void clientThatIsNoLongerTrustedPaysTwice() {
		RateLimit limit = new RateLimit(Plans.granting(Grant.of(TEN), "ip"), this.time,
				(inspection) -> Suspicion.TIGHTEN);
		Traffic traffic = new Traffic(limit, Policy.of(EnforcementMode.BLOCK));
		assertThat(traffic.admitted(this.request, 20)).isEqualTo(5);
	}

	private Traffic traffic(Grant grant) {
		return new Traffic(Plans.granting(grant, "ip"), this.time);
	}

}
