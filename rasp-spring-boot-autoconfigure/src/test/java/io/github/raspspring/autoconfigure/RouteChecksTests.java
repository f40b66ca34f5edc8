package io.github.raspspring.autoconfigure;

import java.util.List;

import io.github.raspspring.autoconfigure.inspect.RaspInspectionAutoConfiguration;
import io.github.raspspring.engine.EnforcementMode;
import io.github.raspspring.engine.PolicyResolver;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.NullSource;
import org.junit.jupiter.params.provider.ValueSource;

import org.springframework.boot.autoconfigure.AutoConfigurations;
import org.springframework.boot.context.properties.source.InvalidConfigurationPropertyValueException;
import org.springframework.boot.test.context.runner.WebApplicationContextRunner;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

/**
 * What is written of routes takes effect, or stops the start.
 */
class RouteChecksTests {

	private final WebApplicationContextRunner contextRunner = new WebApplicationContextRunner()
		.withConfiguration(AutoConfigurations.of(RaspAutoConfiguration.class, RaspInspectionAutoConfiguration.class));

	@ParameterizedTest
	@ValueSource(strings = { "/**", "/api/**", "/api/books/{id}", "/api/books/{id:[0-9]+}", "/files/{*path}",
			"/api/v?/books", "/my files/a b", "/books/*.json", "/.well-known/**", "/a..b", "/",
			"/search/{q:.*\\?.*=.*}" })
	void patternWhenItCanMatchThenIsTaken(String pattern) {
		assertThat(RouteChecks.pattern("p", pattern).getPatternString()).isEqualTo(pattern);
	}

	@ParameterizedTest
	@NullSource
	@ValueSource(
			strings = { "", "api/**", "**", "*", "GET /api/**", "http://books.example/api", "/api/{", "/api//books",
					"/api/../admin", "/./api", "/api/..", "/my%20files/**", "/search?q=x", "/api/** ", " /api/**" })
	void patternWhenItMatchesNothingThenIsNamed(@Nullable String pattern) {
		assertThatExceptionOfType(InvalidConfigurationPropertyValueException.class)
			.isThrownBy(() -> RouteChecks.pattern("rasp.routes[0].pattern", pattern))
			.satisfies((failure) -> {
				assertThat(failure.getName()).isEqualTo("rasp.routes[0].pattern");
				assertThat(failure.getValue()).isEqualTo(pattern);
			});
	}

	@ParameterizedTest
	@ValueSource(
			strings = { "GET", "post", "Put", " DELETE ", "PATCH", "OPTIONS", "HEAD", "TRACE", "PROPFIND", "query" })
	void methodWhenItExistsThenIsTaken(String method) {
		assertThat(RouteChecks.methods("p", List.of(method))).containsExactly(method.strip().toUpperCase());
	}

	@ParameterizedTest
	@CsvSource({ "GTE, GET", "PSOT, POST", "DELTE, DELETE", "UPDTAE, UPDATE", "'GET POST', ''", "GET|POST, ''", "*, ''",
			"ALL, ''", "'', ''" })
	void methodWhenThereIsNoneThenIsNamed(String method, String nearest) {
		assertThatExceptionOfType(InvalidConfigurationPropertyValueException.class)
			.isThrownBy(() -> RouteChecks.methods("rasp.routes[0].methods", List.of(method)))
			.satisfies((failure) -> assertThat(failure.getReason()).startsWith("Name HTTP methods, such as POST.")
				.endsWith(nearest.isEmpty() ? "" : "did you mean " + nearest + "?"));
	}

	@ParameterizedTest
	@CsvSource({ "get, GET, BLOCK", "GET, HEAD, BLOCK", "'GET,POST', HEAD, BLOCK", "POST, HEAD, MONITOR",
			"GET, POST, MONITOR", "GET, OPTIONS, MONITOR", "HEAD, HEAD, BLOCK", "HEAD, GET, MONITOR", "'', HEAD, BLOCK",
			"PUT, PUT, BLOCK" })
	void routeOfGetIsAboutHeadToo(String methods, String method, EnforcementMode mode) {
		this.contextRunner
			.withPropertyValues("rasp.routes[0].pattern=/api/**", "rasp.routes[0].mode=block",
					"rasp.routes[0].methods=" + methods)
			.run((context) -> assertThat(context.getBean(PolicyResolver.class).resolve(method, "/api/books").mode())
				.isEqualTo(mode));
	}

	@ParameterizedTest
	@CsvSource(delimiter = '|',
			value = { "rasp.detectors.sql-sink.mode=monitor", "rasp.detectors.sql-injection.enabled=false",
					"rasp.detectors.token.mode=monitor", "rasp.detectors.value-reader.mode=monitor",
					"rasp.detectors.graphql-limits.mode=monitor", "rasp.detectors.client-score.mode=monitor",
					"rasp.detectors.header-sink.json-routes=monitor",
					"rasp.routes[0].excluded-detectors=sql-injection,sql-sink",
					"rasp.routes[0].excluded-detectors[0]=ssrf", "rasp.routes[0].id=books" })
	void nameWhenKnownThenStarts(String property) {
		this.contextRunner.withPropertyValues("rasp.routes[0].pattern=/api/**", property)
			.run((context) -> assertThat(context).hasNotFailed());
	}

	@ParameterizedTest
	@CsvSource(delimiter = '|',
			value = { "rasp.detectors.sqll-sink.mode=monitor|sql-sink",
					"rasp.detectors.sql-sinks.enabled=false|sql-sink", "rasp.detectors.process.mode=monitor|",
					"rasp.detectors.xss.enabled=false|", "rasp.detectors.sql-injecton.mode=monitor|sql-injection",
					"rasp.routes[0].excluded-detectors=sql-injectoin|sql-injection",
					"rasp.routes[0].excluded-detectors=ssrf,file-snik|file-sink",
					"rasp.routes[0].excluded-detectors[1]=cross-site-script|cross-site-scripting" })
	void nameWhenUnknownThenStopsTheStart(String property, @Nullable String nearest) {
		this.contextRunner
			.withPropertyValues("rasp.routes[0].pattern=/api/**", "rasp.routes[0].excluded-detectors[0]=ssrf", property)
			.run((context) -> assertThat(context).getFailure()
				.rootCause()
				.isInstanceOf(InvalidConfigurationPropertyValueException.class)
				.hasMessageContaining((nearest != null) ? "Did you mean " + nearest + "?" : "Known are: "));
	}

	@ParameterizedTest
	@CsvSource({ "books, orders, true", "books, , true", ", , true", "books, Books, true", "books, books, false",
			"default, orders, false", "' ', orders, false" })
	void idIsTheNameOfOneRoute(@Nullable String first, @Nullable String second, boolean starts) {
		WebApplicationContextRunner runner = this.contextRunner.withPropertyValues("rasp.routes[0].pattern=/api/**",
				"rasp.routes[1].pattern=/api/**", "rasp.routes[0].mode=block");
		runner = (first != null) ? runner.withPropertyValues("rasp.routes[0].id=" + first) : runner;
		runner = (second != null) ? runner.withPropertyValues("rasp.routes[1].id=" + second) : runner;
		runner.run((context) -> {
			if (starts) {
				assertThat(context).hasNotFailed();
			}
			else {
				assertThat(context).getFailure().rootCause().hasMessageContaining("Give each route a name of its own");
			}
		});
	}

}
