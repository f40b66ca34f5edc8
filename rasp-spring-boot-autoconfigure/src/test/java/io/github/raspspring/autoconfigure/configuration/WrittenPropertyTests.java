package io.github.raspspring.autoconfigure.configuration;

import java.util.HashMap;
import java.util.Map;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import org.springframework.boot.context.properties.source.InvalidConfigurationPropertyValueException;
import org.springframework.boot.diagnostics.FailureAnalysis;
import org.springframework.boot.env.OriginTrackedMapPropertySource;
import org.springframework.boot.origin.OriginTrackedValue;
import org.springframework.boot.origin.TextResourceOrigin;
import org.springframework.boot.origin.TextResourceOrigin.Location;
import org.springframework.core.env.StandardEnvironment;
import org.springframework.core.io.ClassPathResource;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Messages show what is written, and where.
 */
class WrittenPropertyTests {

	private final Map<String, Object> file = new HashMap<>();

	@ParameterizedTest
	@CsvSource(delimiter = '|', nullValues = "null",
			value = { "rasp.routes[0].pattern|api/**|rasp.routes[0].pattern|api/**",
					"rasp.token.maximum-lifetime|1d|rasp.token.maximum-lifetime|PT24H",
					"rasp.routes[0].methods|GET,PSOT|rasp.routes[0].methods|PSOT",
					"rasp.routes[0].methods[0]|PSOT|rasp.routes[0].methods|PSOT",
					"rasp.token.maximumLifetime|0s|rasp.token.maximum-lifetime|PT0S",
					"rasp.RATE_LIMIT.plans.a.capacity|0|rasp.rate-limit.plans.a.capacity|0",
					"rasp.rate-limit.plans.a.key[0]|nobody|rasp.rate-limit.plans.a.key[0]|nobody",
					"rasp.rate-limit.plans.a.key|ip,nobody|rasp.rate-limit.plans.a.key[1]|nobody",
					"rasp.rate-limit.plans.a.patterns|login|rasp.rate-limit.plans.a.patterns[0]|login",
					"rasp.client.trustedProxies|10.0.0.0/33, ::1|rasp.client.trusted-proxies[0]|10.0.0.0/33",
					"rasp.store.redis.url|${REDIS}|rasp.store.redis.url|redis" })
	void analyzeThenShowsValueAsWrittenAndOrigin(String written, String value, String name, @Nullable String read) {
		write(written, value, 7);
		assertThat(analyze(name, read)).contains("Property: " + name, "Value: \"" + value + '"', "application.yml")
			.contains(" - 7:3");
	}

	@Test
	void analyzeWhenElementIsWrongThenShowsIt() {
		write("rasp.routes[0].methods[0]", "GET", 7);
		write("rasp.routes[0].methods[1]", "PSOT", 8);
		assertThat(analyze("rasp.routes[0].methods", "PSOT")).contains("Value: \"PSOT\"", " - 8:3");
	}

	@Test
	void analyzeWhenNothingIsWrittenThenShowsTheNeighbor() {
		write("rasp.routes[0].mode", "block", 7);
		assertThat(analyze("rasp.routes[0].pattern", null)).contains("Value: not set", " - 7:3");
	}

	@Test
	void analyzeWhenNobodyKnowsThenShowsWhatWasRead() {
		assertThat(analyze("rasp.mode", "loud")).contains("Value: \"loud\"").doesNotContain("Origin");
	}

	@ParameterizedTest
	@CsvSource({ "redis://rasp:hunter2@cache:6379, redis://***@cache:6379", "redis://:hunter2@cache, redis://***@cache",
			"redis://cache:6379/0, redis://cache:6379/0" })
	void analyzeThenHidesSecrets(String url, String shown) {
		write("rasp.store.redis.url", url, 7);
		assertThat(analyze("rasp.store.redis.url", url)).contains('"' + shown + '"').doesNotContain("hunter2");
	}

	private void write(String name, String value, int line) {
		this.file.put(name, OriginTrackedValue.of(value,
				new TextResourceOrigin(new ClassPathResource("application.yml"), new Location(line - 1, 2))));
	}

	private String analyze(String name, @Nullable String value) {
		StandardEnvironment environment = new StandardEnvironment();
		environment.getPropertySources().addFirst(new OriginTrackedMapPropertySource("file", this.file));
		FailureAnalysis analysis = new RaspConfigurationFailureAnalyzer(environment)
			.analyze(new InvalidConfigurationPropertyValueException(name, value, "Mend it."));
		assertThat(analysis).isNotNull();
		return analysis.getDescription();
	}

}
