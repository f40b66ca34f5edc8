package io.github.raspspring.autoconfigure.configuration;

import java.util.Map;
import java.util.stream.Stream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;

import org.springframework.boot.autoconfigure.AutoConfigurations;
import org.springframework.boot.context.properties.source.ConfigurationPropertyName;
import org.springframework.boot.context.properties.source.InvalidConfigurationPropertyValueException;
import org.springframework.boot.test.context.runner.WebApplicationContextRunner;
import org.springframework.core.env.MapPropertySource;
import org.springframework.core.env.PropertySource;
import org.springframework.core.env.StandardEnvironment;
import org.springframework.core.env.SystemEnvironmentPropertySource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

/**
 * A misspelt property is no silent gap in the protection.
 */
class ConfigurationSectionTests {

	static Stream<JsonNode> properties() throws Exception {
		return ConfigurationMetadataTests.properties();
	}

	@ParameterizedTest
	@CsvSource({ "rasp.mdoe, rasp.mode", "rasp.rate-limits.enabled, rasp.rate-limit.enabled",
			"rasp.client.trusted-proxy, rasp.client.trusted-proxies",
			"rasp.client.score.enable, rasp.client.score.enabled", "rasp.routes[0].patern, rasp.routes[0].pattern",
			"rasp.rate-limit.plans.login.capcity, rasp.rate-limit.plans.login.capacity",
			"rasp.rate-limit.plans.login.bandwidths[0].perod, rasp.rate-limit.plans.login.bandwidths[0].period",
			"rasp.detectors.sql-injection.enabeld, rasp.detectors.sql-injection.enabled",
			"rasp.tokens.audiences, rasp.token.audiences", "rasp.token.audience, rasp.token.audiences",
			"rasp.sinks.sql.enabled.x, ''", "rasp.unheard-of-thing, ''" })
	void unknownPropertyStopsTheStart(String name, String nearest) {
		assertThatExceptionOfType(InvalidConfigurationPropertyValueException.class)
			.isThrownBy(() -> section(new MapPropertySource("file", Map.of(name, "x"))))
			.satisfies((failure) -> {
				assertThat(failure.getName()).isEqualTo(name);
				assertThat(failure.getReason())
					.contains(nearest.isEmpty() ? "See docs/configuration.md" : "Did you mean " + nearest + "?");
			});
	}

	@ParameterizedTest
	@ValueSource(strings = { "rasp.mode", "rasp.failureMode", "rasp.FAILURE_MODE", "rasp.routes[0].methods[1]",
			"rasp.routes[7].excluded-parameters", "rasp.detectors.graphql-limits.enabled", "rasp.detectors.own.mode",
			"rasp.token.claims.email.type", "rasp.token.modes.too-long", "rasp.client.score.weights.injection",
			"rasp.rate-limit.plans.a.costs[0].patterns[0]", "rasp.client.lists.partners.file", "rasped.mode" })
	void knownPropertyIsKnown(String name) {
		assertThat(section(new MapPropertySource("file", Map.of(name, "true"))).gaps()).isEmpty();
	}

	@ParameterizedTest
	@MethodSource("properties")
	void propertyOfTheMetadataIsKnown(JsonNode property) {
		ConfigurationPropertyName name = ConfigurationPropertyName.of(property.get("name").asString());
		assertThat(PropertyNames.contains(name, false)).isTrue();
	}

	@Test
	void environmentVariableIsWarnedOfOnly() {
		ConfigurationSection section = section(new SystemEnvironmentPropertySource("systemEnvironment",
				Map.of("RASP_MDOE", "block", "RASP_RATE_LIMIT_ENABLED", "true", "RASP_RATELIMIT_PLANS_A_MAXKEYS", "1",
						"RASP_CLIENT_TRUSTED_PROXIES_0", "::1", "RASP_STORE_REDIS_URL", "x")));
		assertThat(section.gaps())
			.containsExactly("An environment variable sets rasp.mdoe, which does not exist. Did you mean rasp.mode?");
	}

	@ParameterizedTest
	@CsvSource({ "rasp.enabled, ture", "rasp.client.score.enabled, yes", "rasp.token.enabled, 1" })
	void switchThatIsNeitherOnNorOffStopsTheStart(String name, String value) {
		assertThatExceptionOfType(InvalidConfigurationPropertyValueException.class)
			.isThrownBy(() -> section(new MapPropertySource("file", Map.of(name, value))))
			.satisfies((failure) -> assertThat(failure.getReason()).isEqualTo("Use true or false."));
	}

	@ParameterizedTest
	@CsvSource({ "rasp.rate-limit.plans.login.period, 60", "rasp.store.timeout, 50",
			"rasp.rate-limit.plans.login.bandwidths[1].period, 3600", "rasp.client.score.half-life, 10" })
	void timeWithoutUnitStopsTheStart(String name, String value) {
		assertThatExceptionOfType(InvalidConfigurationPropertyValueException.class)
			.isThrownBy(() -> section(new MapPropertySource("file", Map.of(name, value))))
			.satisfies((failure) -> assertThat(failure.getReason()).startsWith("Name the unit of the time"));
		assertThat(section(new MapPropertySource("file", Map.of(name, value + "s"))).gaps()).isEmpty();
	}

	@Test
	void whatIsSwitchedOffIsNotLookedThrough() {
		assertThat(section(new MapPropertySource("file", Map.of("rasp.enabled", "false", "rasp.mdoe", "x"))).gaps())
			.isEmpty();
	}

	@Test
	void contextWithMisspeltPropertyDoesNotStart() {
		new WebApplicationContextRunner()
			.withConfiguration(AutoConfigurations.of(RaspConfigurationAutoConfiguration.class))
			.withPropertyValues("rasp.mdoe=block")
			.run((context) -> assertThat(context).getFailure()
				.rootCause()
				.isInstanceOf(InvalidConfigurationPropertyValueException.class));
	}

	private static ConfigurationSection section(PropertySource<?> source) {
		StandardEnvironment environment = new StandardEnvironment();
		environment.getPropertySources().forEach((known) -> environment.getPropertySources().remove(known.getName()));
		environment.getPropertySources().addFirst(source);
		return new ConfigurationSection(environment);
	}

}
