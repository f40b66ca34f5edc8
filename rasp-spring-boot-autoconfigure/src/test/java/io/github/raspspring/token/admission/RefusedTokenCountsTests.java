package io.github.raspspring.token.admission;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;

import io.github.raspspring.token.admission.RefusedTokenCounts.Ticket;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests for {@link RefusedTokenCounts}.
 */
class RefusedTokenCountsTests {

	private final AtomicLong nanos = new AtomicLong();

	private final RefusedTokenCounts counts = new RefusedTokenCounts(3, 100, this.nanos::get);

	@Test
	void beginWhenTokensAreRefusedThenCapped() {
		assertThat(settle(3, true)).isEqualTo(3);
		assertThat(this.counts.begin("a")).isNull();
		assertThat(this.counts.begin("b")).isNotNull();
	}

	@Test
	void beginWhenMinuteIsOverThenGrantedAgain() {
		settle(3, true);
		this.nanos.addAndGet(Duration.ofSeconds(61).toNanos());
		assertThat(this.counts.begin("a")).isNotNull();
	}

	@Test
	void beginWhenTokensAreGoodThenCostNothing() {
		assertThat(settle(1000, false)).isEqualTo(1000);
	}

	@Test
	void beginWhenManyGoodOnesAreUnderVerificationThenNoneIsTurnedAway() {
		List<Ticket> running = begin(30);
		assertThat(running).doesNotContainNull();
		running.forEach((ticket) -> ticket.settle(false));
		assertThat(begin(30)).doesNotContainNull();
	}

	@Test
	void beginWhenFloodIsUnderVerificationThenIsBounded() {
		List<Ticket> running = begin(31);
		assertThat(running.get(30)).isNull();
		running.subList(0, 30).forEach((ticket) -> ticket.settle(true));
		assertThat(this.counts.begin("a")).isNull();
	}

	@Test
	void beginWhenLimitIsReachedThenATrickleIsVerified() {
		settle(3, true);
		assertThat(this.counts.begin("a")).isNull();
		for (int i = 0; i < 2; i++) {
			this.nanos.addAndGet(Duration.ofSeconds(19).toNanos());
			assertThat(this.counts.begin("a")).isNull();
			this.nanos.addAndGet(Duration.ofSeconds(2).toNanos());
			assertThat(settle(5, true)).isEqualTo(1);
		}
	}

	@Test
	void beginWhenFloodIsUnderVerificationThenATricklePassesIt() {
		begin(30);
		assertThat(this.counts.begin("a")).isNull();
		this.nanos.addAndGet(Duration.ofSeconds(21).toNanos());
		assertThat(begin(2)).satisfiesExactly((first) -> assertThat(first).isNotNull(),
				(second) -> assertThat(second).isNull());
	}

	@Test
	void settleWhenRepeatedThenCountsOnce() {
		Ticket ticket = begin(1).get(0);
		ticket.settle(false);
		ticket.settle(true);
		assertThat(settle(3, true)).isEqualTo(3);
	}

	private int settle(int times, boolean refused) {
		int taken = 0;
		for (int i = 0; i < times; i++) {
			Ticket ticket = this.counts.begin("a");
			if (ticket != null) {
				ticket.settle(refused);
				taken++;
			}
		}
		return taken;
	}

	private List<Ticket> begin(int times) {
		List<Ticket> tickets = new ArrayList<>();
		for (int i = 0; i < times; i++) {
			tickets.add(this.counts.begin("a"));
		}
		return tickets;
	}

}
