package io.github.raspspring.autoconfigure.policy;

import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Supplier;

import io.github.raspspring.autoconfigure.RaspProperties;
import io.github.raspspring.autoconfigure.RaspProperties.Clients;
import io.github.raspspring.autoconfigure.RaspProperties.Route;
import io.github.raspspring.engine.EnforcementMode;
import io.github.raspspring.event.mark.Exclusion;
import io.github.raspspring.event.mark.ExclusionWriter;
import io.github.raspspring.policy.advice.Promotion;
import io.github.raspspring.policy.advice.RollOutAdvice;
import org.jspecify.annotations.Nullable;

import org.springframework.boot.convert.DurationStyle;

/**
 * Writes the routes of an application with some of them promoted. A list of the
 * configuration replaces another as a whole, so all of them are written: the promoted
 * ones first, each with what applies to it now.
 */
final class RoutesYaml implements RollOutAdvice.Configuration, ExclusionWriter {

	private final Supplier<RaspProperties> properties;

	RoutesYaml(Supplier<RaspProperties> properties) {
		this.properties = properties;
	}

	@Override
	public String promote(List<Promotion> due, boolean exclude) {
		StringBuilder yaml = new StringBuilder("rasp:\n  routes:\n");
		for (Promotion promotion : due) {
			Route now = now(promotion.policy());
			Map<String, EnforcementMode> modes = new TreeMap<>((now != null) ? now.detectorModes() : Map.of());
			Set<String> parameters = new LinkedHashSet<>((now != null) ? now.excludedParameters() : Set.of());
			if (exclude && !promotion.parameters().isEmpty()) {
				parameters.addAll(promotion.parameters());
			}
			else {
				promotion.watched().forEach((detector) -> modes.put(detector, EnforcementMode.MONITOR));
			}
			write(yaml, now, null, promotion.template(), Set.of(promotion.method()), EnforcementMode.BLOCK, modes,
					parameters, (now != null) ? now.excludedValues() : Map.of());
		}
		others(yaml);
		return yaml.toString();
	}

	@Override
	public String exclude(String policy, String method, String template, Collection<Exclusion> exclusions) {
		Route now = now(policy);
		Map<String, EnforcementMode> modes = new TreeMap<>((now != null) ? now.detectorModes() : Map.of());
		Map<String, Set<String>> values = new TreeMap<>((now != null) ? now.excludedValues() : Map.of());
		for (Exclusion exclusion : exclusions) {
			if (exclusion.parameter() == null) {
				modes.put(exclusion.detector(), EnforcementMode.MONITOR);
			}
			else {
				Set<String> names = new TreeSet<>(values.getOrDefault(exclusion.detector(), Set.of()));
				names.add(exclusion.parameter());
				values.put(exclusion.detector(), names);
			}
		}
		StringBuilder yaml = new StringBuilder("rasp:\n  routes:\n");
		write(yaml, now, null, template, Set.of(method), (now != null) ? now.mode() : null, modes,
				(now != null) ? now.excludedParameters() : Set.of(), values);
		others(yaml);
		return yaml.toString();
	}

	private void others(StringBuilder yaml) {
		for (Route route : this.properties.get().routes()) {
			write(yaml, route, route.id(), String.valueOf(route.pattern()), route.methods(), route.mode(),
					route.detectorModes(), route.excludedParameters(), route.excludedValues());
		}
	}

	private @Nullable Route now(String policy) {
		return this.properties.get()
			.routes()
			.stream()
			.filter((route) -> policy.equals((route.id() != null) ? route.id() : route.pattern()))
			.findFirst()
			.orElse(null);
	}

	private static void write(StringBuilder yaml, @Nullable Route route, @Nullable String id, String pattern,
			Set<String> methods, @Nullable EnforcementMode mode, Map<String, EnforcementMode> modes,
			Set<String> parameters, Map<String, Set<String>> values) {
		yaml.append("    - pattern: ").append(quoted(pattern)).append('\n');
		value(yaml, "id", id);
		list(yaml, "      ", "methods", methods);
		value(yaml, "mode", mode);
		if (route != null) {
			value(yaml, "failure-mode", route.failureMode());
			value(yaml, "unjudged-mode", route.unjudgedMode());
			value(yaml, "block-score", route.blockScore());
			list(yaml, "      ", "excluded-detectors", route.excludedDetectors());
			list(yaml, "      ", "scopes", route.scopes());
			list(yaml, "      ", "limits", route.limits());
			value(yaml, "body-limit", (route.bodyLimit() != null) ? route.bodyLimit().toBytes() + "B" : null);
			value(yaml, "max-budget",
					(route.maxBudget() != null) ? DurationStyle.SIMPLE.print(route.maxBudget()) : null);
			value(yaml, "percent", route.percent());
		}
		list(yaml, "      ", "excluded-parameters", parameters);
		if (!values.isEmpty()) {
			yaml.append("      excluded-values:\n");
			new TreeMap<>(values).forEach((detector, names) -> list(yaml, "        ", detector, names));
		}
		if (!modes.isEmpty()) {
			yaml.append("      detector-modes:\n");
			new TreeMap<>(modes).forEach((name, detector) -> yaml.append("        ")
				.append(name)
				.append(": ")
				.append(quoted(word(detector)))
				.append('\n'));
		}
		if (route != null && route.clients() != null) {
			clients(yaml, route.clients());
		}
	}

	/**
	 * Keys are secrets, so whoever takes the text has to put them in again.
	 */
	private static void clients(StringBuilder yaml, Clients clients) {
		yaml.append("      clients:\n");
		list(yaml, "        ", "networks", clients.networks());
		list(yaml, "        ", "subjects", clients.subjects());
		list(yaml, "        ", "certificates", clients.certificates());
		if (clients.session()) {
			yaml.append("        session: true\n");
		}
		if (!clients.apiKeys().isEmpty()) {
			yaml.append("        # Put the keys of the route in again, which are not shown here.\n        api-keys:\n"
					+ "          - \"\"\n");
		}
		yaml.append("        require: ").append(word(clients.require())).append('\n');
	}

	private static void value(StringBuilder yaml, String name, @Nullable Object value) {
		if (value != null) {
			String text = (value instanceof Enum<?> constant) ? word(constant) : value.toString();
			yaml.append("      ").append(name).append(": ").append(quoted(text)).append('\n');
		}
	}

	private static void list(StringBuilder yaml, String indent, String name, Collection<String> values) {
		if (!values.isEmpty()) {
			yaml.append(indent).append(name).append(":\n");
			values.stream()
				.sorted()
				.forEach((value) -> yaml.append(indent).append("  - ").append(quoted(value)).append('\n'));
		}
	}

	private static String word(Enum<?> constant) {
		return constant.name().toLowerCase(Locale.ROOT).replace('_', '-');
	}

	/**
	 * Write a text that YAML takes for one whatever it is, and that Spring does not take
	 * for a placeholder.
	 */
	private static String quoted(String text) {
		StringBuilder quoted = new StringBuilder("\"");
		for (int i = 0; i < text.length(); i++) {
			char c = text.charAt(i);
			if (c == '"' || c == '\\') {
				quoted.append('\\').append(c);
			}
			else if (c < ' ' || c > '~') {
				quoted.append(String.format("\\u%04x", (int) c));
			}
			else {
				quoted.append(c);
			}
		}
		return quoted.append('"').toString();
	}

}
