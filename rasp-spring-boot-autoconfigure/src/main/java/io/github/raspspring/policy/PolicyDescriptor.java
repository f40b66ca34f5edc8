package io.github.raspspring.policy;

import java.util.Map;
import java.util.Set;

import io.github.raspspring.engine.EnforcementMode;
import io.github.raspspring.engine.FailureMode;
import io.github.raspspring.engine.Policy;

/**
 * A policy as the endpoint shows it.
 */
record PolicyDescriptor(String id, EnforcementMode mode, int blockScore, FailureMode failureMode,
		Set<String> excludedDetectors, Map<String, EnforcementMode> detectorModes,
		Map<String, EnforcementMode> jsonRouteModes, Set<String> excludedParameters,
		Map<String, Set<String>> excludedValues) {

	static PolicyDescriptor of(Policy policy) {
		return new PolicyDescriptor(policy.id(), policy.mode(), policy.blockScore(), policy.failureMode(),
				policy.excludedDetectors(), policy.detectorModes(), policy.jsonRouteModes(),
				policy.excludedParameters(), policy.excludedValues());
	}

}
