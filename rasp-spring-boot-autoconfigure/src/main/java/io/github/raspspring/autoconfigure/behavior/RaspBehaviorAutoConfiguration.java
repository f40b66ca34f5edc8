package io.github.raspspring.autoconfigure.behavior;

import java.time.Clock;
import java.util.EnumSet;

import io.github.raspspring.autoconfigure.RaspAutoConfiguration;
import io.github.raspspring.autoconfigure.client.RaspClientAutoConfiguration;
import io.github.raspspring.autoconfigure.client.RaspClientProperties;
import io.github.raspspring.autoconfigure.store.RaspStoreAutoConfiguration;
import io.github.raspspring.autoconfigure.web.RaspFilterOrder;
import io.github.raspspring.behavior.BehaviorDetector;
import io.github.raspspring.behavior.BehaviorMonitor;
import io.github.raspspring.behavior.LimitSharing;
import io.github.raspspring.behavior.LimitSnapshot;
import io.github.raspspring.behavior.answer.AnswerMeasureFilter;
import io.github.raspspring.engine.ClientScores;
import io.github.raspspring.engine.EndpointSection;
import io.github.raspspring.engine.ExpiringStores;
import io.github.raspspring.engine.ExpiringStores.Reading;
import io.github.raspspring.engine.InspectionScope;
import io.github.raspspring.engine.Phase;
import io.github.raspspring.engine.event.SecurityEventPublisher;
import jakarta.servlet.DispatcherType;

import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBooleanProperty;
import org.springframework.boot.autoconfigure.condition.ConditionalOnClass;
import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication.Type;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.web.servlet.FilterRegistrationBean;
import org.springframework.context.annotation.Bean;
import org.springframework.web.util.pattern.PathPattern;

/**
 * Auto-configuration of what looks at usage. In mode monitor, which is the default of
 * each detector, nothing is refused for it, and the score of clients takes note.
 */
@AutoConfiguration(before = RaspAutoConfiguration.class,
		after = { RaspStoreAutoConfiguration.class, RaspClientAutoConfiguration.class })
@ConditionalOnClass(PathPattern.class)
@ConditionalOnWebApplication(type = Type.SERVLET)
@ConditionalOnBooleanProperty(name = { "rasp.enabled", "rasp.behavior.enabled" }, matchIfMissing = true)
@EnableConfigurationProperties({ RaspBehaviorProperties.class, RaspClientProperties.class })
public final class RaspBehaviorAutoConfiguration {

	private static final int MOST_SHARED = 20_000;

	@Bean
	BehaviorAssembly raspBehaviorAssembly(RaspBehaviorProperties properties, RaspClientProperties client,
			ObjectProvider<ClientScores> scores, ObjectProvider<SecurityEventPublisher> publisher,
			ObjectProvider<Clock> clock) {
		return new BehaviorAssembly(properties, client.apiKeyHeaders(), scores.getIfAvailable(() -> ClientScores.NONE),
				(event) -> publisher.ifAvailable((available) -> available.publish(event)),
				clock.getIfUnique(Clock::systemUTC));
	}

	@Bean
	BehaviorMonitor raspBehaviorMonitor(BehaviorAssembly assembly) {
		return assembly.monitor();
	}

	@Bean
	BehaviorTasks raspBehaviorTasks(BehaviorAssembly assembly, RaspBehaviorProperties properties, ExpiringStores stores,
			ObjectProvider<Clock> clock) {
		LimitSharing sharing = properties.adaptive().shared()
				? new LimitSharing(stores.open("usage", MOST_SHARED, Reading.EVENTUAL), assembly.routes(),
						clock.getIfUnique(Clock::systemUTC))
				: null;
		LimitSnapshot snapshot = (properties.adaptive().snapshot() != null)
				? new LimitSnapshot(properties.adaptive().snapshot()) : null;
		return new BehaviorTasks(assembly.monitor(), assembly.routes(), snapshot, sharing);
	}

	@Bean
	BehaviorDetector raspBehaviorAtRequest(BehaviorMonitor monitor) {
		return new BehaviorDetector(monitor, Phase.REQUEST);
	}

	@Bean
	BehaviorDetector raspBehaviorAtIdentity(BehaviorMonitor monitor) {
		return new BehaviorDetector(monitor, Phase.IDENTITY);
	}

	@Bean
	BehaviorDetector raspBehaviorAtHandler(BehaviorMonitor monitor) {
		return new BehaviorDetector(monitor, Phase.HANDLER);
	}

	@Bean
	EndpointSection raspBehaviorSection(BehaviorAssembly assembly) {
		return assembly.section();
	}

	@Bean
	FilterRegistrationBean<AnswerMeasureFilter> raspAnswerMeasureFilter(InspectionScope scope,
			ObjectProvider<RaspFilterOrder> order, ObjectProvider<AnswerMeasureFilter.Container> container) {
		FilterRegistrationBean<AnswerMeasureFilter> registration = new FilterRegistrationBean<>(
				new AnswerMeasureFilter(scope, container.getIfAvailable(() -> AnswerMeasureFilter.Container.UNKNOWN)));
		RaspFilterOrder inspection = order.getIfAvailable();
		registration.setOrder((inspection != null) ? inspection.value() + 1 : 0);
		registration.setDispatcherTypes(EnumSet.of(DispatcherType.REQUEST));
		registration.setAsyncSupported(true);
		return registration;
	}

}
