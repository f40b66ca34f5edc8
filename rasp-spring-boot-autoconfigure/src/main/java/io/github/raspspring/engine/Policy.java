package io.github.raspspring.engine;

import java.time.Duration;
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
 * @param jsonRouteModes modes of detectors that are softer where the answer is JSON and
 * nothing else; what such a detector sees is not decided on before the answer is known
 * @param excludedParameters names of values that detectors leave alone; sinks see them
 * @param unjudgedMode what to do in mode block with a request of which not everything was
 * judged, because it takes more time or memory than one request may
 * @param excludedValues names of values by the detector or sink that leaves them alone
 * @param limits how much a request of the route may take
 */
public record Policy(String id, EnforcementMode mode, int blockScore, FailureMode failureMode,
		Set<String> excludedDetectors, Map<String, EnforcementMode> detectorModes,
		Map<String, EnforcementMode> jsonRouteModes, Set<String> excludedParameters, FailureMode unjudgedMode,
		Map<String, Set<String>> excludedValues, Limits limits) {

	/** Points from which on a request is refused unless configured otherwise. */
	public static final int DEFAULT_BLOCK_SCORE = Confidence.STRONG.score();

	public Policy {
		excludedDetectors = Set.copyOf(excludedDetectors);
		detectorModes = Map.copyOf(detectorModes);
		jsonRouteModes = Map.copyOf(jsonRouteModes);
		excludedParameters = Set.copyOf(excludedParameters);
		excludedValues = Map.copyOf(excludedValues);
	}

	/**
	 * Create a policy in which no value is left alone by single detectors.
	 * @param id the name of the route policy
	 * @param mode how far to go on this route
	 * @param blockScore points from which on a request is refused
	 * @param failureMode what to do when a detector fails
	 * @param excludedDetectors names of detectors that don't run on this route
	 * @param detectorModes modes of detectors that are softer than the route's
	 * @param jsonRouteModes modes that are softer where the answer is JSON
	 * @param excludedParameters names of values that detectors leave alone
	 * @param unjudgedMode what to do with a request that was not judged in full
	 */
	public Policy(String id, EnforcementMode mode, int blockScore, FailureMode failureMode,
			Set<String> excludedDetectors, Map<String, EnforcementMode> detectorModes,
			Map<String, EnforcementMode> jsonRouteModes, Set<String> excludedParameters, FailureMode unjudgedMode) {
		this(id, mode, blockScore, failureMode, excludedDetectors, detectorModes, jsonRouteModes, excludedParameters,
				unjudgedMode, Map.of(), Limits.NONE);
	}

	/**
	 * Create a policy that refuses, in mode block, what can't be judged in time.
	 * @param id the name of the route policy
	 * @param mode how far to go on this route
	 * @param blockScore points from which on a request is refused
	 * @param failureMode what to do when a detector fails
	 * @param excludedDetectors names of detectors that don't run on this route
	 * @param detectorModes modes of detectors that are softer than the route's
	 * @param jsonRouteModes modes that are softer where the answer is JSON
	 * @param excludedParameters names of values that detectors leave alone
	 */
	public Policy(String id, EnforcementMode mode, int blockScore, FailureMode failureMode,
			Set<String> excludedDetectors, Map<String, EnforcementMode> detectorModes,
			Map<String, EnforcementMode> jsonRouteModes, Set<String> excludedParameters) {
		this(id, mode, blockScore, failureMode, excludedDetectors, detectorModes, jsonRouteModes, excludedParameters,
				FailureMode.CLOSED);
	}

	/**
	 * Create a policy that is the same whatever the route answers, for all parameters.
	 * @param id the name of the route policy
	 * @param mode how far to go on this route
	 * @param blockScore points from which on a request is refused
	 * @param failureMode what to do when a detector fails
	 * @param excludedDetectors names of detectors that don't run on this route
	 * @param detectorModes modes of detectors that are softer than the route's
	 */
	public Policy(String id, EnforcementMode mode, int blockScore, FailureMode failureMode,
			Set<String> excludedDetectors, Map<String, EnforcementMode> detectorModes) {
		this(id, mode, blockScore, failureMode, excludedDetectors, detectorModes, Map.of(), Set.of());
	}

	/**
	 * Create a policy without exceptions.
	 * @param mode how far to go
	 * @return the policy named {@code default}
	 */
	public static Policy of(EnforcementMode mode) {
		return new Policy("default", mode, DEFAULT_BLOCK_SCORE, FailureMode.OPEN, Set.of(), Map.of());
	}

	/**
	 * Return the same in another mode.
	 * @param other how far to go
	 * @return a policy of its own
	 */
	public Policy in(EnforcementMode other) {
		return new Policy(this.id, other, this.blockScore, this.failureMode, this.excludedDetectors, this.detectorModes,
				this.jsonRouteModes, this.excludedParameters, this.unjudgedMode, this.excludedValues, this.limits);
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
		if (!this.excludedDetectors.isEmpty() && this.excludedDetectors.contains(source)) {
			return EnforcementMode.OFF;
		}
		return this.detectorModes.isEmpty() ? this.mode
				: this.mode.softenedBy(this.detectorModes.getOrDefault(source, EnforcementMode.BLOCK));
	}

	/**
	 * Return how far a detector or sink may go on this route, given what it answers with.
	 * As long as that is not known, the softer mode applies.
	 * @param source name of the detector or sink
	 * @param answer what the route answers with, as far as it is known
	 * @return the mode, {@link EnforcementMode#OFF} if it is excluded
	 */
	public EnforcementMode modeOf(String source, Answer answer) {
		EnforcementMode mode = modeOf(source);
		return (answer == Answer.ANYTHING) ? mode
				: mode.softenedBy(this.jsonRouteModes.getOrDefault(source, EnforcementMode.BLOCK));
	}

	/**
	 * Return whether what was seen is to be left alone.
	 * @param finding what a detector or sink saw in a value
	 * @return {@code true} if its detector leaves values of this name alone
	 */
	public boolean excludes(Finding finding) {
		Set<String> names = this.excludedValues.get(finding.detector());
		return names != null && finding.name() != null && names.contains(finding.name());
	}

	/**
	 * How much a request of a route may take.
	 *
	 * @param bodySize most bytes of a body, {@link Integer#MAX_VALUE} where only the
	 * limit of the application holds
	 * @param budget time that judging one request may take, or {@code null} for that of
	 * the application
	 */
	public record Limits(int bodySize, @Nullable Duration budget) {

		/** What holds where a route sets none. */
		public static final Limits NONE = new Limits(Integer.MAX_VALUE, null);

		/**
		 * Return whether the route has a limit of its own for bodies.
		 * @return {@code true} if it has
		 */
		public boolean isOfBody() {
			return this.bodySize != Integer.MAX_VALUE;
		}

	}

}
