package io.github.raspspring.autoconfigure.policy;

import java.time.Clock;
import java.time.Instant;
import java.util.function.BiConsumer;

import io.github.raspspring.autoconfigure.EventReferences;
import io.github.raspspring.autoconfigure.RaspAutoConfiguration;
import io.github.raspspring.engine.event.PatchOverdue;
import io.github.raspspring.engine.event.SecurityEventPublisher;
import io.github.raspspring.policy.patch.PatchCatalog;
import io.github.raspspring.policy.patch.PatchDetector;
import io.github.raspspring.policy.patch.VirtualPatch;
import org.apache.commons.logging.Log;
import org.apache.commons.logging.LogFactory;

import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBooleanProperty;
import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.ApplicationListener;
import org.springframework.context.annotation.Bean;
import org.springframework.core.annotation.Order;

/**
 * Auto-configuration of virtual patches.
 */
@AutoConfiguration(after = RaspAutoConfiguration.class)
@ConditionalOnWebApplication(type = ConditionalOnWebApplication.Type.SERVLET)
@ConditionalOnBooleanProperty(name = "rasp.enabled", matchIfMissing = true)
@EnableConfigurationProperties(RaspPatchProperties.class)
public final class RaspPolicyAutoConfiguration {

	private static final Log logger = LogFactory.getLog("rasp");

	@Bean
	@Order(6)
	PatchCatalog raspPatches(RaspPatchProperties properties, ObjectProvider<SecurityEventPublisher> publisher,
			ObjectProvider<Clock> clock) {
		return new PatchCatalog(PatchFactory.patches(properties), PatchFactory::added, overdue(publisher),
				clock.getIfUnique(Clock::systemUTC));
	}

	@Bean
	PatchDetector raspPatchDetector(PatchCatalog patches) {
		return new PatchDetector(patches);
	}

	@Bean
	ApplicationListener<ApplicationReadyEvent> raspPatchesAtStart(PatchCatalog patches) {
		return (event) -> patches.reportOverdue();
	}

	private static BiConsumer<VirtualPatch, Instant> overdue(ObjectProvider<SecurityEventPublisher> publisher) {
		return (patch, now) -> {
			if (patch.expires() != null) {
				logger.warn("The virtual patch " + patch.id() + " is overdue since " + patch.expires()
						+ " and still enforced: fix the code and remove it, or set a later expires.");
				publisher.getObject()
					.publish(new PatchOverdue(EventReferences.next(), now, patch.id(), patch.reference(),
							patch.expires()));
			}
		};
	}

}
