package io.github.raspspring.event.evidence;

import java.time.Instant;
import java.util.function.Predicate;

import io.github.raspspring.engine.Finding;
import io.github.raspspring.engine.Inspection;
import org.jspecify.annotations.Nullable;

/**
 * Somebody's wish to see values.
 *
 * @param label what it is for, such as a pattern and a detector
 * @param path tells the paths that it is for
 * @param detector the detector or sink that it is for, {@code null} for all
 * @param until when it ends
 * @param form how values are kept
 */
public record KeptValue(String label, Predicate<String> path, @Nullable String detector, Instant until,
		ValueForm form) {

	boolean concerns(Inspection inspection, Finding finding) {
		return (this.detector == null || this.detector.equals(finding.detector())) && this.path.test(inspection.path());
	}

}
