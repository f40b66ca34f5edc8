package io.github.raspspring.profile;

import java.util.List;

import io.github.raspspring.engine.Inspection;

/**
 * Told of the values that stand at declared places. Called by many threads at once.
 */
@FunctionalInterface
public interface LeafObserver {

	/**
	 * Take note of values.
	 * @param inspection the exchange they belong to
	 * @param leaves the values, in the order in which they were sent
	 */
	void observe(Inspection inspection, List<RequestLeaf> leaves);

}
