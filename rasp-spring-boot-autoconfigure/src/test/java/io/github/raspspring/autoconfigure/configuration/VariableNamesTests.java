package io.github.raspspring.autoconfigure.configuration;

import java.util.Map;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import org.springframework.core.env.StandardEnvironment;
import org.springframework.core.env.SystemEnvironmentPropertySource;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests for {@link VariableNames}.
 */
class VariableNamesTests {

	@ParameterizedTest
	@ValueSource(strings = { "RASP_MODE", "RASP_RATE_LIMIT_ENABLED", "RASP_RATELIMIT_PLANS_LOGIN_CAPACITY",
			"RASP_CLIENT_TRUSTEDPROXIES_0", "RASP_CLIENT_TRUSTED_PROXIES", "RASP_ROUTES_0_PATTERN",
			"RASP_ROUTES_0_EXCLUDED_DETECTORS_1", "RASPBERRY_MODE" })
	void gapsWhenVariableExistsThenNone(String variable) {
		assertThat(gaps(variable).gaps()).isEmpty();
	}

	@ParameterizedTest
	@CsvSource({ "RASP_MDOE, rasp.mode", "RASP_RATE_LIMT_ENABLED, rasp.rate-limit.enabled",
			"RASP_RATELIMIT_PLANS_LOGIN_CAPCITY, rasp.rate-limit.plans.login.capacity",
			"RASP_CLIENT_TRUSTED_PROXYS, rasp.client.trusted-proxies", "RASP_TOKEN_AUDIENCE, rasp.token.audiences",
			"RASP_TOKENS_AUDIENCES, rasp.token.audiences", "RASP_ROUTES_0_PATERN, rasp.routes[0].pattern",
			"RASP_FAILUREMODUS, rasp.failure-mode", "RASP_ROUTES_0_MOED, rasp.routes[0].mode",
			"RASP_TOKEN_ROUTES_1_METODS, rasp.token.routes[1].methods",
			"RASP_RESPONSE_APPLICATIONFILTER, rasp.response.application-filters",
			"RASP_CLIENT_SCORE_ENABELD, rasp.client.score.enabled",
			"RASP_SINKS_SQL_NEWSHAPE, rasp.sinks.sql.new-shapes", "RASP_STORE_TIMOUT, rasp.store.timeout" })
	void gapsWhenVariableIsMisspeltThenNamesNearest(String variable, String nearest) {
		assertThat(gaps(variable).gaps()).singleElement()
			.asString()
			.endsWith("which does not exist. Did you mean " + nearest + "?");
	}

	@ParameterizedTest
	@CsvSource({ "RASP_STORE_WHATEVER, rasp.store.type", "RASP_UNHEARDOF, rasp.mode",
			"RASP_CLIENT_SCORE_SOMETHINGELSE, rasp.client.score.enabled" })
	void gapsWhenNothingIsNearThenNamesWhatThereIs(String variable, @Nullable String sibling) {
		assertThat(gaps(variable).gaps()).singleElement().asString().contains("Known are ", sibling);
	}

	private static ConfigurationSection gaps(String variable) {
		StandardEnvironment environment = new StandardEnvironment();
		environment.getPropertySources().forEach((known) -> environment.getPropertySources().remove(known.getName()));
		environment.getPropertySources()
			.addFirst(new SystemEnvironmentPropertySource("systemEnvironment", Map.of(variable, "true")));
		return new ConfigurationSection(environment);
	}

}
