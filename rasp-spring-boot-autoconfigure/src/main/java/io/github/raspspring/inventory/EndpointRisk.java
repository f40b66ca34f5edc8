package io.github.raspspring.inventory;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;

import io.github.raspspring.engine.EnforcementMode;

/**
 * How much there is to lose at an endpoint, and why.
 *
 * @param points the more the riskier, to be compared with other endpoints only
 * @param reasons a sentence for each of them
 */
record EndpointRisk(int points, List<String> reasons) {

	static EndpointRisk of(Endpoint endpoint, TrafficCount seen, EnforcementMode mode, ReachedTargets.Targets targets,
			AccessRule access) {
		List<String> reasons = new ArrayList<>();
		int points = 0;
		if (endpoint.coverage() != Coverage.TYPED) {
			points += (endpoint.coverage() == Coverage.RAW) ? 3 : 1;
			reasons.add((endpoint.coverage() == Coverage.RAW) ? endpoint.open() : "It takes texts.");
		}
		if (!endpoint.sensitive().isEmpty() || !seen.kinds().isEmpty()) {
			points += 3;
			reasons.add("It touches sensitive data.");
		}
		if (writes(endpoint.methods())) {
			points += 2;
			reasons.add("It changes something.");
		}
		if (access.required() == AccessRule.Required.NOTHING) {
			points += 2;
			reasons.add("Callers that nobody has authenticated are served.");
		}
		if (!targets.tables().isEmpty()) {
			points += 1;
			reasons.add("It reaches tables: " + String.join(", ", targets.tables()) + ".");
		}
		if (!targets.hosts().isEmpty()) {
			points += 2;
			reasons.add("It calls other hosts: " + String.join(", ", targets.hosts()) + ".");
		}
		if (seen.findings() > 0) {
			points += 3;
			reasons.add("Attacks, or what looks like them, were seen.");
		}
		if (mode != EnforcementMode.BLOCK) {
			points += 2;
			reasons.add("Nothing is refused: its mode is " + mode.name().toLowerCase(Locale.ROOT) + ".");
		}
		if (seen.requests() == 0) {
			points += 1;
			reasons.add("It was never called, so nobody may know that it is there.");
		}
		return new EndpointRisk(points, List.copyOf(reasons));
	}

	private static boolean writes(List<String> methods) {
		return methods.isEmpty() || !Set.of("GET", "HEAD", "OPTIONS", "QUERY").containsAll(methods);
	}

}
