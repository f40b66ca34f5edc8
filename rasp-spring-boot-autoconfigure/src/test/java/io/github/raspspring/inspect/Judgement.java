package io.github.raspspring.inspect;

import java.util.ArrayList;
import java.util.List;

import io.github.raspspring.engine.Confidence;
import io.github.raspspring.engine.Finding;
import io.github.raspspring.engine.InputLocation;
import io.github.raspspring.engine.InputValue;
import io.github.raspspring.engine.ValueDetector;
import io.github.raspspring.engine.ValueView;
import io.github.raspspring.text.Traits;

/**
 * Puts one value before one detector as the pipeline does, triggers included.
 */
record Judgement(ValueDetector detector, InputLocation location, String name) {

	static Judgement by(ValueDetector detector) {
		return new Judgement(detector, InputLocation.QUERY, "q");
	}

	Judgement at(InputLocation location, String name) {
		return new Judgement(this.detector, location, name);
	}

	List<Finding> of(String text) {
		return of(new InputValue(this.location, this.name, text), text, 0);
	}

	List<Finding> ofName(String text) {
		return of(InputValue.ofName(this.location, text), text, 0);
	}

	List<Finding> ofDecoded(String raw, String text) {
		return of(new InputValue(this.location, this.name, raw), text, 1);
	}

	boolean refuses(String text) {
		return of(text).stream().anyMatch((finding) -> finding.confidence() != Confidence.WEAK);
	}

	private List<Finding> of(InputValue input, String text, int encodings) {
		List<Finding> findings = new ArrayList<>();
		ValueView view = new Reading(input, text, encodings, Traits.of(text) | Placement.of(input));
		if ((this.detector.triggers() & view.traits()) != 0 && this.detector.supports(input)) {
			this.detector.detect(view, findings::add);
		}
		return findings;
	}

	private record Reading(InputValue input, String text, int encodings, long traits) implements ValueView {

	}

}
