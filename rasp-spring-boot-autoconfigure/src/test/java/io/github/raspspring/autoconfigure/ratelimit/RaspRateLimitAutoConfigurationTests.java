package io.github.raspspring.autoconfigure.ratelimit;

import java.time.Duration;
import java.util.List;
import java.util.Objects;

import io.github.raspspring.autoconfigure.store.RaspStoreAutoConfiguration;
import io.github.raspspring.engine.Detector;
import io.github.raspspring.engine.EndpointSection;
import io.github.raspspring.engine.Inspection;
import io.github.raspspring.engine.InspectionListener;
import io.github.raspspring.engine.Phase;
import io.github.raspspring.ratelimit.Quota;
import io.github.raspspring.ratelimit.RateLimitKeyResolver;
import io.github.raspspring.ratelimit.RateLimits;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import org.springframework.boot.autoconfigure.AutoConfigurations;
import org.springframework.boot.context.properties.source.InvalidConfigurationPropertyValueException;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;

import static org.assertj.core.api.Assertions.assertThat;

class RaspRateLimitAutoConfigurationTests {

	private static final String PLANS = "rasp.rate-limit.plans.";

	private final ApplicationContextRunner runner = new ApplicationContextRunner().withConfiguration(
			AutoConfigurations.of(RaspStoreAutoConfiguration.class, RaspRateLimitAutoConfiguration.class));

	@Test
	void runWhenNothingIsConfiguredThenLimitsNothingAndSaysSo() {
		this.runner.run((context) -> {
			assertThat(context).doesNotHaveBean(Detector.class);
			assertThat(context.getBean("raspLimitsSection", EndpointSection.class).gaps()).singleElement()
				.asString()
				.contains("rasp.rate-limit.plans");
		});
	}

	@Test
	void runWhenPlansAreConfiguredThenEachIsADetector() {
		this.runner
			.withPropertyValues(PLANS + "anonymous.capacity=300", PLANS + "anonymous.period=1m",
					PLANS + "anonymous.applies-to=anonymous", PLANS + "login.capacity=10", PLANS + "login.period=1m",
					PLANS + "login.key=ip,json:/user", PLANS + "login.patterns=/login", PLANS + "login.methods=post")
			.run((context) -> {
				assertThat(context.getBeanProvider(Detector.class).orderedStream().map(Detector::name))
					.containsExactlyInAnyOrder("rate-limit-anonymous", "rate-limit-anonymous-unproven",
							"rate-limit-login");
				assertThat(context.getBeansOfType(InspectionListener.class)).hasSize(3);
				assertThat(context.getBean("raspRateLimit.login", Detector.class).phase()).isEqualTo(Phase.HANDLER);
				EndpointSection section = context.getBean("raspLimitsSection", EndpointSection.class);
				assertThat(section.overview()).containsEntry("plans", List.of("anonymous", "login"));
				assertThat(section.gaps()).isEmpty();
				assertThat(section.item("login")).isNotNull();
			});
	}

	@Test
	void runWhenBandwidthsAreConfiguredThenAllHold() {
		this.runner
			.withPropertyValues(PLANS + "api.bandwidths[0].capacity=5", PLANS + "api.bandwidths[0].period=1s",
					PLANS + "api.bandwidths[1].capacity=100", PLANS + "api.bandwidths[1].period=1h",
					PLANS + "api.bandwidths[1].refill=interval")
			.run((context) -> assertThat(
					Objects.requireNonNull(context.getBean(RateLimits.class).find("api")).plan().grant().quotas())
				.containsExactly(new Quota(5, Duration.ofSeconds(1), Quota.Refill.GREEDY),
						new Quota(100, Duration.ofHours(1), Quota.Refill.INTERVAL)));
	}

	@Test
	void runWhenResolverIsABeanThenPlansCanUseIt() {
		this.runner.withBean(RateLimitKeyResolver.class, Contract::new)
			.withPropertyValues(PLANS + "api.capacity=5", PLANS + "api.period=1s", PLANS + "api.key=contract")
			.run((context) -> assertThat(context.getBean(Detector.class).phase()).isEqualTo(Phase.IDENTITY));
	}

	@ParameterizedTest
	@CsvSource({ "rasp.enabled", "rasp.rate-limit.enabled" })
	void runWhenDisabledThenHasNoBeans(String property) {
		this.runner.withPropertyValues(property + "=false", PLANS + "api.capacity=5", PLANS + "api.period=1s")
			.run((context) -> assertThat(context).doesNotHaveBean(RateLimits.class).doesNotHaveBean(Detector.class));
	}

	@ParameterizedTest
	@CsvSource(delimiter = '|',
			value = { "login.capacity=-1|login.capacity", "login.capacity=0|login.capacity",
					"login.period=0s|login.period", "login.period=-1m|login.period",
					"login.period=400000d|login.period", "login.bandwidths[0].capacity=1|login.bandwidths",
					"login.patterns=/a/**/{|login.patterns[0]", "login.patterns=login|login.patterns[0]",
					"login.max-keys=0|login.max-keys", "login.key=adress|login.key[0]",
					"login.key=ip,json:user|login.key[1]", "login.key=|login.key", "other.capacity=5|other.period",
					"other.period=5s|other.capacity", "[Log_In].capacity=5|Log_In", "login.methods[0]=|login.methods",
					"login.concurrency=-1|login.concurrency", "login.costs[0].tokens=11|login.costs",
					"login.costs[0].patterns=x|login.costs[0].patterns[0]", "login.consume-on=99|login.consume-on" })
	void runWhenPlanIsInvalidThenNamesProperty(String property, String named) {
		this.runner.withPropertyValues(PLANS + "login.capacity=10", PLANS + "login.period=1m", PLANS + property)
			.run((context) -> assertThat(context).getFailure()
				.rootCause()
				.isInstanceOf(InvalidConfigurationPropertyValueException.class)
				.hasMessageContaining(PLANS + named));
	}

	@Test
	void runWhenAnonymousPlanCountsSubjectsThenNamesProperty() {
		this.runner
			.withPropertyValues(PLANS + "api.capacity=10", PLANS + "api.period=1m", PLANS + "api.key=subject",
					PLANS + "api.applies-to=anonymous")
			.run((context) -> assertThat(context).getFailure()
				.rootCause()
				.isInstanceOf(InvalidConfigurationPropertyValueException.class)
				.hasMessageContaining(PLANS + "api.applies-to"));
	}

	private static final class Contract implements RateLimitKeyResolver {

		@Override
		public String name() {
			return "contract";
		}

		@Override
		public Phase phase() {
			return Phase.IDENTITY;
		}

		@Override
		public String resolve(Inspection inspection) {
			return "gold";
		}

	}

}
