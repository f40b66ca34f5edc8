package io.github.raspspring.profile.learnt;

/**
 * Told when the profile of an endpoint goes a step further.
 */
@FunctionalInterface
public interface ProfileProgress {

	/**
	 * Take note of a step.
	 * @param endpoint method and template
	 * @param stage how far it has come
	 * @param confidence how sure it is, from 0 to 1
	 * @param refuses whether deviations may be refused from now on
	 */
	void advanced(String endpoint, ProfileStage stage, double confidence, boolean refuses);

}
