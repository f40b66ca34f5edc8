package io.github.raspspring.carrier.jvm;

import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

import io.github.raspspring.autoconfigure.sink.RaspSinksProperties;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.context.properties.source.InvalidConfigurationPropertyValueException;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * What the application as a whole may start, write and reach.
 */
class ApplicationLimitTests {

	private static final Map<String, List<String>> LINES = new ConcurrentHashMap<>();

	private final ApplicationContextRunner application = new ApplicationContextRunner()
		.withUserConfiguration(Limits.class);

	@ParameterizedTest
	@CsvSource({ "program", "program by its path", "file", "read elsewhere", "host" })
	void callWhenItIsAllowedThenRuns(String call) {
		assertThat(outcome("BLOCK", call)).isEqualTo("ran ran ran");
	}

	@ParameterizedTest
	@CsvSource({ "other program", "same name elsewhere", "file elsewhere", "file that climbs", "file behind a link",
			"deletion elsewhere", "other host", "address" })
	void callWhenItIsNotAllowedThenIsRefusedWithAndWithoutRequest(String call) {
		assertThat(outcome("BLOCK", call)).isEqualTo("refused refused refused");
		assertThat(outcome("MONITOR", call)).isEqualTo("ran ran ran");
	}

	@Test
	void eventsWhenCallIsRepeatedOutsideOfRequestsThenIsToldOnce() {
		assertThat(lines("BLOCK")).contains("> counted 8", "> events 16 program-not-allowed");
	}

	@ParameterizedTest
	@CsvSource(value = { "process.allowed-programs | convert,a*", "process.allowed-programs | /usr/bin/*",
			"file.writable-folders | data", "file.writable-folders | ../data", "http.reachable-hosts | *",
			"http.reachable-hosts | a/b" }, delimiter = '|')
	void startWhenListHasABadValueThenFailsWithItsName(String property, String value) {
		this.application.withPropertyValues("rasp.sinks." + property + "=" + value)
			.run((context) -> assertThat(context).getFailure()
				.rootCause()
				.isInstanceOfSatisfying(InvalidConfigurationPropertyValueException.class, (ex) -> {
					assertThat(ex.getName()).isEqualTo("rasp.sinks." + property);
					assertThat(ex.getReason()).startsWith("Give ");
				}));
	}

	@Test
	void limitsWhenNothingIsConfiguredThenThereAreNone() {
		this.application.run((context) -> assertThat(context.getBean(List.class)).isEmpty());
	}

	@Test
	void limitsWhenListsAreConfiguredThenThereIsOneForEach() {
		this.application.withPropertyValues("rasp.sinks.process.allowed-programs=convert",
				"rasp.sinks.file.writable-folders=/var/lib/shop,/tmp", "rasp.sinks.http.reachable-hosts=db,10.0.0.7")
			.run((context) -> assertThat(context.getBean(List.class)).hasSize(3));
	}

	private static String outcome(String mode, String call) {
		String start = "> " + call + "\t";
		return lines(mode).stream()
			.filter((line) -> line.startsWith(start))
			.findFirst()
			.map((line) -> line.substring(start.length()))
			.orElseThrow(() -> new AssertionError(String.join("\n", lines(mode))));
	}

	private static List<String> lines(String mode) {
		return LINES.computeIfAbsent(mode, (key) -> {
			try {
				return ForkedJvm.hooked(List.of(), LimitProbe.class, key);
			}
			catch (Exception ex) {
				throw new AssertionError(ex);
			}
		});
	}

	@Configuration(proxyBeanMethods = false)
	@EnableConfigurationProperties(RaspSinksProperties.class)
	static class Limits {

		@Bean
		List<?> limits(RaspSinksProperties properties) {
			return properties.limits();
		}

	}

}
