package io.github.raspspring.engine.pipeline;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

import io.github.raspspring.engine.Detector;
import io.github.raspspring.engine.EnforcementMode;
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

	private final ValueDetector[] ofValues;

	private final long[] triggers;

	private final long interest;

	/** The triggers of those that may find something else the next time. */
	private final long changing;

	ActiveDetectors(Policy policy, List<Detector> detectors) {
		List<ValueDetector> ofValues = new ArrayList<>();
		for (Detector detector : detectors) {
			if (policy.modeOf(detector.name()) == EnforcementMode.OFF) {
				continue;
			}
			if (detector instanceof ValueDetector valueDetector) {
				ofValues.add(valueDetector);
			}
			else {
				this.byPhase.get(detector.phase().ordinal()).add(detector);
			}
			if (detector instanceof ArrivalDetector arrivalDetector) {
				this.ofArrivals.add(arrivalDetector);
			}
		}
		this.ofValues = ofValues.toArray(ValueDetector[]::new);
		this.triggers = ofValues.stream().mapToLong(ValueDetector::triggers).toArray();
		this.interest = Arrays.stream(this.triggers).reduce(0, (all, triggers) -> all | triggers);
		this.changing = ofValues.stream()
			.filter((detector) -> !(detector instanceof RepeatableDetector))
			.mapToLong(ValueDetector::triggers)
			.reduce(0, (all, triggers) -> all | triggers);
	}

	List<Detector> of(Phase phase) {
		return this.byPhase.get(phase.ordinal());
	}

	List<ArrivalDetector> ofArrivals() {
		return this.ofArrivals;
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
