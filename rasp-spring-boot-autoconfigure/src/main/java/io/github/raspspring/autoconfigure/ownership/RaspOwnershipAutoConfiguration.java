package io.github.raspspring.autoconfigure.ownership;

import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

import io.github.raspspring.autoconfigure.EventReferences;
import io.github.raspspring.autoconfigure.RaspAutoConfiguration;
import io.github.raspspring.autoconfigure.sink.RaspSinkAutoConfiguration;
import io.github.raspspring.engine.FindingReporter;
import io.github.raspspring.engine.InspectionScope;
import io.github.raspspring.engine.event.SecurityEventPublisher;
import io.github.raspspring.engine.pipeline.InspectionPipeline;
import io.github.raspspring.engine.pipeline.JudgementFailures;
import io.github.raspspring.ownership.OwnershipRule;
import io.github.raspspring.ownership.access.OwnershipSection;
import io.github.raspspring.ownership.access.OwnershipWatch;
import io.github.raspspring.ownership.learnt.LearntOwnershipDetector;
import io.github.raspspring.sink.SinkGuard;

import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.config.ConfigurableListableBeanFactory;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBean;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBooleanProperty;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.core.annotation.Order;

/**
 * Auto-configuration of object-level authorization.
 */
@AutoConfiguration(after = { RaspAutoConfiguration.class, RaspSinkAutoConfiguration.class })
@ConditionalOnBean({ InspectionPipeline.class, SinkGuard.class })
@ConditionalOnBooleanProperty(name = "rasp.ownership.enabled", matchIfMissing = true)
@EnableConfigurationProperties(RaspOwnershipProperties.class)
public final class RaspOwnershipAutoConfiguration {

	@Bean
	OwnershipWatch raspOwnershipWatch(RaspOwnershipProperties properties, InspectionScope scope,
			FindingReporter reporter, SecurityEventPublisher publisher, ConfigurableListableBeanFactory beans) {
		List<OwnershipRule> rules = new ArrayList<>(OwnershipRuleFactory.rules(properties));
		if (properties.annotations()) {
			OwnedTypes.rules(beans, beans.getBeanClassLoader())
				.stream()
				.filter((rule) -> rules.stream().noneMatch((other) -> other.tables().containsAll(rule.tables())))
				.toList()
				.forEach(rules::add);
		}
		OwnershipWatch watch = new OwnershipWatch(rules, properties.unrestrictedStatements(), scope, reporter,
				new JudgementFailures(publisher, EventReferences::next, Clock.systemUTC()));
		watch.warmUp();
		return watch;
	}

	@Bean
	@Order(5)
	OwnershipSection raspOwnershipSection(OwnershipWatch watch, ObjectProvider<LearntOwnershipDetector> learnt) {
		return new OwnershipSection(watch,
				() -> learnt.stream().findFirst().map(LearntOwnershipDetector::facts).orElseGet(Map::of));
	}

}
