package io.github.raspspring.autoconfigure.behavior;

import java.time.Duration;
import java.util.Map;

import io.github.raspspring.autoconfigure.behavior.Usage.Call;
import io.github.raspspring.engine.EnforcementMode;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * An endpoint that starts to answer otherwise than it did, and one that only has more to
 * do.
 */
class EndpointHealthTests {

	private final Usage usage = new Usage(EnforcementMode.MONITOR,
			Map.of("rasp.behavior.detectors.trend.mode", "off", "rasp.behavior.health.factor", "20"));

	@ParameterizedTest
	@CsvSource({ "500, 2000, failures", "404, 2000, denials", "200, 900000, times as large" })
	void endpointThatAnswersOtherwiseIsReportedWithWhoCausesIt(int status, long bytes, String detail) {
		traffic(20, 1, 200, 2000, 0);
		assertThat(this.usage.anomalies()).isEmpty();
		traffic(2, 1, status, bytes, 300);
		assertThat(this.usage.anomalies()).anySatisfy((anomaly) -> {
			assertThat(anomaly.source()).isEqualTo("health");
			assertThat(anomaly.target()).isEqualTo("GET /api/report");
			assertThat(anomaly.detail()).contains(detail);
			assertThat(anomaly.clients()).first().isEqualTo("subject:mallory");
		});
	}

	@ParameterizedTest
	@CsvSource({ "3000", "300", "20000" })
	void endpointThatTakesLongerIsReportedWithWhoCausesIt(long millis) {
		answers(20, 0, 0);
		assertThat(this.usage.anomalies()).isEmpty();
		answers(2, 300, millis);
		assertThat(this.usage.anomalies()).anySatisfy((anomaly) -> {
			assertThat(anomaly.target()).isEqualTo("GET /api/report");
			assertThat(anomaly.detail()).contains("times as long as usual");
			assertThat(anomaly.clients()).first().isEqualTo("subject:mallory");
		});
	}

	@ParameterizedTest
	@CsvSource({ "300, 6", "1, 60000", "20, 30" })
	void endpointThatTakesLittleLongerOrLongOnceIsUsual(int requests, long millis) {
		answers(20, 0, 0);
		answers(5, requests, millis);
		assertThat(this.usage.anomalies()).isEmpty();
	}

	/**
	 * Windows with a hundred requests that take some milliseconds, and some of one that
	 * take longer.
	 */
	private void answers(int windows, int ofOne, long millis) {
		for (int window = 0; window < windows; window++) {
			for (int i = 0; i < 100; i++) {
				this.usage.answer(report(200, 2000).as("user" + i % 30), Duration.ofMillis(3 + i % 4));
			}
			for (int i = 0; i < ofOne; i++) {
				this.usage.answer(report(200, 2000).as("mallory"), Duration.ofMillis(millis));
			}
			this.usage.pass(Duration.ofMinutes(5).plusSeconds(30));
		}
	}

	@Test
	void endpointThatHasMoreToDoIsUsual() {
		traffic(20, 1, 200, 2000, 0);
		traffic(10, 4, 200, 2100, 20);
		assertThat(this.usage.anomalies()).isEmpty();
	}

	@Test
	void fewRequestsTellNothing() {
		traffic(20, 1, 200, 2000, 0);
		this.usage.pass(Duration.ofMinutes(10));
		for (int i = 0; i < 20; i++) {
			this.usage.send(report(500, 2000).as("mallory"));
		}
		this.usage.pass(Duration.ofMinutes(10));
		assertThat(this.usage.anomalies()).isEmpty();
	}

	/**
	 * Windows of five minutes with a hundred requests of many, and some of one.
	 */
	private void traffic(int windows, int times, int status, long bytes, int ofOne) {
		for (int window = 0; window < windows; window++) {
			for (int i = 0; i < 100 * times; i++) {
				this.usage.send(report((i % 20 == 0) ? 404 : 200, 2000 + i % 7).as("user" + i % 30));
			}
			for (int i = 0; i < ofOne; i++) {
				this.usage.send(report(status, bytes).as("mallory"));
			}
			this.usage.pass(Duration.ofMinutes(5).plusSeconds(30));
		}
	}

	private static Call report(int status, long bytes) {
		return Call.get("/api/report", "/api/report", status).bytes(bytes);
	}

}
