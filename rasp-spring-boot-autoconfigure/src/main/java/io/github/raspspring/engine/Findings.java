package io.github.raspspring.engine;

/**
 * Takes what a detector saw. Not to be kept beyond the call it was passed to.
 */
@FunctionalInterface
public interface Findings {

	/**
	 * Report a finding.
	 * @param finding what was seen
	 */
	void add(Finding finding);

	/**
	 * Tell whether one more finding of a kind would not be kept, so that nobody has to
	 * make its evidence. Counts as if it had been reported.
	 * @param detector who saw it
	 * @param rule what was recognized
	 * @param confidence how sure the detector is
	 * @return {@code false} if it is to be reported
	 */
	default boolean haveEnoughOf(Detector detector, Rule rule, Confidence confidence) {
		return false;
	}

	/**
	 * Tell that what is found in a value depends on more than the value, such as on who
	 * sent it, so that it is judged again when it comes again. Only a
	 * {@link RepeatableDetector} needs to say so.
	 */
	default void onlyForThisRequest() {
		// Who keeps nothing need not know.
	}

}
