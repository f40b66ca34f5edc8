package io.github.raspspring.autoconfigure.event;

import java.time.Clock;

import io.github.raspspring.autoconfigure.EventReferences;
import io.github.raspspring.autoconfigure.RaspAutoConfiguration;
import io.github.raspspring.autoconfigure.policy.RaspPolicyAutoConfiguration;
import io.github.raspspring.engine.EndpointSection;
import io.github.raspspring.engine.event.EventArchive;
import io.github.raspspring.engine.event.OperatorActed;
import io.github.raspspring.engine.event.SecurityEventPublisher;
import io.github.raspspring.event.EventHistory;
import io.github.raspspring.event.evidence.KeptValues;
import io.github.raspspring.event.mark.FalseAlarms;
import io.github.raspspring.event.report.ReportSection;

import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBean;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBooleanProperty;
import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.ApplicationListener;
import org.springframework.context.annotation.Bean;
import org.springframework.core.annotation.Order;

/**
 * Auto-configuration of the report, and of values that are kept for a time.
 */
@AutoConfiguration(after = { RaspAutoConfiguration.class, RaspPolicyAutoConfiguration.class })
@ConditionalOnWebApplication(type = ConditionalOnWebApplication.Type.SERVLET)
@ConditionalOnBooleanProperty(name = "rasp.enabled", matchIfMissing = true)
@EnableConfigurationProperties(RaspEvidenceProperties.class)
public final class RaspReportAutoConfiguration {

	@Bean
	@Order(9)
	@ConditionalOnBean(EventHistory.class)
	ReportSection raspReportSection(ObjectProvider<EventArchive> archive, EventHistory history,
			ObjectProvider<EndpointSection> sections, ObjectProvider<FalseAlarms> marks, ObjectProvider<Clock> clock) {
		return new ReportSection(archive.getIfUnique(() -> history), () -> sections.orderedStream().toList(),
				marks.getIfAvailable(), clock.getIfUnique(Clock::systemUTC));
	}

	@Bean
	@Order(9)
	KeptValues raspKeptValues(RaspEvidenceProperties properties, ObjectProvider<Clock> clock) {
		Clock used = clock.getIfUnique(Clock::systemUTC);
		return new KeptValues(new KeptValueFactory(properties, used.instant()).values(), used);
	}

	/**
	 * Whoever configures that values are kept is told of in the audit trail.
	 */
	@Bean
	ApplicationListener<ApplicationReadyEvent> raspKeptValuesAtStart(KeptValues values,
			ObjectProvider<SecurityEventPublisher> publisher, ObjectProvider<Clock> clock) {
		return (event) -> values.active()
			.forEach((value) -> publisher
				.ifAvailable((available) -> available.publish(new OperatorActed(EventReferences.next(),
						clock.getIfUnique(Clock::systemUTC).instant(), "configuration", "keep-evidence", value.label(),
						value.form().name() + " until " + value.until()))));
	}

}
