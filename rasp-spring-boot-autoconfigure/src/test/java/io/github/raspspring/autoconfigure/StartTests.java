package io.github.raspspring.autoconfigure;

import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.annotation.Configuration;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * What an application that did nothing wrong says of the starter when it starts.
 */
@ExtendWith(OutputCaptureExtension.class)
class StartTests {

	private static final int MOST_CHARACTERS = 200;

	@ParameterizedTest
	@ValueSource(strings = { "monitor", "block" })
	void startWhenApplicationIsPlainThenSaysOneShortLine(String mode, CapturedOutput output) {
		try (ConfigurableApplicationContext context = start("--rasp.mode=" + mode)) {
			assertThat(context.isRunning()).isTrue();
		}
		assertThat(ownLines(output)).singleElement()
			.satisfies((line) -> assertThat(line.substring(line.indexOf("RASP is active")))
				.matches("RASP is active: mode " + mode
						+ ", \\d+ detectors, \\d+ of \\d+ sinks judged, .*\\. More: /actuator/rasp, .*")
				.hasSizeLessThanOrEqualTo(MOST_CHARACTERS));
	}

	@Test
	void startWhenApplicationIsPlainThenWarnsOfNothing(CapturedOutput output) {
		start().close();
		assertThat(output.getAll().lines().filter((line) -> line.contains(" WARN ") || line.contains(" ERROR ")))
			.noneMatch((line) -> line.toLowerCase(Locale.ROOT).contains("rasp"));
	}

	@Test
	void startWhenLoggerIsAtDebugThenSaysTheRest(CapturedOutput output) {
		start("--logging.level.rasp=debug").close();
		assertThat(output.getAll().lines().filter((line) -> line.contains("DEBUG")))
			.anySatisfy((line) -> assertThat(line).contains("sql-injection", "by rasp.mode and rasp.routes",
					"Not judged before execution: "));
	}

	private static List<String> ownLines(CapturedOutput output) {
		return output.getAll().lines().filter((line) -> line.contains("RASP")).toList();
	}

	private static ConfigurableApplicationContext start(String... arguments) {
		return SpringApplication.run(PlainApplication.class,
				Stream.concat(Stream.of("--server.port=0"), Stream.of(arguments)).toArray(String[]::new));
	}

	@Configuration(proxyBeanMethods = false)
	@EnableAutoConfiguration
	static class PlainApplication {

	}

}
