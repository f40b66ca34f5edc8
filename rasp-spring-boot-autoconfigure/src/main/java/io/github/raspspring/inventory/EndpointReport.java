package io.github.raspspring.inventory;

import java.util.List;
import java.util.Map;
import java.util.Set;

import io.github.raspspring.engine.EnforcementMode;
import io.github.raspspring.engine.Policy;

/**
 * An endpoint as the inventory shows it: what is declared of it, what was seen, and what
 * applies.
 */
record EndpointReport(EndpointKind kind, List<String> methods, List<String> patterns, String handler,
		List<String> consumes, List<String> produces, List<EndpointParameter> parameters, Coverage coverage,
		String open, List<String> sensitive, Set<SensitiveKind> sensitiveValues, Set<String> tables, Set<String> hosts,
		AccessRule access, String policy, EnforcementMode mode, Map<String, Object> traffic, EndpointRisk risk) {

	static EndpointReport of(Endpoint endpoint, TrafficCount seen, Policy policy, ReachedTargets.Targets targets,
			AccessRule access) {
		return new EndpointReport(endpoint.kind(), endpoint.methods(), endpoint.patterns(), endpoint.handler(),
				endpoint.consumes(), endpoint.produces(), endpoint.parameters(), endpoint.coverage(), endpoint.open(),
				endpoint.sensitive(), seen.kinds(), targets.tables(), targets.hosts(), access, policy.id(),
				policy.mode(), seen.describe(), EndpointRisk.of(endpoint, seen, policy.mode(), targets, access));
	}

}
