package io.github.raspspring.autoconfigure.store;

import io.github.raspspring.engine.ExpiringStores;
import io.lettuce.core.RedisClient;
import org.junit.jupiter.api.Test;

import org.springframework.boot.autoconfigure.AutoConfigurations;
import org.springframework.boot.test.context.FilteredClassLoader;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests for {@link RaspStoreAutoConfiguration}.
 */
class RaspStoreAutoConfigurationTests {

	private final ApplicationContextRunner runner = new ApplicationContextRunner()
		.withConfiguration(AutoConfigurations.of(RaspStoreAutoConfiguration.class));

	@Test
	void runWhenNothingIsConfiguredThenStateIsLocal() {
		this.runner.run((context) -> assertThat(context).hasSingleBean(ExpiringStores.class));
	}

	@Test
	void runWhenTypeDoesNotExistThenFailureNamesProperty() {
		this.runner.withPropertyValues("rasp.store.type=mongo")
			.run((context) -> assertThat(context.getStartupFailure()).hasStackTraceContaining("rasp.store")
				.hasStackTraceContaining("mongo"));
	}

	@Test
	void runWhenLettuceIsAbsentThenFailureNamesWhatToAdd() {
		this.runner.withClassLoader(new FilteredClassLoader(RedisClient.class))
			.withPropertyValues("rasp.store.type=redis")
			.run((context) -> assertThat(context.getStartupFailure()).hasStackTraceContaining("rasp.store.type")
				.hasStackTraceContaining("lettuce-core"));
	}

}
