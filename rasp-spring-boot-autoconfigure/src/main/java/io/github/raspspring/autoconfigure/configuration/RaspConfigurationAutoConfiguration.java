package io.github.raspspring.autoconfigure.configuration;

import io.github.raspspring.autoconfigure.RaspAutoConfiguration;

import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBooleanProperty;
import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.boot.autoconfigure.condition.NoneNestedConditions;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Conditional;
import org.springframework.core.annotation.Order;
import org.springframework.core.env.Environment;

/**
 * Auto-configuration of the check of the configuration itself. Is there unless the
 * product is off, so that a switch that is neither on nor off is noticed too.
 */
@AutoConfiguration(before = RaspAutoConfiguration.class)
@ConditionalOnWebApplication(type = ConditionalOnWebApplication.Type.SERVLET)
@Conditional(RaspConfigurationAutoConfiguration.NotDisabled.class)
public final class RaspConfigurationAutoConfiguration {

	@Bean
	@Order(9)
	ConfigurationSection raspConfigurationSection(Environment environment) {
		return new ConfigurationSection(environment);
	}

	static final class NotDisabled extends NoneNestedConditions {

		NotDisabled() {
			super(ConfigurationPhase.PARSE_CONFIGURATION);
		}

		@ConditionalOnBooleanProperty(name = "rasp.enabled", havingValue = false)
		static final class Disabled {

		}

	}

}
