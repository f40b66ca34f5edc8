package io.github.raspspring.autoconfigure.ownership;

import java.time.Duration;

import io.github.raspspring.autoconfigure.RaspAutoConfiguration;
import io.github.raspspring.autoconfigure.ownership.RaspOwnershipProperties.Learnt;
import io.github.raspspring.ownership.learnt.FunctionUseDetector;
import io.github.raspspring.ownership.learnt.LearntOwnershipDetector;
import io.github.raspspring.ownership.learnt.LearntSettings;

import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBooleanProperty;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.context.properties.source.InvalidConfigurationPropertyValueException;
import org.springframework.context.annotation.Bean;

/**
 * Auto-configuration of what is learnt about objects and functions of others without
 * rules: detectors, so before the pipeline that is made of them.
 */
@AutoConfiguration(before = RaspAutoConfiguration.class)
@ConditionalOnBooleanProperty(name = { "rasp.enabled", "rasp.ownership.enabled" }, matchIfMissing = true)
@EnableConfigurationProperties(RaspOwnershipProperties.class)
public final class RaspLearntOwnershipAutoConfiguration {

	private static final String LEARNT = "rasp.ownership.learnt.";

	private static final int MOST_KEPT = 64;

	private static final int MOST_OBJECTS = 50_000_000;

	@Bean
	LearntOwnershipDetector raspLearntOwnershipDetector(RaspOwnershipProperties properties) {
		return new LearntOwnershipDetector(settings(properties.learnt()), System::nanoTime);
	}

	@Bean
	FunctionUseDetector raspFunctionUseDetector(RaspOwnershipProperties properties) {
		if (properties.functions().uses() < 1) {
			throw invalid("rasp.ownership.functions.uses", properties.functions().uses(), "Set at least 1.");
		}
		return new FunctionUseDetector(properties.functions().mode(), properties.functions().uses());
	}

	private static LearntSettings settings(Learnt learnt) {
		if (learnt.maxObjects() < 1 || learnt.maxObjects() > MOST_OBJECTS) {
			throw invalid(LEARNT + "max-objects", learnt.maxObjects(), "Set 1 to " + MOST_OBJECTS + ".");
		}
		if (learnt.foreignObjects() < 1 || learnt.foreignObjects() > MOST_KEPT) {
			throw invalid(LEARNT + "foreign-objects", learnt.foreignObjects(), "Set 1 to " + MOST_KEPT + ".");
		}
		if (learnt.owners() < 1 || learnt.owners() > learnt.foreignObjects()) {
			throw invalid(LEARNT + "owners", learnt.owners(), "Set 1 to the value of foreign-objects.");
		}
		if (learnt.window().compareTo(Duration.ofMinutes(1)) < 0 || learnt.window().toDays() > 365) {
			throw invalid(LEARNT + "window", learnt.window(), "Set a time from 1m to 365d, such as 7d.");
		}
		return new LearntSettings(learnt.mode(), learnt.maxObjects(), learnt.foreignObjects(), learnt.owners(),
				learnt.window());
	}

	private static InvalidConfigurationPropertyValueException invalid(String property, Object value, String mend) {
		return new InvalidConfigurationPropertyValueException(property, value, mend);
	}

}
