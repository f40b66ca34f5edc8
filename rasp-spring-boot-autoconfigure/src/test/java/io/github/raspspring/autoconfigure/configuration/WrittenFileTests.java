package io.github.raspspring.autoconfigure.configuration;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.atomic.AtomicReference;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.boot.context.event.ApplicationEnvironmentPreparedEvent;
import org.springframework.boot.diagnostics.FailureAnalysis;
import org.springframework.context.ApplicationListener;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.env.Environment;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Whatever is wrong in a file stops the start with the property, the value as it is
 * written, the file and the line.
 */
class WrittenFileTests {

	@TempDir
	private Path folder;

	@ParameterizedTest
	@CsvSource(delimiter = '|', quoteCharacter = '~',
			value = { "mode: block", "routes:#  - pattern: /api/**#    mode: block",
					"routes:#  - pattern: /api/**#    methods: GET,post#    excluded-detectors: sql-injection",
					"routes:#  - id: a#    pattern: /a/**#  - id: b#    pattern: /b/**",
					"detectors:#  sql-sink:#    mode: monitor", "token:#  maximum-lifetime: 1d#  clock-skew: 0s",
					"rate-limit:#  plans:#    login:#      capacity: 5#      period: 1m#      patterns: /login",
					"client:#  trusted-proxies: 10.0.0.0/8, ::1" })
	void startWhenFileIsRightThenStarts(String yaml) throws Exception {
		assertThat(start("application.yml", yaml)).isNull();
	}

	@ParameterizedTest
	@CsvSource(delimiter = '|', quoteCharacter = '~', value = { "block-score: -1 | 2 | rasp.block-score | -1",
			"mdoe: block | 2 | rasp.mdoe | block",
			"routes:#  - pattern: api/**#    mode: block | 3 | rasp.routes[0].pattern | api/**",
			"routes:#  - pattern: /a#  - pattern: '*' | 4 | rasp.routes[1].pattern | *",
			"routes:#  - mode: block | 3 | rasp.routes[0].pattern | not set",
			"routes:#  - pattern: /a#    methods: GTE | 4 | rasp.routes[0].methods | GTE",
			"routes:#  - pattern: /a#    methods:#      - GET#      - PSOT | 6 | rasp.routes[0].methods | PSOT",
			"routes:#  - pattern: /a#    metods: GET | 4 | rasp.routes[0].metods | GET",
			"routes:#  - pattern: /a#    excluded-detectors: sqll-sink | 4 | rasp.routes[0].excluded-detectors | sqll-sink",
			"routes:#  - pattern: /a#    id: x#  - pattern: /b#    id: x | 6 | rasp.routes[1].id | x",
			"detectors:#  sqll-sink:#    mode: monitor | 4 | rasp.detectors.sqll-sink | monitor",
			"rate-limit:#  plans:#    a:#      capacity: 0#      period: 1m | 5 | rasp.rate-limit.plans.a.capacity | 0",
			"rate-limit:#  plans:#    a:#      capacity: 5#      period: 1m#      patterns: login | 7 | rasp.rate-limit.plans.a.patterns | login",
			"rate-limit:#  plans:#    a:#      capacity: 5#      period: 1m#      methods: GTE | 7 | rasp.rate-limit.plans.a.methods | GTE",
			"rate-limit:#  plans:#    a:#      capacity: 5#      period: 1m#      key: nobody | 7 | rasp.rate-limit.plans.a.key | nobody",
			"token:#  routes:#    - pattern: api | 4 | rasp.token.routes[0].pattern | api",
			"token:#  routes:#    - pattern: /api#      methods: GTE | 5 | rasp.token.routes[0].methods | GTE",
			"client:#  trusted-proxies: 10.0.0.0/33 | 3 | rasp.client.trusted-proxies | 10.0.0.0/33",
			"client:#  trusted-proxies:#    - 10.0.0.0/8#    - proxy | 5 | rasp.client.trusted-proxies | proxy",
			"client:#  lists:#    bad:#      file: /no/such/file#      action: block | 5 | rasp.client.lists.bad.file | /no/such/file" })
	void startWhenFileIsWrongThenIsToldWhere(String yaml, int line, String property, String value) throws Exception {
		FailureAnalysis analysis = start("application.yml", yaml);
		assertThat(analysis).isNotNull();
		assertThat(analysis.getDescription())
			.contains("Property: " + property, value, "application.yml", " - " + line + ":")
			.doesNotContain("Exception", "io.github");
		assertThat(analysis.getAction()).isNotBlank();
	}

	@ParameterizedTest
	@CsvSource(delimiter = '|', value = { "rasp.mode=loud|1|rasp.mode|loud",
			"rasp.enabled=true#rasp.routes[0].pattern=api|2|rasp.routes[0].pattern|api",
			"rasp.routes[0].pattern=/a#rasp.routes[0].methods=GET,PSOT|2|rasp.routes[0].methods|PSOT",
			"#rasp.detectors.xss.mode=block|2|rasp.detectors.xss|block",
			"rasp.token.maximumLifetime=0s|1|rasp.token.maximum-lifetime|0s",
			"rasp.routes[0].pattern=/a#rasp.routes[0].id=x#rasp.routes[1].pattern=/b#rasp.routes[1].id=x|4|rasp.routes[1].id|x" })
	void startWhenPropertiesAreWrongThenIsToldWhere(String text, int line, String property, String value)
			throws Exception {
		FailureAnalysis analysis = start("application.properties", text);
		assertThat(analysis).isNotNull();
		assertThat(analysis.getDescription()).contains("Property: " + property, value, "application.properties",
				" - " + line + ":");
	}

	private @Nullable FailureAnalysis start(String name, String text) throws IOException {
		Path file = this.folder.resolve(name);
		String lines = text.replace('#', '\n');
		Files.writeString(file, name.endsWith("yml") ? "rasp:\n  " + lines.replace("\n", "\n  ") + '\n' : lines);
		AtomicReference<Environment> environment = new AtomicReference<>();
		ApplicationListener<ApplicationEnvironmentPreparedEvent> listener = (event) -> environment
			.set(event.getEnvironment());
		try {
			new SpringApplicationBuilder(Application.class).listeners(listener)
				.properties("server.port=0", "spring.main.banner-mode=off", "spring.config.location=file:" + file)
				.run()
				.close();
			return null;
		}
		catch (RuntimeException ex) {
			return new RaspConfigurationFailureAnalyzer(environment.get()).analyze(ex);
		}
	}

	@Configuration(proxyBeanMethods = false)
	@EnableAutoConfiguration
	static class Application {

	}

}
