package io.github.raspspring.behavior;

import java.util.Set;

import io.github.raspspring.engine.Findings;
import io.github.raspspring.engine.Outcome;
import io.github.raspspring.engine.Phase;

/**
 * Looks for one pattern of use. It counts when a request has been answered, and judges
 * later ones. Called by many threads at once.
 */
public interface UsageRule {

	/**
	 * Return the name by which findings of the rule are reported and routes exclude it.
	 * @return {@code behavior-} and the name under {@code rasp.behavior.detectors}
	 */
	String name();

	/**
	 * Return when the rule judges.
	 * @return the phases
	 */
	Set<Phase> phases();

	/**
	 * Judge a request by what was counted before.
	 * @param visit the request and who sends it
	 * @param findings takes what was seen
	 */
	void judge(Visit visit, Findings findings);

	/**
	 * Count a request that was answered.
	 * @param visit the request and who sent it
	 * @param outcome how it ended
	 */
	default void count(Visit visit, Outcome outcome) {
	}

}
