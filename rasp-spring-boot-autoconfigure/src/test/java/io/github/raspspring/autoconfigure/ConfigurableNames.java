package io.github.raspspring.autoconfigure;

import java.util.Set;

/**
 * The names that are configured under {@code rasp.detectors}, for tests of other rooms.
 */
public final class ConfigurableNames {

	private ConfigurableNames() {
	}

	/**
	 * Return the names of all detectors, sinks and other sources of the product.
	 * @return the names in order
	 */
	public static Set<String> detectors() {
		return DetectorNames.of(Set.of()).known();
	}

}
