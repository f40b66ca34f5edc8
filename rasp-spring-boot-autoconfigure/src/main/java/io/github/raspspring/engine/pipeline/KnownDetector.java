package io.github.raspspring.engine.pipeline;

import java.util.List;

import io.github.raspspring.engine.Detector;
import io.github.raspspring.engine.Phase;
import io.github.raspspring.engine.ValueDetector;

/**
 * A detector with what it says of itself, asked once at the start: code of an application
 * that fails to tell its name later must not fail a request.
 *
 * @param detector the detector
 * @param name its name
 * @param phase the phase in which it runs
 * @param triggers the traits that it looks at, 0 if it looks at no values
 */
record KnownDetector(Detector detector, String name, Phase phase, long triggers) {

	static List<KnownDetector> all(List<Detector> detectors) {
		return detectors.stream()
			.map((detector) -> new KnownDetector(detector, detector.name(), detector.phase(),
					(detector instanceof ValueDetector ofValues) ? ofValues.triggers() : 0))
			.toList();
	}

}
