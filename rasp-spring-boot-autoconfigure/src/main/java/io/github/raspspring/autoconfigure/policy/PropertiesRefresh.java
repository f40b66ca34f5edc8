package io.github.raspspring.autoconfigure.policy;

import java.time.Clock;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import io.github.raspspring.autoconfigure.EventReferences;
import io.github.raspspring.autoconfigure.PolicyAssembly;
import io.github.raspspring.autoconfigure.RaspProperties;
import io.github.raspspring.engine.EndpointSection;
import io.github.raspspring.engine.Redaction;
import io.github.raspspring.engine.event.PolicyChanged;
import io.github.raspspring.engine.event.SecurityEventPublisher;
import io.github.raspspring.policy.RoutePolicies;
import io.github.raspspring.policy.admission.ClientRule;
import io.github.raspspring.policy.admission.ClientRules;
import io.github.raspspring.policy.patch.PatchCatalog;
import io.github.raspspring.policy.patch.VirtualPatch;
import org.apache.commons.logging.Log;
import org.apache.commons.logging.LogFactory;
import org.jspecify.annotations.Nullable;

import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.context.properties.bind.BindException;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.boot.context.properties.source.InvalidConfigurationPropertyValueException;
import org.springframework.context.ApplicationEvent;
import org.springframework.context.event.SmartApplicationListener;
import org.springframework.core.env.Environment;

/**
 * Takes over modes, routes, clients of routes and patches when Spring's environment has
 * changed. Whoever changes it tells by an event called {@code EnvironmentChangeEvent}, as
 * that of Spring Cloud is; it is known by its name, so nothing of Spring Cloud is needed.
 * What can't be read changes nothing at all, and is told.
 */
final class PropertiesRefresh implements SmartApplicationListener, EndpointSection {

	private static final Log logger = LogFactory.getLog("rasp");

	/** Changes that an event names at most. */
	private static final int SHOWN = 20;

	private static final String EVENT = "EnvironmentChangeEvent";

	private final Environment environment;

	private final CurrentProperties properties;

	private final @Nullable RoutePolicies policies;

	private final ClientRuleFactory factory;

	private final ClientRules clients;

	private final PatchCatalog patches;

	private final RouteCheck check;

	private final ObjectProvider<SecurityEventPublisher> publisher;

	private long taken;

	private String failure = "";

	PropertiesRefresh(Environment environment, CurrentProperties properties, @Nullable RoutePolicies policies,
			ClientRuleFactory factory, ClientRules clients, PatchCatalog patches, RouteCheck check,
			ObjectProvider<SecurityEventPublisher> publisher) {
		this.environment = environment;
		this.properties = properties;
		this.policies = policies;
		this.factory = factory;
		this.clients = clients;
		this.patches = patches;
		this.check = check;
		this.publisher = publisher;
	}

	/**
	 * Asked once per kind of event: Spring MVC publishes one at each request.
	 */
	@Override
	public boolean supportsEventType(Class<? extends ApplicationEvent> type) {
		return type.getSimpleName().equals(EVENT);
	}

	@Override
	public void onApplicationEvent(ApplicationEvent event) {
		refresh();
	}

	private synchronized void refresh() {
		try {
			Binder binder = Binder.get(this.environment);
			RaspProperties application = binder.bindOrCreate("rasp", RaspProperties.class);
			RaspPatchProperties patches = binder.bindOrCreate("rasp", RaspPatchProperties.class);
			List<String> differences = this.properties.differences(application, patches);
			if (!differences.isEmpty()) {
				take(application, patches);
				logger.info("Took over modes, routes and patches of the changed environment.");
				tell(true, differences.stream().limit(SHOWN).map(Redaction::line).toList());
			}
			this.failure = "";
		}
		catch (InvalidConfigurationPropertyValueException ex) {
			refuse(ex.getName() + "=" + ex.getValue() + ": " + ex.getReason(), ex.getName());
		}
		catch (BindException ex) {
			refuse(reason(ex), ex.getName().toString());
		}
	}

	/**
	 * What a record checks itself is told as it says it.
	 */
	private static String reason(BindException failure) {
		for (Throwable cause = failure.getCause(); cause != null; cause = cause.getCause()) {
			if (cause instanceof InvalidConfigurationPropertyValueException invalid) {
				return invalid.getName() + "=" + invalid.getValue() + ": " + invalid.getReason();
			}
		}
		return failure.getName() + " can't be read as " + failure.getTarget().getType();
	}

	/**
	 * Make everything first, so that all of it changes or nothing.
	 */
	private void take(RaspProperties application, RaspPatchProperties patches) {
		PolicyAssembly assembly = new PolicyAssembly(application);
		List<ClientRule> clients = this.factory.rules(application);
		List<VirtualPatch> made = PatchFactory.patches(patches);
		if (this.policies != null) {
			assembly.replace(this.policies);
		}
		this.clients.replace(clients);
		this.patches.replace(made);
		this.properties.replace(application, patches);
		this.check.begin();
		this.taken++;
	}

	private void tell(boolean taken, List<String> changes) {
		this.publisher.ifAvailable((available) -> available.publish(
				new PolicyChanged(EventReferences.next(), Clock.systemUTC().instant(), "environment", taken, changes)));
	}

	/**
	 * The event, which leaves the application, names the property and not its value.
	 */
	private void refuse(String reason, String property) {
		this.failure = reason;
		tell(false, List.of(Redaction.label(property)));
		logger.error("The changed environment is not taken over, what applied before still does. " + reason);
	}

	@Override
	public String name() {
		return "refresh";
	}

	@Override
	public synchronized Map<String, Object> overview() {
		Map<String, Object> overview = new LinkedHashMap<>();
		overview.put("taken", this.taken);
		overview.put("refused", this.failure);
		return overview;
	}

	@Override
	public synchronized List<String> gaps() {
		return this.failure.isEmpty() ? List.of()
				: List.of("The changed environment is not taken over: " + this.failure);
	}

	@Override
	public Object content() {
		return overview();
	}

}
