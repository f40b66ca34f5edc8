package io.github.raspspring.autoconfigure.policy;

import java.security.cert.X509Certificate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.BooleanSupplier;
import java.util.function.Function;
import java.util.function.Supplier;

import io.github.raspspring.autoconfigure.RaspProperties;
import io.github.raspspring.autoconfigure.RaspProperties.Clients;
import io.github.raspspring.autoconfigure.RouteChecks;
import io.github.raspspring.client.IpAddress;
import io.github.raspspring.client.NetworkRange;
import io.github.raspspring.client.NetworkTable;
import io.github.raspspring.engine.ClientIdentity;
import io.github.raspspring.engine.Inspection;
import io.github.raspspring.policy.RequestPattern;
import io.github.raspspring.policy.admission.ClientRule;
import io.github.raspspring.policy.admission.ClientRule.Evidence;
import org.jspecify.annotations.Nullable;

import org.springframework.boot.context.properties.source.InvalidConfigurationPropertyValueException;
import org.springframework.util.ClassUtils;

/**
 * Makes the rules about clients of routes from the properties, and says which property is
 * wrong if one is.
 */
final class ClientRuleFactory {

	private static final String SECURITY = "org.springframework.security.web.SecurityFilterChain";

	private final Function<String, @Nullable String> keys;

	private final Supplier<@Nullable X509Certificate> certificate;

	/**
	 * Create a factory.
	 * @param keys hashes an API key the way identities of clients have it; {@code null}
	 * if no header is read for keys
	 * @param certificate finds the verified certificate of the client of the thread
	 */
	ClientRuleFactory(Function<String, @Nullable String> keys, Supplier<@Nullable X509Certificate> certificate) {
		this.keys = keys;
		this.certificate = certificate;
	}

	List<ClientRule> rules(RaspProperties properties) {
		List<ClientRule> rules = new ArrayList<>();
		for (int i = 0; i < properties.routes().size(); i++) {
			String property = "rasp.routes[" + i + "]";
			RaspProperties.Route route = properties.routes().get(i);
			RequestPattern requests = new RequestPattern(RouteChecks.pattern(property + ".pattern", route.pattern()),
					RouteChecks.methods(property + ".methods", route.methods()));
			rules.add(rule(requests, route, property));
		}
		return rules.stream()
			.allMatch((rule) -> rule.known().isEmpty() && rule.subject().isEmpty() && rule.scopes().isEmpty())
					? List.of() : rules;
	}

	private ClientRule rule(RequestPattern requests, RaspProperties.Route route, String routeProperty) {
		Clients clients = route.clients();
		Set<String> scopes = scopes(route, routeProperty + ".scopes");
		if (clients == null) {
			return new ClientRule(requests, List.of(), List.of(), false, scopes);
		}
		String property = routeProperty + ".clients";
		checkSecurity(clients.subjects(), property + ".subjects");
		List<Evidence> known = new ArrayList<>();
		if (!clients.networks().isEmpty()) {
			known.add(network(clients.networks(), property + ".networks"));
		}
		if (!clients.apiKeys().isEmpty()) {
			known.add(apiKey(clients.apiKeys(), property + ".api-keys"));
		}
		if (clients.session()) {
			known.add(new Evidence("session", (inspection) -> inspection.client().session() != null));
		}
		if (!clients.certificates().isEmpty()) {
			known.add(Evidence.ofThread("certificate", certificate(clients, property + ".certificates")));
		}
		List<Evidence> subject = clients.subjects().isEmpty() ? List.of()
				: List.of(new Evidence("subject", (inspection) -> isAny(inspection, clients.subjects())));
		if (known.isEmpty() && subject.isEmpty()) {
			throw new InvalidConfigurationPropertyValueException(property, null,
					"Say which clients reach the route by networks, api-keys, session, subjects or certificates, "
							+ "or leave clients out to let all of them.");
		}
		return new ClientRule(requests, known, subject, clients.require() == Clients.Require.ANY, scopes);
	}

	private static Set<String> scopes(RaspProperties.Route route, String property) {
		for (String scope : route.scopes()) {
			if (scope.isBlank() || scope.indexOf(' ') >= 0) {
				throw new InvalidConfigurationPropertyValueException(property, scope,
						"Name scopes one by one, such as orders:read.");
			}
		}
		checkSecurity(route.scopes(), property);
		return route.scopes();
	}

	/**
	 * Without Spring Security nobody is ever known, and nobody would be asked.
	 */
	private static void checkSecurity(Set<String> names, String property) {
		if (!names.isEmpty() && !ClassUtils.isPresent(SECURITY, ClientRuleFactory.class.getClassLoader())) {
			throw new InvalidConfigurationPropertyValueException(property, names,
					"Add Spring Security, which tells who sends a request, or leave this out.");
		}
	}

	private static boolean isAny(Inspection inspection, Set<String> subjects) {
		return inspection.subject() != null && subjects.contains(inspection.subject().name());
	}

	private static Evidence network(Set<String> networks, String property) {
		NetworkTable.Builder table = new NetworkTable.Builder();
		for (String network : networks) {
			NetworkRange range = NetworkRange.parse(network.strip());
			if (range == null) {
				throw new InvalidConfigurationPropertyValueException(property, network,
						"Set networks such as 10.0.0.0/8 or 2001:db8::/32, or single addresses.");
			}
			table.add(range);
		}
		NetworkTable allowed = table.build();
		return new Evidence("network", (inspection) -> contains(allowed, inspection.client()));
	}

	/**
	 * Behind a trusted proxy that does not tell who it passes on, nobody is known to be
	 * of the network.
	 */
	private static boolean contains(NetworkTable allowed, ClientIdentity client) {
		IpAddress address = (client.isKnown() && !client.proxy()) ? IpAddress.parse(client.address()) : null;
		return address != null && allowed.contains(address);
	}

	private Evidence apiKey(Set<String> keys, String property) {
		Set<String> hashes = new HashSet<>();
		for (String key : keys) {
			String hash = key.isBlank() ? null : this.keys.apply(key);
			if (hash == null) {
				throw new InvalidConfigurationPropertyValueException(property, "(not shown)",
						"Name the header of the keys in rasp.client.api-key-headers, and leave no key empty.");
			}
			hashes.add(hash);
		}
		return new Evidence("API key", (inspection) -> {
			String shown = inspection.client().apiKey();
			return shown != null && hashes.contains(shown);
		});
	}

	private BooleanSupplier certificate(Clients clients, String property) {
		List<CertificateName> names = clients.certificates()
			.stream()
			.map((name) -> CertificateName.of(name, property))
			.toList();
		return () -> {
			X509Certificate shown = this.certificate.get();
			return shown != null && names.stream().anyMatch((name) -> name.names(shown));
		};
	}

}
