package io.github.raspspring.autoconfigure.configuration;

import java.util.Objects;

import io.github.raspspring.autoconfigure.RaspAutoConfiguration;
import io.github.raspspring.autoconfigure.client.RaspClientAutoConfiguration;
import io.github.raspspring.autoconfigure.inspect.RaspInspectionAutoConfiguration;
import io.github.raspspring.autoconfigure.ratelimit.RaspRateLimitAutoConfiguration;
import io.github.raspspring.autoconfigure.store.RaspStoreAutoConfiguration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import org.springframework.boot.autoconfigure.AutoConfigurations;
import org.springframework.boot.diagnostics.FailureAnalysis;
import org.springframework.boot.diagnostics.FailureAnalyzer;
import org.springframework.boot.test.context.runner.WebApplicationContextRunner;
import org.springframework.core.io.support.SpringFactoriesLoader;

import static org.assertj.core.api.Assertions.assertThat;

class RaspConfigurationFailureAnalyzerTests {

	private final WebApplicationContextRunner contextRunner = new WebApplicationContextRunner()
		.withConfiguration(AutoConfigurations.of(RaspConfigurationAutoConfiguration.class, RaspAutoConfiguration.class,
				RaspInspectionAutoConfiguration.class, RaspStoreAutoConfiguration.class,
				RaspClientAutoConfiguration.class, RaspRateLimitAutoConfiguration.class));

	@ParameterizedTest
	@CsvSource(delimiter = '|',
			value = { "rasp.block-score|-1|Set it to 1 or more; 5 refuses strong findings, 9 certain ones only.",
					"rasp.mode|loud|Use one of off, monitor, block.",
					"rasp.store.timeout|soon|Use a time with its unit, such as 500ms, 15m or 24h.",
					"rasp.store.type|mongo|Use one of local, redis.", "rasp.block-score|many|Use a whole number.",
					"rasp.enabled|maybe|Use true or false.",
					"rasp.mdoe|block|There is no such property. Did you mean rasp.mode?",
					"rasp.inspection.max-body-size|big|Use a size with its unit, such as 64KB or 8MB.",
					"rasp.rate-limit.plans.a.capacity|0|Set how many requests are granted, at least 1." })
	void failureNamesPropertyValueAndMend(String property, String value, String mend) {
		this.contextRunner.withPropertyValues(property + '=' + value).run((context) -> {
			FailureAnalysis analysis = Objects
				.requireNonNull(analyzer().analyze(Objects.requireNonNull(context.getStartupFailure())));
			assertThat(analysis.getDescription()).contains("Property: " + property, '"' + value + '"', mend)
				.doesNotContain("Exception", "io.github", "org.springframework");
			assertThat(analysis.getAction()).isEqualTo(mend);
		});
	}

	@Test
	void failureOfOthersIsLeftToOthers() {
		assertThat(analyzer().analyze(new IllegalStateException("else"))).isNull();
	}

	private static FailureAnalyzer analyzer() {
		return SpringFactoriesLoader.forDefaultResourceLocation()
			.load(FailureAnalyzer.class, (factory, name, failure) -> {
			})
			.stream()
			.filter(RaspConfigurationFailureAnalyzer.class::isInstance)
			.findFirst()
			.orElseThrow();
	}

}
