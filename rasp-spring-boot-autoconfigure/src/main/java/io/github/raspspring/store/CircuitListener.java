package io.github.raspspring.store;

/**
 * Told how a store fares. Called on threads of requests: must neither block nor throw.
 */
public interface CircuitListener {

	/**
	 * The store does not answer any more.
	 * @param cause the last failure
	 */
	void lost(Throwable cause);

	/**
	 * A trial to reach the store failed, or a call that was under way when it was lost.
	 */
	default void stillLost() {
	}

	/**
	 * The store answers again.
	 */
	void recovered();

}
