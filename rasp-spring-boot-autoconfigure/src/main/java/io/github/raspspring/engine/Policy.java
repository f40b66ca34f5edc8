package io.github.raspspring.engine;

import java.util.Map;
import java.util.Set;

import org.jspecify.annotations.Nullable;

/**
 * What applies to a route. Compared by identity in caches, so resolvers hand out the same
 * instance for the same route.
 *
 * @param id the name of the route policy, {@code default} for the application's
 * @param mode how far to go on this route
 * @param blockScore points from which on a request is refused
 * @param failureMode what to do when a detector fails
 * @param excludedDetectors names of detectors that don't run on this route
 * @param detectorModes modes of detectors that are softer than the route's
 */
public record Policy(String id, EnforcementMode mode, int blockScore, FailureMode failureMode,
		Set<String> excludedDetectors, Map<String, EnforcementMode> detectorModes) {

	/** Points from which on a request is refused unless configured otherwise. */
	public static final int DEFAULT_BLOCK_SCORE = Confidence.STRONG.score();

	public Policy {
		excludedDetectors = Set.copyOf(excludedDetectors);
		detectorModes = Map.copyOf(detectorModes);
	}

	/**
	 * Create a policy without exceptions.
	 * @param mode how far to go
	 * @return the policy named {@code default}
	 */
	public static Policy of(EnforcementMode mode) {
		return new Policy("default", mode, DEFAULT_BLOCK_SCORE, FailureMode.OPEN, Set.of(), Map.of());
	}

	@Override
	public boolean equals(@Nullable Object other) {
		return this == other;
	}

	@Override
	public int hashCode() {
		return System.identityHashCode(this);
	}

	/**
	 * Return how far a detector or sink may go on this route.
	 * @param source name of the detector or sink
	 * @return the mode, {@link EnforcementMode#OFF} if it is excluded
	 */
	public EnforcementMode modeOf(String source) {
		if (this.excludedDetectors.contains(source)) {
			return EnforcementMode.OFF;
		}
		return this.mode.softenedBy(this.detectorModes.getOrDefault(source, EnforcementMode.BLOCK));
	}

}
