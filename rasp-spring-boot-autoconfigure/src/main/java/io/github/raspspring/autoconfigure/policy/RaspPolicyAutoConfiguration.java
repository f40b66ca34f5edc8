package io.github.raspspring.autoconfigure.policy;

import java.security.cert.X509Certificate;
import java.time.Clock;
import java.time.Instant;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.function.BiConsumer;
import java.util.function.Function;

import io.github.raspspring.autoconfigure.EventReferences;
import io.github.raspspring.autoconfigure.RaspAutoConfiguration;
import io.github.raspspring.autoconfigure.RaspProperties;
import io.github.raspspring.client.ClientKeys;
import io.github.raspspring.client.OperatorPaths;
import io.github.raspspring.engine.ClientIdentity;
import io.github.raspspring.engine.Detector;
import io.github.raspspring.engine.Phase;
import io.github.raspspring.engine.PolicyResolver;
import io.github.raspspring.engine.ValueReader;
import io.github.raspspring.engine.event.EventArchive;
import io.github.raspspring.engine.event.PatchOverdue;
import io.github.raspspring.engine.event.SecurityEventPublisher;
import io.github.raspspring.event.EventHistory;
import io.github.raspspring.event.mark.FalseAlarms;
import io.github.raspspring.inventory.EndpointInventory;
import io.github.raspspring.policy.RoutePolicies;
import io.github.raspspring.policy.admission.ClientRules;
import io.github.raspspring.policy.admission.RouteClients;
import io.github.raspspring.policy.advice.RollOutAdvice;
import io.github.raspspring.policy.patch.PatchCatalog;
import io.github.raspspring.policy.patch.PatchDetector;
import io.github.raspspring.policy.patch.VirtualPatch;
import org.apache.commons.logging.Log;
import org.apache.commons.logging.LogFactory;
import org.jspecify.annotations.Nullable;

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
import org.springframework.core.env.Environment;
import org.springframework.web.context.request.RequestAttributes;
import org.springframework.web.context.request.RequestContextHolder;

/**
 * Auto-configuration of virtual patches, of the clients of routes, and of advice.
 */
@AutoConfiguration(after = RaspAutoConfiguration.class)
@ConditionalOnWebApplication(type = ConditionalOnWebApplication.Type.SERVLET)
@ConditionalOnBooleanProperty(name = "rasp.enabled", matchIfMissing = true)
@EnableConfigurationProperties({ RaspAdviceProperties.class, RaspPatchProperties.class })
public final class RaspPolicyAutoConfiguration {

	private static final Log logger = LogFactory.getLog("rasp");

	private static final String CERTIFICATES = "jakarta.servlet.request.X509Certificate";

	@Bean
	@Order(6)
	PatchCatalog raspPatches(RaspPatchProperties properties, ObjectProvider<SecurityEventPublisher> publisher,
			ObjectProvider<Clock> clock, ObjectProvider<OperatorPaths> operators) {
		return new PatchCatalog(PatchFactory.patches(properties), PatchFactory::added, overdue(publisher),
				clock.getIfUnique(Clock::systemUTC), operators.getIfAvailable(() -> OperatorPaths.NONE)::contain);
	}

	@Bean
	PatchDetector raspPatchDetector(PatchCatalog patches) {
		return new PatchDetector(patches);
	}

	@Bean
	ApplicationListener<ApplicationReadyEvent> raspPatchesAtStart(PatchCatalog patches) {
		return (event) -> patches.reportOverdue();
	}

	@Bean
	RouteClients raspRouteClients(ClientRules rules) {
		return new RouteClients(Phase.REQUEST, rules);
	}

	@Bean
	RouteClients raspRouteSubjects(ClientRules rules) {
		return new RouteClients(Phase.IDENTITY, rules);
	}

	@Bean
	RouteClients raspRouteHandlers(ClientRules rules) {
		return new RouteClients(Phase.HANDLER, rules);
	}

	@Bean
	CurrentProperties raspCurrentProperties(RaspProperties application, RaspPatchProperties patches) {
		return new CurrentProperties(application, patches);
	}

	@Bean
	@Order(9)
	PropertiesRefresh raspPropertiesRefresh(Environment environment, CurrentProperties properties,
			ObjectProvider<RoutePolicies> policies, ClientRuleFactory factory, ClientRules clients,
			PatchCatalog patches, RouteCheck check, ObjectProvider<SecurityEventPublisher> publisher) {
		return new PropertiesRefresh(environment, properties, policies.getIfAvailable(), factory, clients, patches,
				check, publisher);
	}

	@Bean
	ClientRules raspClientRules(ClientRuleFactory factory, RaspProperties properties) {
		return new ClientRules(factory.rules(properties));
	}

	@Bean
	ClientRuleFactory raspClientRuleFactory(ObjectProvider<ClientKeys> keys) {
		Function<String, @Nullable String> hash = (key) -> {
			ClientKeys known = keys.getIfAvailable();
			return (known != null) ? known.complete(new ClientIdentity("none"), null, (header) -> key).apiKey() : null;
		};
		return new ClientRuleFactory(hash, RaspPolicyAutoConfiguration::certificate);
	}

	/**
	 * The certificate that the container has verified for the request of this thread.
	 */
	private static @Nullable X509Certificate certificate() {
		RequestAttributes request = RequestContextHolder.getRequestAttributes();
		Object chain = (request != null) ? request.getAttribute(CERTIFICATES, RequestAttributes.SCOPE_REQUEST) : null;
		return (chain instanceof X509Certificate[] certificates && certificates.length > 0) ? certificates[0] : null;
	}

	@Bean
	@Order(6)
	RouteCheck raspRouteCheck(CurrentProperties properties, ObjectProvider<EndpointInventory> inventory) {
		return new RouteCheck(properties::patterns, () -> templates(inventory));
	}

	/**
	 * What serves whatever there is, such as static resources, tells nothing.
	 */
	private static Set<String> templates(ObjectProvider<EndpointInventory> inventory) {
		Set<String> patterns = new LinkedHashSet<>();
		inventory.ifAvailable((known) -> known.endpoints().forEach((endpoint) -> patterns.addAll(endpoint.paths())));
		patterns.removeIf((pattern) -> pattern.startsWith("/**"));
		return patterns;
	}

	@Bean
	ApplicationListener<ApplicationReadyEvent> raspRoutesAtStart(RouteCheck check) {
		return (event) -> {
			List<String> unmatched = check.gaps();
			if (!unmatched.isEmpty()) {
				logger.warn("Rules that match no endpoint protect nothing: " + String.join(" ", unmatched));
			}
		};
	}

	@Bean
	@Order(6)
	@ConditionalOnBooleanProperty(name = "rasp.advice.enabled", matchIfMissing = true)
	RollOutAdvice raspRollOutAdvice(RaspAdviceProperties advice, CurrentProperties properties) {
		return new RollOutAdvice(advice.settings(), new RoutesYaml(properties::application));
	}

	@Bean
	@Order(8)
	@ConditionalOnBean({ EventArchive.class, ValueReader.class })
	DecisionTrace raspDecisionTrace(EventArchive archive, PolicyResolver policies, ObjectProvider<Detector> detectors,
			ValueReader reader, RaspProperties properties) {
		return new DecisionTrace(archive, policies,
				() -> detectors.orderedStream().filter((detector) -> isOn(properties, detector)).toList(), reader);
	}

	@Bean
	@Order(9)
	@ConditionalOnBean(EventHistory.class)
	FalseAlarms raspFalseAlarms(ObjectProvider<EventArchive> archive, EventHistory history,
			CurrentProperties properties, ObjectProvider<EndpointInventory> inventory, ObjectProvider<Clock> clock) {
		EndpointTemplates templates = new EndpointTemplates(() -> {
			EndpointInventory known = inventory.getIfAvailable();
			return (known != null) ? known.endpoints() : List.of();
		});
		return new FalseAlarms(archive.getIfUnique(() -> history), new RoutesYaml(properties::application), templates,
				clock.getIfUnique(Clock::systemUTC));
	}

	private static boolean isOn(RaspProperties properties, Detector detector) {
		RaspProperties.DetectorSettings settings = properties.detectors().get(detector.name());
		return settings == null || settings.enabled();
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
