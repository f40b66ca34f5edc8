package io.github.raspspring.policy;

import java.time.Duration;
import java.util.Map;
import java.util.Set;

import io.github.raspspring.engine.EnforcementMode;
import io.github.raspspring.engine.FailureMode;
import io.github.raspspring.engine.Policy;
import org.jspecify.annotations.Nullable;

/**
 * A policy as the endpoint shows it.
 */
record PolicyDescriptor(String id, EnforcementMode mode, int blockScore, FailureMode failureMode,
		Set<String> excludedDetectors, Map<String, EnforcementMode> detectorModes,
		Map<String, EnforcementMode> jsonRouteModes, Set<String> excludedParameters,
		Map<String, Set<String>> excludedValues, @Nullable Integer bodyLimit, @Nullable String maxBudget) {

	static PolicyDescriptor of(Policy policy) {
		Duration budget = policy.limits().budget();
		return new PolicyDescriptor(policy.id(), policy.mode(), policy.blockScore(), policy.failureMode(),
				policy.excludedDetectors(), policy.detectorModes(), policy.jsonRouteModes(),
				policy.excludedParameters(), policy.excludedValues(),
				policy.limits().isOfBody() ? policy.limits().bodySize() : null,
				(budget != null) ? budget.toString() : null);
	}

}
