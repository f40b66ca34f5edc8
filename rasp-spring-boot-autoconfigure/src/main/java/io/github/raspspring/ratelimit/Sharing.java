package io.github.raspspring.ratelimit;

/**
 * How a plan counts where several instances serve the same clients.
 *
 * @param shared whether all instances count together, where there is a store to share;
 * concurrency is counted by each alone
 * @param onStoreFailure what is done with a request while the store does not answer
 */
public record Sharing(boolean shared, OnStoreFailure onStoreFailure) {

	/** All instances count together, and each for itself while they can't. */
	public static final Sharing DEFAULT = new Sharing(true, OnStoreFailure.LOCAL);

	/**
	 * What is done while the store does not answer.
	 */
	public enum OnStoreFailure {

		/** Each instance counts for itself, and goes on from what it has admitted. */
		LOCAL,

		/** Nothing is refused. */
		OPEN,

		/** Everything the plan is about is refused. */
		CLOSED

	}

}
