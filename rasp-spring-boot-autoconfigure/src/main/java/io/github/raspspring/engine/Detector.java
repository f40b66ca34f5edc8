package io.github.raspspring.engine;

/**
 * Looks for one kind of threat. Every bean of this type takes part: declare one to add a
 * rule of your own. Called by many threads at once. An exception never breaks a request:
 * it is counted, reported and treated by {@code rasp.failure-mode}.
 *
 * @see ValueDetector
 */
public interface Detector {

	/**
	 * Return the unique name by which the detector is configured and reported.
	 * @return lower case, words joined by hyphens
	 */
	String name();

	/**
	 * Return the kind of threat.
	 * @return the category
	 */
	Category category();

	/**
	 * Return when the detector runs.
	 * @return the phase; {@link Phase#HANDLER} unless overridden
	 */
	default Phase phase() {
		return Phase.HANDLER;
	}

	/**
	 * Tell cheaply whether the exchange is of interest at all.
	 * @param inspection the exchange
	 * @return {@code true} to be asked to {@link #detect detect}
	 */
	default boolean supports(Inspection inspection) {
		return true;
	}

	/**
	 * Judge the exchange as far as it is known.
	 * @param inspection the exchange
	 * @param findings takes what was seen
	 */
	void detect(Inspection inspection, Findings findings);

}
