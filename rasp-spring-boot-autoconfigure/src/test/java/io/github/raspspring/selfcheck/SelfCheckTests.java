package io.github.raspspring.selfcheck;

import java.util.ArrayList;
import java.util.List;

import io.github.raspspring.autoconfigure.RaspAutoConfiguration;
import io.github.raspspring.autoconfigure.inspect.RaspInspectionAutoConfiguration;
import io.github.raspspring.autoconfigure.selfcheck.RaspSelfCheckAutoConfiguration;
import io.github.raspspring.autoconfigure.sink.RaspSinkAutoConfiguration;
import io.github.raspspring.engine.ValueReader;
import io.github.raspspring.engine.event.EventQuery;
import io.github.raspspring.event.EventHistory;
import io.github.raspspring.selfcheck.Verdict.Result;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import org.springframework.boot.autoconfigure.AutoConfigurations;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.boot.test.context.runner.WebApplicationContextRunner;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.annotation.Configuration;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * What the application is configured with is tried, and what it would miss is told.
 */
class SelfCheckTests {

	private final WebApplicationContextRunner runner = new WebApplicationContextRunner()
		.withConfiguration(AutoConfigurations.of(RaspAutoConfiguration.class, RaspInspectionAutoConfiguration.class,
				RaspSinkAutoConfiguration.class, RaspSelfCheckAutoConfiguration.class))
		.withPropertyValues("rasp.self-check.enabled=true", "rasp.mode=block");

	@Test
	void everySampleIsRefusedWhereEverythingIsOn() {
		assertThat(verdicts()).hasSize(SampleRequest.all().size() + SampleCall.all().size())
			.allSatisfy((verdict) -> assertThat(verdict).extracting(Verdict::result, Verdict::reason)
				.containsExactly(Result.REFUSED, null));
	}

	@Test
	void everySampleIsWatchedInMonitor() {
		assertThat(verdicts("rasp.mode=monitor")).isNotEmpty().allSatisfy((verdict) -> {
			assertThat(verdict.result()).as(verdict.source()).isEqualTo(Result.WATCHED);
			assertThat(verdict.reason()).isEqualTo("The mode is monitor.");
		});
	}

	@ParameterizedTest
	@CsvSource(delimiter = '|',
			textBlock = """
					rasp.detectors.sql-injection.enabled=false                        | sql-injection | The detector is switched off.
					rasp.inspection.enabled=false                                     | ssrf          | The detector is switched off.
					rasp.sinks.enabled=false                                          | process-sink  | rasp.sinks.enabled is false.
					rasp.detectors.file-sink.enabled=false                            | file-sink     | The policy leaves it out.
					rasp.detectors.url-sink.enabled=false                             | url-sink      | The policy leaves it out.
					rasp.detectors.jndi-injection.enabled=false                       | jndi-injection| The detector is switched off.
					""")
	void tellsWhyASampleIsMissed(String property, String source, String reason) {
		assertThat(verdicts(property)).filteredOn((verdict) -> verdict.source().equals(source))
			.singleElement()
			.extracting(Verdict::result, Verdict::reason)
			.containsExactly(Result.MISSED, reason);
	}

	@ParameterizedTest
	@ValueSource(strings = { "rasp.detectors.sql-injection.mode=monitor", "rasp.detectors.sql-sink.mode=monitor",
			"rasp.detectors.cross-site-scripting.mode=monitor" })
	void tellsThatASampleIsWatchedOnly(String property) {
		String source = property.split("\\.")[2];
		assertThat(verdicts(property)).filteredOn((verdict) -> verdict.source().equals(source))
			.singleElement()
			.extracting(Verdict::result, Verdict::reason)
			.containsExactly(Result.WATCHED, "Its mode is monitor.");
	}

	@Test
	void triesEachPolicyThatIsNotOff() {
		List<Verdict> verdicts = verdicts("rasp.routes[0].id=open", "rasp.routes[0].pattern=/open/**",
				"rasp.routes[0].excluded-detectors=sql-sink", "rasp.routes[1].id=none",
				"rasp.routes[1].pattern=/none/**", "rasp.routes[1].mode=off");
		assertThat(verdicts.stream().map(Verdict::policy).distinct()).containsExactly("default", "open");
		assertThat(verdicts).filteredOn((verdict) -> verdict.result() == Result.MISSED)
			.singleElement()
			.extracting(Verdict::policy, Verdict::source)
			.containsExactly("open", "sql-sink");
	}

	@Test
	void tellsThatAReaderOfTheApplicationHidesValues() {
		this.runner.withBean(ValueReader.class, () -> (value, interest, visitor) -> {
		}).run((context) -> {
			SelfCheck check = context.getBean(SelfCheck.class);
			check.run();
			assertThat(check.gaps()).anySatisfy(
					(gap) -> assertThat(gap).contains("sql-injection").contains("Its judge does not see the sample."));
		});
	}

	@Test
	void leavesNoTrace() {
		this.runner.run((context) -> {
			context.getBean(SelfCheck.class).run();
			assertThat(context.getBean(EventHistory.class).find(EventQuery.latest(10)).events()).isEmpty();
		});
	}

	@ParameterizedTest
	@ValueSource(strings = { "--spring.main.lazy-initialization=false", "--spring.main.lazy-initialization=true" })
	void runsWhenTheApplicationStarts(String lazy) {
		try (ConfigurableApplicationContext context = new SpringApplicationBuilder(Application.class)
			.run("--server.port=0", "--rasp.mode=block", "--rasp.self-check.enabled=true", lazy)) {
			assertThat(context.getBean(SelfCheck.class).overview()).containsEntry("missed", 0L)
				.doesNotContainEntry("refused", 0L);
		}
	}

	@Test
	void isNotThereUnlessAskedFor() {
		this.runner.withPropertyValues("rasp.self-check.enabled=false")
			.run((context) -> assertThat(context).doesNotHaveBean(SelfCheck.class));
	}

	private List<Verdict> verdicts(String... properties) {
		List<Verdict> verdicts = new ArrayList<>();
		this.runner.withPropertyValues(properties).run((context) -> {
			SelfCheck check = context.getBean(SelfCheck.class);
			check.run();
			verdicts.addAll(check.verdicts());
		});
		return verdicts;
	}

	@Configuration(proxyBeanMethods = false)
	@EnableAutoConfiguration
	static class Application {

	}

}
