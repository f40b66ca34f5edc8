package io.github.raspspring.engine;

/**
 * Port through which sources that are no detectors, such as sinks and token rules, add a
 * finding to the exchange they serve. Called by many threads at once.
 */
@FunctionalInterface
public interface FindingReporter {

	/**
	 * Add a finding and decide anew.
	 * @param inspection the exchange, as found in the {@link InspectionScope}
	 * @param finding what was seen
	 * @return what is decided on the exchange by now
	 */
	Decision report(Inspection inspection, Finding finding);

}
