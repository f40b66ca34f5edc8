package io.github.raspspring.engine.pipeline;

import java.util.ArrayList;
import java.util.List;

import io.github.raspspring.engine.Detector;
import io.github.raspspring.engine.EnforcementMode;
import io.github.raspspring.engine.Phase;
import io.github.raspspring.engine.Policy;
import io.github.raspspring.engine.ValueDetector;

/**
 * The detectors that run under one policy, sorted by what they look at.
 */
final class ActiveDetectors {

	private final List<List<Detector>> byPhase = List.of(new ArrayList<>(), new ArrayList<>(), new ArrayList<>());

	private final List<ValueDetector> ofValues = new ArrayList<>();

	private long interest;

	ActiveDetectors(Policy policy, List<Detector> detectors) {
		for (Detector detector : detectors) {
			if (policy.modeOf(detector.name()) == EnforcementMode.OFF) {
				continue;
			}
			if (detector instanceof ValueDetector valueDetector) {
				this.ofValues.add(valueDetector);
				this.interest |= valueDetector.triggers();
			}
			else {
				this.byPhase.get(detector.phase().ordinal()).add(detector);
			}
		}
	}

	List<Detector> of(Phase phase) {
		return this.byPhase.get(phase.ordinal());
	}

	List<ValueDetector> ofValues() {
		return this.ofValues;
	}

	/**
	 * Return the triggers of all value detectors, united.
	 */
	long interest() {
		return this.interest;
	}

}
