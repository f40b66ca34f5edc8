package io.github.raspspring.engine;

/**
 * How far the product may go, the same in every room. Ordered from the softest to the
 * strictest.
 */
public enum EnforcementMode {

	/** Nothing is judged, the request passes untouched. */
	OFF,

	/** Everything is judged and recorded, nothing is refused. */
	MONITOR,

	/** What is judged an attack is refused. */
	BLOCK;

	/**
	 * Combine this mode with one that may only soften it.
	 * @param other the mode of a detector, plan or rule
	 * @return the softer of both
	 */
	public EnforcementMode softenedBy(EnforcementMode other) {
		return (other.compareTo(this) < 0) ? other : this;
	}

}
