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

}
