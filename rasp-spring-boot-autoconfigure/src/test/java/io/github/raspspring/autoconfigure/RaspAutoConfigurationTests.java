package io.github.raspspring.autoconfigure;

import io.github.raspspring.actuate.RaspEndpoint;
import io.github.raspspring.autoconfigure.actuate.RaspActuatorAutoConfiguration;
import io.github.raspspring.autoconfigure.client.RaspClientAutoConfiguration;
import io.github.raspspring.autoconfigure.inspect.RaspInspectionAutoConfiguration;
import io.github.raspspring.autoconfigure.web.RaspWebAutoConfiguration;
import io.github.raspspring.engine.Category;
import io.github.raspspring.engine.Detector;
import io.github.raspspring.engine.EnforcementMode;
import io.github.raspspring.engine.Findings;
import io.github.raspspring.engine.Inspection;
import io.github.raspspring.engine.Policy;
import io.github.raspspring.engine.PolicyResolver;
import io.github.raspspring.engine.pipeline.DetectorCatalog;
import io.github.raspspring.engine.pipeline.InspectionPipeline;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import org.springframework.boot.autoconfigure.AutoConfigurations;
import org.springframework.boot.context.properties.source.InvalidConfigurationPropertyValueException;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;
import org.springframework.boot.test.context.runner.WebApplicationContextRunner;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

import static org.assertj.core.api.Assertions.assertThat;

class RaspAutoConfigurationTests {

	private final WebApplicationContextRunner contextRunner = new WebApplicationContextRunner()
		.withConfiguration(AutoConfigurations.of(RaspAutoConfiguration.class, RaspInspectionAutoConfiguration.class,
				RaspClientAutoConfiguration.class, RaspWebAutoConfiguration.class, RaspActuatorAutoConfiguration.class))
		.withPropertyValues("management.endpoints.web.exposure.include=rasp");

	@Test
	void runWhenNothingIsConfiguredThenMonitors() {
		this.contextRunner.run((context) -> {
			assertThat(context).hasSingleBean(InspectionPipeline.class).hasSingleBean(RaspEndpoint.class);
			assertThat(context.getBean(PolicyResolver.class).resolve("GET", "/").mode())
				.isEqualTo(EnforcementMode.MONITOR);
		});
	}

	@Test
	void runWhenDisabledThenNothingIsThere() {
		this.contextRunner.withPropertyValues("rasp.enabled=false")
			.run((context) -> assertThat(context).doesNotHaveBean(InspectionPipeline.class)
				.doesNotHaveBean(RaspEndpoint.class));
	}

	@Test
	void runWhenApplicationIsNoWebApplicationThenNothingIsThere() {
		new ApplicationContextRunner()
			.withConfiguration(AutoConfigurations.of(RaspAutoConfiguration.class, RaspWebAutoConfiguration.class))
			.run((context) -> assertThat(context).doesNotHaveBean(InspectionPipeline.class));
	}

	@Test
	void runWhenUserResolvesPoliciesThenProductStepsBack() {
		this.contextRunner.withUserConfiguration(OwnPolicies.class)
			.run((context) -> assertThat(context.getBean(PolicyResolver.class).resolve("GET", "/").mode())
				.isEqualTo(EnforcementMode.OFF));
	}

	@Test
	void runWhenUserHasADetectorThenItTakesPart() {
		this.contextRunner.withUserConfiguration(OwnDetector.class)
			.run((context) -> assertThat(context.getBean(DetectorCatalog.class).overview().toString())
				.contains("own-detector"));
	}

	@Test
	void runWhenDetectorIsDisabledThenItDoesNotTakePart() {
		this.contextRunner.withUserConfiguration(OwnDetector.class)
			.withPropertyValues("rasp.detectors.own-detector.enabled=false")
			.run((context) -> assertThat(context.getBean(DetectorCatalog.class).overview().toString())
				.doesNotContain("own-detector"));
	}

	@Test
	void runWhenInspectionIsDisabledThenNoValueDetectorTakesPart() {
		this.contextRunner.withUserConfiguration(OwnDetector.class)
			.withPropertyValues("rasp.inspection.enabled=false")
			.run((context) -> assertThat(context.getBean(DetectorCatalog.class).overview().toString())
				.contains("own-detector")
				.doesNotContain("sql-injection"));
	}

	@Test
	void runWhenRouteIsConfiguredThenItsPolicyApplies() {
		this.contextRunner
			.withPropertyValues("rasp.routes[0].pattern=/api/**", "rasp.routes[0].methods=POST",
					"rasp.routes[0].mode=block", "rasp.routes[0].excluded-detectors=sql-injection",
					"rasp.detectors.path-traversal.mode=monitor")
			.run((context) -> {
				Policy policy = context.getBean(PolicyResolver.class).resolve("POST", "/api/books");
				assertThat(policy.mode()).isEqualTo(EnforcementMode.BLOCK);
				assertThat(policy.modeOf("sql-injection")).isEqualTo(EnforcementMode.OFF);
				assertThat(policy.modeOf("path-traversal")).isEqualTo(EnforcementMode.MONITOR);
				assertThat(policy.modeOf("command-injection")).isEqualTo(EnforcementMode.BLOCK);
			});
	}

	@ParameterizedTest
	@CsvSource({ "rasp.routes[0].pattern=/a/{b, rasp.routes[0].pattern",
			"rasp.routes[0].mode=block, rasp.routes[0].pattern", "rasp.events.history-size=0, rasp.events.history-size",
			"rasp.block-score=0, rasp.block-score", "rasp.inspection.max-body-size=0B, rasp.inspection.max-body-size",
			"rasp.detectors.sql-injecton.enabled=false, rasp.detectors.sql-injecton" })
	void runWhenPropertyIsInvalidThenFailureNamesItAndTheMend(String setting, String property) {
		this.contextRunner.withPropertyValues(setting)
			.run((context) -> assertThat(context).getFailure()
				.rootCause()
				.isInstanceOfSatisfying(InvalidConfigurationPropertyValueException.class, (failure) -> {
					assertThat(failure.getName()).isEqualTo(property);
					assertThat(failure.getReason()).isNotBlank();
				}));
	}

	@Test
	void runWhenModeIsUnknownThenFailureNamesPropertyAndValue() {
		this.contextRunner.withPropertyValues("rasp.mode=blok")
			.run((context) -> assertThat(context).getFailure().rootCause().hasMessageContaining("blok"));
	}

	@Test
	void runWhenTwoDetectorsShareANameThenFailureNamesBoth() {
		this.contextRunner.withUserConfiguration(OwnDetector.class, SecondDetector.class)
			.run((context) -> assertThat(context).getFailure()
				.rootCause()
				.hasMessageContaining("rasp.detectors.own-detector"));
	}

	@Configuration(proxyBeanMethods = false)
	static class OwnPolicies {

		@Bean
		PolicyResolver ownPolicies() {
			Policy off = Policy.of(EnforcementMode.OFF);
			return (method, path) -> off;
		}

	}

	@Configuration(proxyBeanMethods = false)
	static class OwnDetector {

		@Bean
		Detector ownDetector() {
			return new Quiet();
		}

	}

	@Configuration(proxyBeanMethods = false)
	static class SecondDetector {

		@Bean
		Detector secondDetector() {
			return new Quiet();
		}

	}

	private static final class Quiet implements Detector {

		@Override
		public String name() {
			return "own-detector";
		}

		@Override
		public Category category() {
			return Category.BUSINESS_LOGIC;
		}

		@Override
		public void detect(Inspection inspection, Findings findings) {
			assertThat(inspection).isNotNull();
		}

	}

}
