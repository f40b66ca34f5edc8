package io.github.raspspring.demo;

import java.util.Locale;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import org.springframework.boot.SpringApplication;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.context.ConfigurableApplicationContext;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatException;

/**
 * What is said at the start, and what stops it.
 */
@ExtendWith(OutputCaptureExtension.class)
class StartTests {

	@Test
	void startWhenConfiguredThenSaysWhatIsActive(CapturedOutput output) {
		try (ConfigurableApplicationContext context = start("--rasp.mode=block")) {
			assertThat(context.isRunning()).isTrue();
			assertThat(output.getOut().lines().filter((line) -> line.contains("RASP"))).hasSize(1)
				.allSatisfy((line) -> assertThat(line).containsIgnoringCase("block"));
		}
	}

	@Test
	void startWhenNothingIsWrongThenWarnsOfNothing(CapturedOutput output) {
		start("--rasp.mode=monitor").close();
		assertThat(output.getAll().lines().filter((line) -> line.contains(" WARN ") || line.contains(" ERROR ")))
			.noneMatch((line) -> line.toLowerCase(Locale.ROOT).contains("rasp"));
	}

	@ParameterizedTest
	@CsvSource({ "rasp.mode,loud", "rasp.block-score,-1", "rasp.events.history-size,0",
			"rasp.rate-limit.plans.login.capacity,-10", "rasp.routes[0].pattern,/api/{broken",
			"rasp.detectors.sql-injection.mode,loud", "rasp.failure-mode,sometimes" })
	void startWhenPropertyIsBadThenStopsAndNamesIt(String property, String value, CapturedOutput output) {
		assertThatException().isThrownBy(() -> start("--" + property + "=" + value).close());
		assertThat(output.getAll()).contains("APPLICATION FAILED TO START").contains(property).contains(value);
	}

	private static ConfigurableApplicationContext start(String argument) {
		SpringApplication application = BookshopApplication.application();
		return application.run("--server.port=0", argument);
	}

}
