package io.github.raspspring.ratelimit;

import java.time.Duration;

import io.github.raspspring.engine.ClientScores;
import io.github.raspspring.engine.EnforcementMode;
import io.github.raspspring.engine.Policy;
import io.github.raspspring.ratelimit.Traffic.Request;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class KeyFloodTests {

	private static final int MAX_KEYS = 500;

	private final ManualTime time = new ManualTime();

	private final RateLimit limit = new RateLimit(Plans.withMaxKeys(Plans.perMinute(2, "ip"), MAX_KEYS), this.time,
			ClientScores.NONE);

	private final Traffic traffic = new Traffic(this.limit, Policy.of(EnforcementMode.BLOCK));

	@Test
	void floodOfNewKeysDoesNotFreeAnExhaustedOne() {
		assertThat(this.traffic.admitted(Request.from("9.9.9.9"), 5)).isEqualTo(2);
		flood(20 * MAX_KEYS);
		assertThat(this.traffic.admitted(Request.from("9.9.9.9"), 5)).isZero();
	}

	@Test
	void floodOfNewKeysStaysWithinBounds() {
		flood(20 * MAX_KEYS);
		assertThat(this.limit.size()).isEqualTo(MAX_KEYS);
		assertThat(this.limit.isFull()).isTrue();
	}

	@Test
	void floodOfNewKeysIsLimitedTogether() {
		// All of the flood beyond the bound shares 256 buckets of 2.
		assertThat(flood(20 * MAX_KEYS)).isBetween(MAX_KEYS + 1, MAX_KEYS + 256 * 2);
	}

	@Test
	void keysGoWhenTheirBucketsAreFullAgain() {
		flood(20 * MAX_KEYS);
		this.time.advance(Duration.ofMinutes(1).plusSeconds(1));
		assertThat(this.traffic.admitted(Request.from("9.9.9.9"), 5)).isEqualTo(2);
		assertThat(this.limit.size()).isEqualTo(1);
	}

	private int flood(int requests) {
		int admitted = 0;
		for (int i = 0; i < requests; i++) {
			admitted += this.traffic.admitted(Request.from("10." + (i >> 16) + "." + (i >> 8 & 255) + "." + (i & 255)),
					1);
		}
		return admitted;
	}

}
