package io.github.raspspring.autoconfigure.actuate;

import java.time.Clock;
import java.util.function.BooleanSupplier;

import io.github.raspspring.actuate.FaultsHealthIndicator;
import io.github.raspspring.actuate.OperatorLog;
import io.github.raspspring.actuate.OperatorsSection;
import io.github.raspspring.actuate.OwnFaults;
import io.github.raspspring.actuate.RaspEndpoint;
import io.github.raspspring.actuate.RaspMeters;
import io.github.raspspring.actuate.SpanAttributes;
import io.github.raspspring.actuate.StoreHealthIndicator;
import io.github.raspspring.actuate.dashboard.DashboardSection;
import io.github.raspspring.autoconfigure.EventReferences;
import io.github.raspspring.autoconfigure.RaspAutoConfiguration;
import io.github.raspspring.engine.Deliveries;
import io.github.raspspring.engine.EndpointSection;
import io.github.raspspring.engine.StoreCalls;
import io.github.raspspring.engine.event.SecurityEventPublisher;
import io.github.raspspring.event.delivery.EventOutlets;
import io.github.raspspring.policy.DescriptionPolicies;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.observation.ObservationRegistry;
import org.jspecify.annotations.Nullable;

import org.springframework.beans.factory.ListableBeanFactory;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.actuate.autoconfigure.endpoint.condition.ConditionalOnAvailableEndpoint;
import org.springframework.boot.actuate.endpoint.Access;
import org.springframework.boot.actuate.endpoint.EndpointAccessResolver;
import org.springframework.boot.actuate.endpoint.EndpointId;
import org.springframework.boot.actuate.endpoint.web.PathMappedEndpoints;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBean;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBooleanProperty;
import org.springframework.boot.autoconfigure.condition.ConditionalOnClass;
import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.health.autoconfigure.contributor.ConditionalOnEnabledHealthIndicator;
import org.springframework.boot.health.contributor.HealthIndicator;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.core.env.Environment;
import org.springframework.security.web.FilterChainProxy;
import org.springframework.security.web.access.WebInvocationPrivilegeEvaluator;
import org.springframework.util.ClassUtils;

/**
 * Auto-configuration of what operators see: the endpoint and the meters.
 */
@AutoConfiguration(after = RaspAutoConfiguration.class,
		afterName = {
				"org.springframework.boot.micrometer.metrics.autoconfigure.CompositeMeterRegistryAutoConfiguration",
				"org.springframework.boot.micrometer.observation.autoconfigure.ObservationAutoConfiguration" })
@ConditionalOnWebApplication(type = ConditionalOnWebApplication.Type.SERVLET)
@ConditionalOnBooleanProperty(name = "rasp.enabled", matchIfMissing = true)
public final class RaspActuatorAutoConfiguration {

	private static final String SECURITY = "org.springframework.security.web.access.WebInvocationPrivilegeEvaluator";

	@Bean
	OwnFaults raspOwnFaults(ObjectProvider<Clock> clock) {
		return new OwnFaults(clock.getIfUnique(Clock::systemUTC));
	}

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
	@ConditionalOnClass({ ConditionalOnAvailableEndpoint.class, PathMappedEndpoints.class })
	@ConditionalOnAvailableEndpoint(RaspEndpoint.class)
	static class OperatorsConfiguration {

		@Bean
		@Order(7)
		OperatorsSection raspOperatorsSection(ObjectProvider<EndpointAccessResolver> access,
				ObjectProvider<PathMappedEndpoints> endpoints, ListableBeanFactory beans) {
			return new OperatorsSection(() -> isWritable(access.getIfAvailable()), open(endpoints, beans));
		}

		@Bean
		DescriptionPolicies.Operation raspExplainOperation(ObjectProvider<EndpointAccessResolver> access,
				ObjectProvider<PathMappedEndpoints> endpoints, Environment environment) {
			return new ExplainOperation(endpoints::getIfAvailable, () -> isWritable(access.getIfAvailable()),
					environment);
		}

		private static boolean isWritable(@Nullable EndpointAccessResolver access) {
			return access != null && access.accessFor(EndpointId.of("rasp"), Access.READ_ONLY) == Access.UNRESTRICTED;
		}

		/**
		 * Where there is no Spring Security nobody is asked who it is.
		 */
		private static BooleanSupplier open(ObjectProvider<PathMappedEndpoints> endpoints, ListableBeanFactory beans) {
			return ClassUtils.isPresent(SECURITY, RaspActuatorAutoConfiguration.class.getClassLoader())
					? new OpenEndpoint(endpoints, beans.getBeanProvider(FilterChainProxy.class),
							beans.getBeanProvider(WebInvocationPrivilegeEvaluator.class))
					: () -> endpoints.getIfAvailable() != null;
		}

	}

	@Configuration(proxyBeanMethods = false)
	@ConditionalOnClass({ ConditionalOnAvailableEndpoint.class, PathMappedEndpoints.class })
	@ConditionalOnAvailableEndpoint(RaspEndpoint.class)
	@ConditionalOnBooleanProperty(name = "rasp.dashboard.enabled", matchIfMissing = true)
	@EnableConfigurationProperties(RaspDashboardProperties.class)
	static class DashboardConfiguration {

		@Bean
		@Order(Ordered.LOWEST_PRECEDENCE)
		DashboardSection raspDashboardSection(ObjectProvider<PathMappedEndpoints> endpoints) {
			return new DashboardSection(() -> path(endpoints.getIfAvailable()));
		}

		private static String path(@Nullable PathMappedEndpoints endpoints) {
			String path = (endpoints != null) ? endpoints.getPath(EndpointId.of("rasp")) : null;
			return (path != null) ? path : "/actuator/rasp";
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
		RaspMeters raspMeters(MeterRegistry registry, ObjectProvider<Deliveries> deliveries, OwnFaults faults) {
			return new RaspMeters(registry, deliveries.getIfAvailable(), faults);
		}

	}

	@Configuration(proxyBeanMethods = false)
	@ConditionalOnClass(MeterRegistry.class)
	@ConditionalOnBean({ MeterRegistry.class, EventOutlets.class })
	static class OutletConfiguration {

		@Bean
		OutletMeters raspOutletMeters(EventOutlets outlets) {
			return new OutletMeters(outlets);
		}

	}

	@Configuration(proxyBeanMethods = false)
	@ConditionalOnClass(ObservationRegistry.class)
	@ConditionalOnBean(ObservationRegistry.class)
	static class ObservationConfiguration {

		@Bean
		SpanAttributes raspSpanAttributes(ObservationRegistry registry) {
			return new SpanAttributes(registry);
		}

	}

	@Configuration(proxyBeanMethods = false)
	@ConditionalOnClass({ HealthIndicator.class, ConditionalOnEnabledHealthIndicator.class })
	@ConditionalOnEnabledHealthIndicator("rasp")
	static class FaultsConfiguration {

		@Bean
		FaultsHealthIndicator raspHealthIndicator(OwnFaults faults) {
			return new FaultsHealthIndicator(faults);
		}

	}

}
