package io.github.raspspring.autoconfigure;

import java.time.Clock;
import java.util.List;
import java.util.function.Supplier;

import io.github.raspspring.client.OperatorPaths;
import io.github.raspspring.engine.ClientTreatment;
import io.github.raspspring.engine.Deliveries;
import io.github.raspspring.engine.Detector;
import io.github.raspspring.engine.EndpointSection;
import io.github.raspspring.engine.InspectionListener;
import io.github.raspspring.engine.InspectionScope;
import io.github.raspspring.engine.PolicyResolver;
import io.github.raspspring.engine.ValueReader;
import io.github.raspspring.engine.event.EventArchive;
import io.github.raspspring.engine.event.EventOutlet;
import io.github.raspspring.engine.event.SecurityEventListener;
import io.github.raspspring.engine.event.SecurityEventPublisher;
import io.github.raspspring.engine.event.SecurityEventTally;
import io.github.raspspring.engine.pipeline.DetectorCatalog;
import io.github.raspspring.engine.pipeline.EvidenceKeeper;
import io.github.raspspring.engine.pipeline.ExchangeListeners;
import io.github.raspspring.engine.pipeline.InspectionPipeline;
import io.github.raspspring.event.EventHistory;
import io.github.raspspring.event.EventRecorder;
import io.github.raspspring.event.EventTrail;
import io.github.raspspring.event.EventsSection;
import io.github.raspspring.event.ExchangeCounts;
import io.github.raspspring.event.Pseudonyms;
import io.github.raspspring.event.delivery.EventOutlets;
import io.github.raspspring.inspect.CanonicalValueReader;
import io.github.raspspring.policy.DescriptionPolicies;
import io.github.raspspring.policy.RoutePolicies;

import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.config.ConfigurableBeanFactory;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBooleanProperty;
import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingBean;
import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.context.annotation.Bean;
import org.springframework.core.annotation.Order;
import org.springframework.util.function.SingletonSupplier;

/**
 * Auto-configuration of the core: policies, the pipeline that judges, and the trail of
 * events.
 */
@AutoConfiguration
@ConditionalOnWebApplication(type = ConditionalOnWebApplication.Type.SERVLET)
@ConditionalOnBooleanProperty(name = "rasp.enabled", matchIfMissing = true)
@EnableConfigurationProperties({ RaspProperties.class, RaspInspectionProperties.class, RaspEventsProperties.class })
public final class RaspAutoConfiguration {

	@Bean
	@ConditionalOnMissingBean(PolicyResolver.class)
	@Order(0)
	RoutePolicies raspPolicies(RaspProperties properties, ObjectProvider<Clock> clock,
			ObjectProvider<OperatorPaths> operators) {
		OperatorPaths spared = operators.getIfAvailable(() -> OperatorPaths.NONE);
		return new PolicyAssembly(properties).policies(clock.getIfUnique(Clock::systemUTC), spared::contain);
	}

	@Bean
	@ConditionalOnMissingBean
	EventHistory raspEventHistory(RaspEventsProperties properties) {
		return new EventHistory(properties.historySize());
	}

	@Bean
	@ConditionalOnMissingBean
	Pseudonyms raspPseudonyms(RaspEventsProperties properties) {
		return properties.pseudonyms();
	}

	@Bean
	@Order(2)
	EventsSection raspEventsSection(ObjectProvider<EventArchive> archive, EventHistory history, Pseudonyms names) {
		return new EventsSection(archive.getIfUnique(() -> history), history, names);
	}

	@Bean
	@Order(4)
	EventOutlets raspEventOutlets(RaspEventsProperties properties, ObjectProvider<EventOutlet> outlets,
			ObjectProvider<SecurityEventPublisher> publisher) {
		return new EventOutletAssembly(properties).outlets(outlets.orderedStream().toList(), publisher);
	}

	@Bean(destroyMethod = "close")
	@ConditionalOnMissingBean(SecurityEventPublisher.class)
	EventTrail raspEventTrail(EventHistory history, Pseudonyms names, RaspEventsProperties properties,
			EventOutlets outlets, ApplicationEventPublisher applicationEvents, Deliveries deliveries,
			ObjectProvider<SecurityEventTally> tallies, ObjectProvider<SecurityEventListener> listeners) {
		Supplier<List<SecurityEventTally>> lazily = SingletonSupplier.of(() -> tallies.orderedStream().toList());
		Supplier<List<SecurityEventListener>> told = SingletonSupplier.of(() -> listeners.orderedStream().toList());
		return new EventTrail(history, new EventRecorder(names, TraceIds::current), properties.foldWindow(),
				outlets::offer, lazily, (event) -> {
					applicationEvents.publishEvent(event);
					told.get().forEach((listener) -> listener.happened(event));
				}, deliveries, EventReferences::next, Clock.systemUTC());
	}

	@Bean
	EventTasks raspEventTasks(ObjectProvider<EventTrail> trail) {
		return new EventTasks(trail);
	}

	@Bean
	@Order(4)
	Deliveries raspDeliveries(RaspEventsProperties properties, ConfigurableBeanFactory beans) {
		return properties.deliveries(beans.getBeanClassLoader());
	}

	@Bean
	@Order(1)
	ExchangeCounts raspExchangeCounts() {
		return new ExchangeCounts();
	}

	@Bean
	InspectionScope raspInspectionScope() {
		return new InspectionScope();
	}

	@Bean
	ActiveDetectorBeans raspActiveDetectors(RaspProperties properties, RaspInspectionProperties inspection,
			ObjectProvider<Detector> detectors) {
		return new ActiveDetectorBeans(
				new DetectorAssembly(properties, inspection.enabled()).detectors(detectors.orderedStream()));
	}

	@Bean
	@Order(3)
	DetectorCatalog raspDetectorCatalog(RaspProperties properties, ActiveDetectorBeans detectors,
			ObjectProvider<RoutePolicies> policies) {
		RoutePolicies known = policies.getIfAvailable();
		if (known != null) {
			return new DetectorCatalog(detectors.detectors(), known::all);
		}
		PolicyAssembly assembly = new PolicyAssembly(properties);
		return new DetectorCatalog(detectors.detectors(), assembly.application(), assembly.routes());
	}

	@Bean
	@ConditionalOnMissingBean
	ValueReader raspValueReader() {
		return new CanonicalValueReader(FamilyTraits.reader());
	}

	@Bean
	InspectionPipeline raspInspectionPipeline(PolicyResolver policies, ActiveDetectorBeans detectors,
			ValueReader valueReader, ObjectProvider<InspectionListener> listeners, SecurityEventPublisher publisher,
			RaspInspectionProperties inspection, ObjectProvider<ClientTreatment> treatment, Deliveries deliveries,
			ObjectProvider<EvidenceKeeper> evidence, ObjectProvider<Clock> clock,
			ObjectProvider<DescriptionPolicies.Operation> explain) {
		DescriptionPolicies.Operation described = explain.getIfAvailable();
		return new InspectionPipeline((described != null) ? new DescriptionPolicies(policies, described) : policies,
				detectors.detectors(), valueReader,
				new ExchangeListeners(listeners.orderedStream().toList(), deliveries), publisher, EventReferences::next,
				clock.getIfUnique(Clock::systemUTC), inspection.inspectionBudget(),
				treatment.getIfAvailable(() -> ClientTreatment.NONE),
				evidence.getIfAvailable(() -> EvidenceKeeper.NONE));
	}

	@Bean
	StartupSummary raspStartupSummary(ObjectProvider<EndpointSection> sections) {
		return new StartupSummary(sections);
	}

	/**
	 * The detectors that take part, in the order in which they run.
	 */
	record ActiveDetectorBeans(List<Detector> detectors) {

	}

}
