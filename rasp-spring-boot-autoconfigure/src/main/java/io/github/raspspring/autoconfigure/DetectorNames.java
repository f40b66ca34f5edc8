package io.github.raspspring.autoconfigure;

import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;

import io.github.raspspring.engine.pipeline.Unjudged;
import io.github.raspspring.sink.SinkKind;

import org.springframework.boot.context.properties.source.InvalidConfigurationPropertyValueException;

/**
 * The names by which detectors, sinks and other sources of findings are configured.
 *
 * @param known all there are
 */
record DetectorNames(Set<String> known) {

	/**
	 * Those that need not take part, as a library is missing or a room is switched off.
	 */
	private static final Set<String> BUILT_IN = Set.of("behavior-account-creation", "behavior-brute-force",
			"behavior-credential-stuffing", "behavior-endpoint-health", "behavior-enumeration", "behavior-fan-out",
			"behavior-forged-tokens", "behavior-honey", "behavior-probing", "behavior-rarity", "behavior-scraping",
			"behavior-sequence", "behavior-trend", "behavior-volume", "class-access", "client-list-feeds",
			"client-reputation", "client-score", "client-score-subject", "command-injection", "cross-site-scripting",
			"deserialization", "expression-injection", "forward", "function-level-authorization", "graphql-limits",
			"header-injection", "jndi-injection", "ldap-injection", "log-forging", "nosql-injection",
			"ownership-learnt", "path-traversal", "profile-declared", "protocol", "route-clients", "route-handlers",
			"route-subjects", "scanner-client", "server-side-include", "sql-injection", "ssrf", "token-in-form",
			"upload-name", "virtual-patch", "xml-external-entity", "xpath-injection");

	/** Sources of findings that are configured like detectors but are none. */
	private static final Set<String> OTHER_SOURCES = Set.of("ownership", "profile-answer", "profile-learnt", "token",
			"value-reader", Unjudged.SOURCE);

	static DetectorNames of(Set<String> detectors) {
		Set<String> known = new TreeSet<>(detectors);
		known.addAll(BUILT_IN);
		known.addAll(OTHER_SOURCES);
		Stream.of(SinkKind.values()).map(SinkKind::source).forEach(known::add);
		return new DetectorNames(known);
	}

	/**
	 * Stop the start at a name that nothing has.
	 */
	void check(RaspProperties properties) {
		properties.detectors().keySet().forEach((name) -> check("rasp.detectors." + name, name));
		for (int i = 0; i < properties.routes().size(); i++) {
			String property = "rasp.routes[" + i + "].excluded-detectors";
			properties.routes().get(i).excludedDetectors().forEach((name) -> check(property, name));
			String modes = "rasp.routes[" + i + "].detector-modes.";
			properties.routes().get(i).detectorModes().keySet().forEach((name) -> check(modes + name, name));
			String values = "rasp.routes[" + i + "].excluded-values.";
			properties.routes().get(i).excludedValues().keySet().forEach((name) -> check(values + name, name));
		}
	}

	private void check(String property, String name) {
		if (!this.known.contains(name)) {
			String nearest = Spelling.nearest(name, this.known);
			throw new InvalidConfigurationPropertyValueException(property, name,
					"There is no such detector. " + ((nearest != null) ? "Did you mean " + nearest + "? " : "")
							+ "Known are: " + String.join(", ", this.known) + ".");
		}
	}

}
