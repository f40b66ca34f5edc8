package io.github.raspspring.autoconfigure.ownership;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Predicate;

import io.github.raspspring.autoconfigure.RouteChecks;
import io.github.raspspring.autoconfigure.ownership.RaspOwnershipProperties.Rule;
import io.github.raspspring.engine.Inspection;
import io.github.raspspring.ownership.OwnershipRule;
import org.jspecify.annotations.Nullable;

import org.springframework.boot.context.properties.source.InvalidConfigurationPropertyValueException;
import org.springframework.http.server.PathContainer;
import org.springframework.web.util.pattern.PathPattern;

/**
 * Makes rules of properties, and names the property where that is impossible.
 */
final class OwnershipRuleFactory {

	private static final String RULES = "rasp.ownership.rules[";

	private static final String NAME = "[\\p{L}\\p{N}_$ .\"`\\[\\]-]{1,200}";

	private OwnershipRuleFactory() {
	}

	static List<OwnershipRule> rules(RaspOwnershipProperties properties) {
		List<OwnershipRule> rules = new ArrayList<>();
		Map<String, String> ids = new HashMap<>();
		Map<String, String> tables = new HashMap<>();
		for (int i = 0; i < properties.rules().size(); i++) {
			String property = RULES + i + "].";
			OwnershipRule rule = rule(property, properties.rules().get(i));
			unique(ids, property + "id", rule.id(), "id");
			for (int j = 0; j < rule.tables().size(); j++) {
				unique(tables, property + "tables[" + j + "]", rule.tables().get(j).toLowerCase(Locale.ROOT), "table");
			}
			rules.add(rule);
		}
		return rules;
	}

	private static OwnershipRule rule(String property, Rule rule) {
		if (rule.tables().isEmpty()) {
			throw invalid(property + "tables", rule.tables(), "Name at least one table, such as orders.");
		}
		for (int i = 0; i < rule.tables().size(); i++) {
			name(property + "tables[" + i + "]", rule.tables().get(i), "Name a table, such as orders or shop.orders.");
		}
		String column = name(property + "column", rule.column(), "Name the column of the owner, such as customer.");
		String idColumn = name(property + "id-column", rule.idColumn(),
				"Name the column of the identifier, such as id.");
		if (rule.claim().isBlank()) {
			throw invalid(property + "claim", rule.claim(),
					"Name the claim that the column has to equal, such as sub.");
		}
		return new OwnershipRule((rule.id() != null && !rule.id().isBlank()) ? rule.id() : rule.tables().get(0),
				rule.tables(), column, idColumn, rule.claim(), rule.exemptAuthorities(),
				routes(property + "routes", rule.routes()), rule.mode());
	}

	private static String name(String property, @Nullable String name, String mend) {
		if (name == null || name.isBlank() || !name.matches(NAME)) {
			throw invalid(property, name, mend);
		}
		return name;
	}

	private static void unique(Map<String, String> known, String property, String value, String kind) {
		String other = known.putIfAbsent(value, property);
		if (other != null) {
			throw invalid(property, value, "Two rules have this " + kind + ", the other at " + other
					+ ". Give each rule an id of its own, and each table one rule.");
		}
	}

	private static Predicate<Inspection> routes(String property, List<String> routes) {
		List<PathPattern> patterns = new ArrayList<>();
		for (int i = 0; i < routes.size(); i++) {
			patterns.add(RouteChecks.pattern(property + "[" + i + "]", routes.get(i)));
		}
		if (patterns.isEmpty()) {
			return (inspection) -> true;
		}
		return (inspection) -> {
			PathContainer path = PathContainer.parsePath(inspection.path());
			return patterns.stream().anyMatch((pattern) -> pattern.matches(path));
		};
	}

	private static InvalidConfigurationPropertyValueException invalid(String property, @Nullable Object value,
			String mend) {
		return new InvalidConfigurationPropertyValueException(property, value, mend);
	}

}
