package io.github.raspspring.inventory.drift;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

import io.github.raspspring.inventory.AccessRule;
import io.github.raspspring.inventory.Endpoint;
import io.github.raspspring.inventory.EndpointInventory;

/**
 * What of an API is written down to be compared: methods, paths, parameters, and who may
 * call by the configuration. Nothing that depends on traffic.
 */
final class ApiFacts {

	private ApiFacts() {
	}

	/**
	 * Return the facts of each endpoint by its methods and paths.
	 */
	static Map<String, Map<String, Object>> of(EndpointInventory inventory) {
		Map<String, Map<String, Object>> facts = new TreeMap<>();
		for (Endpoint endpoint : inventory.endpoints()) {
			String methods = endpoint.methods().isEmpty() ? "ANY" : String.join(",", endpoint.methods());
			facts.merge(methods + ' ' + String.join(" ", endpoint.patterns()), facts(endpoint, inventory),
					(one, other) -> one);
		}
		return facts;
	}

	private static Map<String, Object> facts(Endpoint endpoint, EndpointInventory inventory) {
		List<String> parameters = endpoint.parameters()
			.stream()
			.filter((parameter) -> !parameter.location().equals("request"))
			.map((parameter) -> parameter.location() + ' ' + parameter.name() + ' ' + parameter.type()
					+ (parameter.constraints().isEmpty() ? "" : " " + parameter.constraints()))
			.sorted()
			.toList();
		AccessRule access = inventory.accessTo(endpoint);
		Map<String, Object> facts = new LinkedHashMap<>();
		facts.put("kind", endpoint.kind().name());
		facts.put("parameters", parameters);
		facts.put("access", access.source().equals(AccessRule.CONFIGURED)
				? (access.required() + " " + String.join(",", access.authorities()) + ' ' + access.method()).strip()
				: "");
		return facts;
	}

}
