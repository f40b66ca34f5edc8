package io.github.raspspring.autoconfigure.behavior;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.function.IntFunction;

import io.github.raspspring.autoconfigure.behavior.Usage.Call;
import io.github.raspspring.engine.EnforcementMode;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * What many do at once, each of them too little to be seen, and what only looks so.
 */
class TrendTests {

	private final Usage usage = new Usage(EnforcementMode.BLOCK, Map.of());

	/**
	 * What many do.
	 */
	enum Work {

		LOGINS((i) -> Call.login("victim" + i, false)), TOKENS((i) -> Call.get("/a", "/a", 200).token("forged" + i)),
		PATHS((i) -> Call.get("/x" + i, "/**", 404)), DENIED((i) -> Call.get("/o/" + i, "/o/{id}", 403).as("user" + i)),
		MISSING((i) -> Call.get("/o/" + i, "/o/{id}", 404)), ERRORS((i) -> Call.get("/a", "/a", 500));

		private final IntFunction<Call> script;

		Work(IntFunction<Call> script) {
			this.script = script;
		}

		Call call(int i) {
			return this.script.apply(i).from("198." + i / 250 % 250 + "." + i % 250 + ".1");
		}

	}

	@ParameterizedTest
	@EnumSource
	void whatManyDoIsReportedAndNobodyIsRefused(Work work) {
		minutes(work, 30, 2);
		assertThat(this.usage.anomalies()).isEmpty();
		assertThat(minutes(work, 3, 80)).isZero();
		assertThat(this.usage.anomalies()).isNotEmpty().allSatisfy((anomaly) -> {
			assertThat(anomaly.source()).isEqualTo("trend");
			assertThat(anomaly.clients()).isNotEmpty();
		});
	}

	@ParameterizedTest
	@EnumSource
	void whatIsAsEverOrRareOrGrowsSlowlyIsUsual(Work work) {
		minutes(work, 60, 20);
		for (int more = 0; more < 10; more++) {
			minutes(work, 20, 20 + more);
		}
		minutes(Work.values()[(work.ordinal() + 1) % Work.values().length], 2, 8);
		assertThat(this.usage.anomalies()).isEmpty();
	}

	@Test
	void trendThatIsOffReportsNothing() {
		Usage silent = new Usage(EnforcementMode.BLOCK, Map.of("rasp.behavior.detectors.trend.mode", "off"));
		for (int i = 0; i < 400; i++) {
			silent.pass(Duration.ofMillis((i < 60) ? 30_000 : 500));
			silent.send(Work.LOGINS.call(i));
		}
		assertThat(silent.anomalies()).isEqualTo(List.of());
	}

	private int minutes(Work work, int minutes, int each) {
		int refused = 0;
		for (int i = 0; i < minutes * each; i++) {
			this.usage.pass(Duration.ofMillis(60_000 / each));
			refused += Usage.isServed(this.usage.send(work.call(7919 * minutes + i))) ? 0 : 1;
		}
		return refused;
	}

}
