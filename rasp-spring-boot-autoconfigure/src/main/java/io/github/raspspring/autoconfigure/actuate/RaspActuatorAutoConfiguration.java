package io.github.raspspring.autoconfigure.actuate;

import java.time.Clock;

import io.github.raspspring.actuate.OperatorLog;
import io.github.raspspring.actuate.RaspEndpoint;
import io.github.raspspring.actuate.RaspMeters;
import io.github.raspspring.actuate.StoreHealthIndicator;
import io.github.raspspring.autoconfigure.EventReferences;
import io.github.raspspring.autoconfigure.RaspAutoConfiguration;
import io.github.raspspring.engine.EndpointSection;
import io.github.raspspring.engine.StoreCalls;
import io.github.raspspring.engine.event.SecurityEventPublisher;
import io.micrometer.core.instrument.MeterRegistry;

import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.actuate.autoconfigure.endpoint.condition.ConditionalOnAvailableEndpoint;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBean;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBooleanProperty;
import org.springframework.boot.autoconfigure.condition.ConditionalOnClass;
import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.boot.health.autoconfigure.contributor.ConditionalOnEnabledHealthIndicator;
import org.springframework.boot.health.contributor.HealthIndicator;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/**
 * Auto-configuration of what operators see: the endpoint and the meters.
 */
@AutoConfiguration(after = RaspAutoConfiguration.class,
		afterName = "org.springframework.boot.micrometer.metrics.autoconfigure.CompositeMeterRegistryAutoConfiguration")
@ConditionalOnWebApplication(type = ConditionalOnWebApplication.Type.SERVLET)
@ConditionalOnBooleanProperty(name = "rasp.enabled", matchIfMissing = true)
public final class RaspActuatorAutoConfiguration {

	@Configuration(proxyBeanMethods = false)
	@ConditionalOnClass(ConditionalOnAvailableEndpoint.class)
	@ConditionalOnAvailableEndpoint(RaspEndpoint.class)
	static class EndpointConfiguration {

		@Bean
		RaspEndpoint raspEndpoint(ObjectProvider<EndpointSection> sections, SecurityEventPublisher publisher) {
			return new RaspEndpoint(sections.orderedStream().toList(),
					new OperatorLog(publisher, EventReferences::next, Clock.systemUTC()));
		}

	}

	@Configuration(proxyBeanMethods = false)
	@ConditionalOnClass({ HealthIndicator.class, ConditionalOnEnabledHealthIndicator.class })
	@ConditionalOnEnabledHealthIndicator("rasp-store")
	@ConditionalOnBean(StoreCalls.class)
	static class HealthConfiguration {

		@Bean
		StoreHealthIndicator raspStoreHealthIndicator(ObjectProvider<StoreCalls> stores) {
			return new StoreHealthIndicator(stores.orderedStream().toList());
		}

	}

	@Configuration(proxyBeanMethods = false)
	@ConditionalOnClass(MeterRegistry.class)
	@ConditionalOnBean(MeterRegistry.class)
	static class MeterConfiguration {

		@Bean
		RaspMeters raspMeters(MeterRegistry registry) {
			return new RaspMeters(registry);
		}

	}

}
