package io.github.raspspring.engine;

/**
 * Port that tells how the pipeline treats a client for what is known of it. Called by
 * many threads at once.
 */
public interface ClientTreatment {

	/** Treats everybody alike. */
	ClientTreatment NONE = new ClientTreatment() {
	};

	/**
	 * Return whether parameters that a policy excludes are inspected nevertheless.
	 * @param inspection the exchange
	 * @return {@code true} for clients in which trust has fallen
	 */
	default boolean inspectsEverything(Inspection inspection) {
		return false;
	}

	/**
	 * Soften what a finding may cause before it is decided on.
	 * @param inspection the exchange in which it was found
	 * @param finding the finding
	 * @return the finding, or a copy whose cap is softer
	 */
	default Finding moderate(Inspection inspection, Finding finding) {
		return finding;
	}

}
