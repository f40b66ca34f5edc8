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

	private final List<List<Detector>> byPhase = List.of(new ArrayList<>(), new ArrayList<>(), new ArrayList<>());

	private final List<ArrivalDetector> ofArrivals = new ArrayList<>(0);

	private final Map<Detector, String> names = new IdentityHashMap<>();

	private final ValueDetector[] ofValues;

	private final long[] triggers;

	private final long interest;

	/** The triggers of those that may find something else the next time. */
	private final long changing;

	ActiveDetectors(Policy policy, List<KnownDetector> detectors) {
		List<KnownDetector> ofValues = new ArrayList<>();
		for (KnownDetector known : detectors) {
			if (policy.modeOf(known.name()) == EnforcementMode.OFF) {
				continue;
			}
			this.names.put(known.detector(), known.name());
			if (known.detector() instanceof ValueDetector) {
				ofValues.add(known);
			}
			else {
				this.byPhase.get(known.phase().ordinal()).add(known.detector());
			}
			if (known.detector() instanceof ArrivalDetector arrivalDetector) {
				this.ofArrivals.add(arrivalDetector);
			}
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

	List<Detector> of(Phase phase) {
		return this.byPhase.get(phase.ordinal());
	}

	List<ArrivalDetector> ofArrivals() {
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
