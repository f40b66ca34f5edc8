package io.github.raspspring.autoconfigure.policy;

import java.security.cert.X509Certificate;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.BiConsumer;
import java.util.function.Function;

import io.github.raspspring.autoconfigure.EventReferences;
import io.github.raspspring.autoconfigure.RaspAutoConfiguration;
import io.github.raspspring.autoconfigure.RaspProperties;
import io.github.raspspring.client.ClientKeys;
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
import io.github.raspspring.policy.admission.ClientRule;
import io.github.raspspring.policy.admission.RouteClients;
import io.github.raspspring.policy.advice.RollOutAdvice;
import io.github.raspspring.policy.patch.PatchCatalog;
import io.github.raspspring.policy.patch.PatchDetector;
import io.github.raspspring.policy.patch.VirtualPatch;
import jakarta.servlet.ServletContext;
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
import org.springframework.web.context.request.RequestAttributes;
import org.springframework.web.context.request.RequestContextHolder;
import org.springframework.web.servlet.handler.AbstractUrlHandlerMapping;

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

	@Bean
	RouteClients raspRouteClients(ClientRules rules) {
		return new RouteClients(Phase.REQUEST, rules.rules());
	}

	@Bean
	RouteClients raspRouteSubjects(ClientRules rules) {
		return new RouteClients(Phase.IDENTITY, rules.rules());
	}

	@Bean
	RouteClients raspRouteHandlers(ClientRules rules) {
		return new RouteClients(Phase.HANDLER, rules.rules());
	}

	@Bean
	ClientRules raspClientRules(RaspProperties properties, ObjectProvider<ClientKeys> keys) {
		Function<String, @Nullable String> hash = (key) -> {
			ClientKeys known = keys.getIfAvailable();
			return (known != null) ? known.complete(new ClientIdentity("none"), null, (header) -> key).apiKey() : null;
		};
		return new ClientRules(new ClientRuleFactory(hash, RaspPolicyAutoConfiguration::certificate).rules(properties));
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
	RouteCheck raspRouteCheck(RaspProperties properties, RaspPatchProperties patches,
			ObjectProvider<EndpointInventory> inventory, ObjectProvider<AbstractUrlHandlerMapping> urls,
			ObjectProvider<ServletContext> servlets) {
		Map<String, String> patterns = new LinkedHashMap<>();
		for (int i = 0; i < properties.routes().size(); i++) {
			patterns.put("rasp.routes[" + i + "].pattern", String.valueOf(properties.routes().get(i).pattern()));
		}
		for (int i = 0; i < patches.patches().size(); i++) {
			patterns.put("rasp.patches[" + i + "].pattern", String.valueOf(patches.patches().get(i).pattern()));
		}
		return new RouteCheck(patterns, () -> templates(inventory, urls, servlets));
	}

	/**
	 * What serves whatever there is, such as static resources, tells nothing.
	 */
	private static Set<String> templates(ObjectProvider<EndpointInventory> inventory,
			ObjectProvider<AbstractUrlHandlerMapping> urls, ObjectProvider<ServletContext> servlets) {
		List<String> patterns = new ArrayList<>();
		inventory.ifAvailable((known) -> known.endpoints().forEach((endpoint) -> patterns.addAll(endpoint.patterns())));
		urls.orderedStream().forEach((mapping) -> patterns.addAll(mapping.getHandlerMap().keySet()));
		servlets.ifAvailable((context) -> context.getServletRegistrations()
			.values()
			.forEach((servlet) -> servlet.getMappings()
				.forEach((mapping) -> patterns.add(mapping.replaceFirst("/\\*$", "/**")))));
		patterns.removeIf((pattern) -> pattern.equals("/**") || pattern.equals("/") || pattern.startsWith("*."));
		return RouteCheck.templates(patterns);
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
	RollOutAdvice raspRollOutAdvice(RaspAdviceProperties advice, RaspProperties properties) {
		return new RollOutAdvice(advice.settings(), new RoutesYaml(properties));
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
	FalseAlarms raspFalseAlarms(ObjectProvider<EventArchive> archive, EventHistory history, RaspProperties properties,
			ObjectProvider<EndpointInventory> inventory, ObjectProvider<Clock> clock) {
		EndpointTemplates templates = new EndpointTemplates(() -> {
			EndpointInventory known = inventory.getIfAvailable();
			return (known != null) ? known.endpoints() : List.of();
		});
		return new FalseAlarms(archive.getIfUnique(() -> history), new RoutesYaml(properties), templates,
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

	/**
	 * Who reaches which route.
	 *
	 * @param rules a rule for each route, none if all of them are open to everybody
	 */
	record ClientRules(List<ClientRule> rules) {

	}

}
