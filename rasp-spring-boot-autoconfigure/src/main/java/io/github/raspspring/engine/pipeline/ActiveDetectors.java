package io.github.raspspring.engine.pipeline;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;

import io.github.raspspring.engine.Detector;
import io.github.raspspring.engine.EnforcementMode;
import io.github.raspspring.engine.Inspection;
import io.github.raspspring.engine.JvmErrors;
import io.github.raspspring.engine.Phase;
import io.github.raspspring.engine.Policy;
import io.github.raspspring.engine.RepeatableDetector;
import io.github.raspspring.engine.ValueDetector;

/**
 * The detectors that run under one policy, sorted by what they look at.
 */
final class ActiveDetectors {

	private final Detector[][] byPhase = new Detector[Phase.values().length][];

	private final ArrivalDetector[] ofArrivals;

	private final Map<Detector, String> names = new IdentityHashMap<>();

	private final ValueDetector[] ofValues;

	private final long[] triggers;

	private final long interest;

	/** The triggers of those that may find something else the next time. */
	private final long changing;

	ActiveDetectors(Policy policy, List<KnownDetector> detectors) {
		List<KnownDetector> active = new ArrayList<>(detectors);
		active.removeIf((known) -> policy.modeOf(known.name()) == EnforcementMode.OFF);
		active.forEach((known) -> this.names.put(known.detector(), known.name()));
		this.ofArrivals = active.stream()
			.map(KnownDetector::detector)
			.filter(ArrivalDetector.class::isInstance)
			.toArray(ArrivalDetector[]::new);
		List<KnownDetector> ofValues = new ArrayList<>(active);
		ofValues.removeIf((known) -> !(known.detector() instanceof ValueDetector));
		active.removeIf((known) -> known.detector() instanceof ValueDetector);
		for (Phase phase : Phase.values()) {
			this.byPhase[phase.ordinal()] = active.stream()
				.filter((known) -> known.phase() == phase)
				.map(KnownDetector::detector)
				.toArray(Detector[]::new);
		}
		this.ofValues = ofValues.stream().map(KnownDetector::detector).toArray(ValueDetector[]::new);
		this.triggers = ofValues.stream().mapToLong(KnownDetector::triggers).toArray();
		this.interest = Arrays.stream(this.triggers).reduce(0, (all, triggers) -> all | triggers);
		this.changing = ofValues.stream()
			.filter((known) -> !(known.detector() instanceof RepeatableDetector))
			.mapToLong(KnownDetector::triggers)
			.reduce(0, (all, triggers) -> all | triggers);
	}

	/**
	 * Return the name of a detector as it was at the start.
	 */
	String nameOf(Detector detector) {
		return this.names.getOrDefault(detector, "detector");
	}

	Detector[] of(Phase phase) {
		return this.byPhase[phase.ordinal()];
	}

	ArrivalDetector[] ofArrivals() {
		return this.ofArrivals;
	}

	/**
	 * Return whether some detector follows all values of an exchange.
	 */
	boolean follow(Inspection exchange) {
		for (ArrivalDetector detector : this.ofArrivals) {
			if (follows(detector, exchange)) {
				return true;
			}
		}
		return false;
	}

	/**
	 * One that can't tell is told of everything, and its failure is noted there.
	 */
	private static boolean follows(ArrivalDetector detector, Inspection exchange) {
		try {
			return detector.follows(exchange);
		}
		catch (Throwable ex) {
			JvmErrors.rethrow(ex);
			return true;
		}
	}

	/**
	 * Find the first value detector that the traits of a text trigger.
	 * @param from number of the first one to ask
	 * @return its number, -1 if there is none
	 */
	int triggered(long traits, int from) {
		for (int i = from; i < this.triggers.length; i++) {
			if ((this.triggers[i] & traits) != 0) {
				return i;
			}
		}
		return -1;
	}

	ValueDetector ofValues(int number) {
		return this.ofValues[number];
	}

	/**
	 * Return whether all that the traits of a text trigger find the same in it each time.
	 */
	boolean areRepeatable(long traits) {
		return (this.changing & traits) == 0;
	}

	/**
	 * Return the triggers of all value detectors, united.
	 */
	long interest() {
		return this.interest;
	}

}
