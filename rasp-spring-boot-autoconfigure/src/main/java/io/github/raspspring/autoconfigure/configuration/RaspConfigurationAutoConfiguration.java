package io.github.raspspring.autoconfigure.configuration;

import io.github.raspspring.autoconfigure.RaspAutoConfiguration;

import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.context.annotation.Bean;
import org.springframework.core.annotation.Order;
import org.springframework.core.env.Environment;

/**
 * Auto-configuration of the check of the configuration itself. Depends on no property, so
 * that a switch that is neither on nor off is noticed too.
 */
@AutoConfiguration(before = RaspAutoConfiguration.class)
@ConditionalOnWebApplication(type = ConditionalOnWebApplication.Type.SERVLET)
public final class RaspConfigurationAutoConfiguration {

	@Bean
	@Order(9)
	ConfigurationSection raspConfigurationSection(Environment environment) {
		return new ConfigurationSection(environment);
	}

}
