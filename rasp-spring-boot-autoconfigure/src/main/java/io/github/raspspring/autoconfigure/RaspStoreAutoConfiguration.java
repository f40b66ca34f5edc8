package io.github.raspspring.autoconfigure;

import io.github.raspspring.engine.ExpiringStores;
import io.github.raspspring.store.LocalStores;

import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBooleanProperty;
import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingBean;
import org.springframework.context.annotation.Bean;

/**
 * Auto-configuration of where state is kept that outlives a request.
 */
@AutoConfiguration(before = { RaspClientAutoConfiguration.class, RaspRateLimitAutoConfiguration.class,
		RaspTokenAutoConfiguration.class })
@ConditionalOnBooleanProperty(name = "rasp.enabled", matchIfMissing = true)
public final class RaspStoreAutoConfiguration {

	@Bean
	@ConditionalOnMissingBean(ExpiringStores.class)
	LocalStores raspStores() {
		return new LocalStores(System::nanoTime);
	}

}
