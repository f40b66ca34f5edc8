package io.github.raspspring.autoconfigure.token;

import java.time.Clock;

import io.github.raspspring.autoconfigure.EventReferences;
import io.github.raspspring.engine.event.SecurityEventPublisher;
import io.github.raspspring.token.revocation.RevocationsEndpoint;
import io.github.raspspring.token.revocation.StoredRevocations;

import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.actuate.autoconfigure.endpoint.condition.ConditionalOnAvailableEndpoint;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBean;
import org.springframework.boot.autoconfigure.condition.ConditionalOnClass;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/**
 * Lets operators revoke tokens, where the endpoint is exposed and revocations are kept by
 * the product. Imported behind the configuration that declares them.
 */
@Configuration(proxyBeanMethods = false)
@ConditionalOnClass(ConditionalOnAvailableEndpoint.class)
@ConditionalOnAvailableEndpoint(RevocationsEndpoint.class)
class RaspTokenEndpointConfiguration {

	@Bean
	@ConditionalOnBean(StoredRevocations.class)
	RevocationsEndpoint raspRevocationsEndpoint(StoredRevocations revocations, SecurityEventPublisher publisher,
			RaspTokenProperties properties, ObjectProvider<Clock> clock) {
		return new RevocationsEndpoint(revocations, publisher, EventReferences::next,
				clock.getIfUnique(Clock::systemUTC), properties.revocation().ttl());
	}

}
