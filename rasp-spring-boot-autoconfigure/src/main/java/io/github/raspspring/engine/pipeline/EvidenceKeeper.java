package io.github.raspspring.engine.pipeline;

import io.github.raspspring.engine.Finding;
import io.github.raspspring.engine.Inspection;

/**
 * Port that keeps more of a value than its evidence, where operators have asked for that.
 * Called by many threads at once, for findings that are kept; never throws.
 */
@FunctionalInterface
public interface EvidenceKeeper {

	/** Keeps nothing more. */
	EvidenceKeeper NONE = (inspection, finding) -> finding;

	/**
	 * Add to the evidence of a finding what is to be kept.
	 * @param inspection the exchange
	 * @param finding what was seen
	 * @return the finding, with more evidence or as it is
	 */
	Finding keep(Inspection inspection, Finding finding);

}
