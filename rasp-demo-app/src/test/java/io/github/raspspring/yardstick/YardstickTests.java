package io.github.raspspring.yardstick;

import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Starts the sides that are compared and asks each for everything once, so that the
 * documented command keeps working.
 */
class YardstickTests {

	private static final String KEY = "--spring.security.oauth2.resourceserver.jwt.public-key-location=";

	@ParameterizedTest
	@CsvSource({ "false, false, 16", "true, false, 16", "false, true, 17", "true, true, 17" })
	void exchangeWhenHonestRequestOfEachWorkloadThenAnswered(boolean product, boolean security, int workloads)
			throws Exception {
		SignedToken token = SignedToken.create();
		List<String> arguments = new ArrayList<>();
		if (security) {
			arguments.add(KEY + token.keyLocation());
		}
		if (product) {
			arguments.add("--rasp.mode=block");
		}
		try (Side side = Side.start("tried", product, security, List.of(), arguments)) {
			List<Workload> all = Workloads.all(security ? token.compact() : null, true);
			assertThat(all).hasSize(workloads)
				.allSatisfy((workload) -> assertThat(answer(workload, 0, side)).as(workload.name()).isEqualTo(200))
				.allSatisfy((workload) -> assertThat(answer(workload, 7, side)).as(workload.name()).isEqualTo(200));
		}
	}

	@Test
	void askWhenStartedThenTellsTimeAndMemory() throws Exception {
		try (Side side = Side.start("asked", false, false, List.of(), List.of())) {
			Footprint footprint = Footprint.of(side, Duration.ofSeconds(3));
			assertThat(footprint.start()).hasSeconds(3);
			assertThat(footprint.heap()).isPositive();
			assertThat(footprint.classes()).isPositive();
		}
	}

	private static int answer(Workload workload, int number, Side side) throws IOException {
		try (Connection connection = new Connection(side.port())) {
			return connection.exchange(workload.request(number));
		}
	}

}
