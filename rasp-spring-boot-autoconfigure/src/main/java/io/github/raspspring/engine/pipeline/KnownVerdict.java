package io.github.raspspring.engine.pipeline;

import java.util.List;

import io.github.raspspring.engine.Confidence;
import io.github.raspspring.engine.Rule;

/**
 * What was found in a value, to be told again when the very same value comes again. Holds
 * redacted evidence only. Immutable.
 *
 * @param findings what was found, none of which refuses anything by itself
 * @param leftOut what was not told because the exchange had enough of it from others
 */
record KnownVerdict(KeptFindings findings, List<Kind> leftOut) {

	static final KnownVerdict CLEAN = new KnownVerdict(KeptFindings.NONE, List.of());

	KnownVerdict {
		leftOut = List.copyOf(leftOut);
	}

	/**
	 * Return whether detectors would tell the same in another exchange.
	 * @param known what is known of that exchange
	 */
	boolean holdsBeside(KeptFindings known) {
		for (int i = 0; i < this.leftOut.size(); i++) {
			Kind kind = this.leftOut.get(i);
			if (!known.haveEnoughOf(kind.detector(), kind.rule(), kind.confidence())) {
				return false;
			}
		}
		return true;
	}

	/**
	 * Of which an exchange can have enough.
	 *
	 * @param detector name of the detector
	 * @param rule what was recognized
	 * @param confidence how sure the detector is
	 */
	record Kind(String detector, Rule rule, Confidence confidence) {

	}

}
