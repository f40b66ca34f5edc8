package io.github.raspspring.autoconfigure;

import io.github.raspspring.inspect.PathTraversalDetector;
import io.github.raspspring.inspect.ServerSideRequestForgeryDetector;
import io.github.raspspring.inspect.SqlInjectionDetector;

import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBooleanProperty;
import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingBean;
import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.context.annotation.Bean;

/**
 * Auto-configuration of the detectors that judge the values of a request. A bean of the
 * same type replaces a detector, {@code rasp.detectors.<name>.enabled=false} removes it.
 */
@AutoConfiguration(before = RaspAutoConfiguration.class)
@ConditionalOnWebApplication(type = ConditionalOnWebApplication.Type.SERVLET)
@ConditionalOnBooleanProperty(name = { "rasp.enabled", "rasp.inspection.enabled" }, matchIfMissing = true)
public final class RaspInspectionAutoConfiguration {

	@Bean
	@ConditionalOnMissingBean
	ServerSideRequestForgeryDetector raspServerSideRequestForgeryDetector() {
		return new ServerSideRequestForgeryDetector();
	}

	@Bean
	@ConditionalOnMissingBean
	SqlInjectionDetector raspSqlInjectionDetector() {
		return new SqlInjectionDetector();
	}

	@Bean
	@ConditionalOnMissingBean
	PathTraversalDetector raspPathTraversalDetector() {
		return new PathTraversalDetector();
	}

}
