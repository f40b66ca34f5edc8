package io.github.raspspring.autoconfigure;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

import io.github.raspspring.engine.Detector;
import io.github.raspspring.engine.ValueDetector;

import org.springframework.boot.context.properties.source.InvalidConfigurationPropertyValueException;

/**
 * Picks the detectors that take part, and stops the start if a name is used twice or
 * configured but unknown.
 */
final class DetectorAssembly {

	private final RaspProperties properties;

	private final boolean inspectValues;

	DetectorAssembly(RaspProperties properties, boolean inspectValues) {
		this.properties = properties;
		this.inspectValues = inspectValues;
	}

	List<Detector> detectors(Stream<Detector> candidates) {
		Map<String, Detector> byName = new HashMap<>();
		List<Detector> active = new ArrayList<>();
		candidates.forEach((detector) -> {
			Detector other = byName.put(detector.name(), detector);
			if (other != null) {
				throw duplicate(detector, other);
			}
			if (takesPart(detector)) {
				active.add(detector);
			}
		});
		DetectorNames.of(byName.keySet()).check(this.properties);
		return active;
	}

	private boolean takesPart(Detector detector) {
		RaspProperties.DetectorSettings settings = this.properties.detectors().get(detector.name());
		boolean enabled = settings == null || settings.enabled();
		return enabled && (this.inspectValues || !(detector instanceof ValueDetector));
	}

	private static RuntimeException duplicate(Detector detector, Detector other) {
		return new InvalidConfigurationPropertyValueException("rasp.detectors." + detector.name(), detector.name(),
				"Two detectors have this name: " + other.getClass().getName() + " and " + detector.getClass().getName()
						+ ". Return another name from the name() method of one of them.");
	}

}
