package io.github.raspspring.autoconfigure;

import io.github.raspspring.client.ClientAddressResolver;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBooleanProperty;
import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingBean;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;

/**
 * Auto-configuration that tells who calls.
 */
@AutoConfiguration(beforeName = "io.github.raspspring.autoconfigure.RaspAutoConfiguration")
@ConditionalOnBooleanProperty(name = "rasp.enabled", matchIfMissing = true)
@EnableConfigurationProperties(RaspClientProperties.class)
public final class RaspClientAutoConfiguration {

	@Bean
	@ConditionalOnMissingBean
	ClientAddressResolver raspClientAddressResolver(RaspClientProperties properties) {
		return new ClientAddressResolver(properties.trustedRanges(), properties.forwardingHeaders());
	}

}
