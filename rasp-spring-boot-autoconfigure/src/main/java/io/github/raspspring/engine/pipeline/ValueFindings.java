package io.github.raspspring.engine.pipeline;

import java.util.ArrayList;
import java.util.List;

import io.github.raspspring.engine.Confidence;
import io.github.raspspring.engine.Finding;
import io.github.raspspring.engine.Rule;
import org.jspecify.annotations.Nullable;

/**
 * Notes what is found in one value, to tell whether the same would be found again. Not
 * thread-safe.
 */
final class ValueFindings {

	private KeptFindings found = KeptFindings.NONE;

	private List<KnownVerdict.Kind> leftOut = List.of();

	private boolean repeatable = true;

	/**
	 * Note a finding. One that may refuse is made anew each time: who attacks has no
	 * claim to be served fast.
	 */
	void found(Finding finding) {
		this.found = this.found.with(finding);
		this.repeatable &= finding.confidence() == Confidence.WEAK && !finding.throttles();
	}

	/**
	 * Note that a finding was not told: it never would be if the value itself has enough
	 * of its kind.
	 */
	void leftOut(String detector, Rule rule, Confidence confidence) {
		if (this.found.haveEnoughOf(detector, rule, confidence)) {
			return;
		}
		KnownVerdict.Kind kind = new KnownVerdict.Kind(detector, rule, confidence);
		if (this.leftOut.isEmpty()) {
			this.leftOut = new ArrayList<>(2);
		}
		if (!this.leftOut.contains(kind)) {
			this.leftOut.add(kind);
		}
	}

	/**
	 * Note that something else may be found the next time.
	 */
	void onlyForThisRequest() {
		this.repeatable = false;
	}

	/**
	 * Return what was found, {@code null} if it can't be told again.
	 */
	@Nullable KnownVerdict verdict() {
		return this.repeatable ? new KnownVerdict(this.found, this.leftOut) : null;
	}

}
