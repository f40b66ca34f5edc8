package io.github.raspspring.autoconfigure.event;

import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;

import io.github.raspspring.autoconfigure.RaspAutoConfiguration;
import io.github.raspspring.event.EventHistory;
import io.github.raspspring.event.evidence.KeptValues;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import org.springframework.boot.autoconfigure.AutoConfigurations;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.test.context.runner.WebApplicationContextRunner;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Values are kept by configuration that has an end, and that the audit trail tells of.
 */
class EvidencePropertiesTests {

	private final WebApplicationContextRunner runner = new WebApplicationContextRunner()
		.withBean(Clock.class, () -> Clock.fixed(Instant.parse("2026-11-29T12:00:00Z"), ZoneOffset.UTC))
		.withConfiguration(AutoConfigurations.of(RaspAutoConfiguration.class, RaspReportAutoConfiguration.class));

	@ParameterizedTest
	@CsvSource({ "until=, until", "until=tomorrow, until", "until=2027-03-15, until",
			"until=2026-12-31|form=encrypted, form", "until=2026-12-31|form=clear|pattern=/a/{b, pattern" })
	void badWishStopsTheStart(String properties, String named) {
		WebApplicationContextRunner prepared = this.runner
			.withPropertyValues("rasp.evidence.keep[0].detector=sql-injection");
		for (String property : properties.split("\\|")) {
			prepared = prepared.withPropertyValues("rasp.evidence.keep[0]." + property);
		}
		prepared.run((context) -> assertThat(context).getFailure()
			.rootCause()
			.hasMessageContaining("rasp.evidence.keep[0]." + named));
	}

	@Test
	void wishForEverythingStopsTheStart() {
		this.runner.withPropertyValues("rasp.evidence.keep[0].until=2026-12-31")
			.run((context) -> assertThat(context).getFailure().rootCause().hasMessageContaining("pattern"));
	}

	@Test
	void badKeyStopsTheStartAndIsNotShown() {
		this.runner
			.withPropertyValues("rasp.evidence.key=c2hvcnQ=", "rasp.evidence.keep[0].detector=sql-injection",
					"rasp.evidence.keep[0].until=2026-12-31")
			.run((context) -> assertThat(context).getFailure()
				.rootCause()
				.hasMessageContaining("rasp.evidence.key")
				.hasMessageNotContaining("c2hvcnQ"));
	}

	@Test
	void wishIsToldInTheAuditTrailAndEnds() {
		this.runner
			.withPropertyValues("rasp.evidence.keep[0].pattern=/books/**", "rasp.evidence.keep[0].form=clear",
					"rasp.evidence.keep[0].until=2026-12-01", "rasp.evidence.keep[1].detector=sql-injection",
					"rasp.evidence.keep[1].form=clear", "rasp.evidence.keep[1].until=2026-11-01")
			.run((context) -> {
				context.publishEvent(new ApplicationReadyEvent(new SpringApplication(), new String[0], context, null));
				assertThat(context.getBean(EventHistory.class).latest()).singleElement()
					.satisfies((event) -> assertThat(event.toString()).contains("keep-evidence", "/books/**",
							"clear until 2026-12-02T00:00:00Z"));
				assertThat(context.getBean(KeptValues.class).gaps()).singleElement()
					.satisfies((gap) -> assertThat(gap).contains("sql-injection", "has ended"));
			});
	}

}
