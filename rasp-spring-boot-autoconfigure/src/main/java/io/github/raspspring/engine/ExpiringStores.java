package io.github.raspspring.engine;

/**
 * Port that opens stores, each with a room of its own: filling one never pushes an entry
 * out of another. Thread-safe.
 */
@FunctionalInterface
public interface ExpiringStores {

	/**
	 * Open a store. To be called once, when the application starts: it reads no network.
	 * @param name what is kept there, one lower-case word that is the same on all
	 * instances, such as {@code replay}
	 * @param maxEntries entries that this instance keeps in memory; while there is no
	 * room further ones are turned away, none is forgotten before its time
	 * @param reading how current answers have to be
	 * @return the store
	 */
	ExpiringStore open(String name, int maxEntries, Reading reading);

	/**
	 * How current answers have to be.
	 */
	enum Reading {

		/**
		 * What any instance has written is seen at once. A call may wait for the shared
		 * store, at most for its timeout.
		 */
		CURRENT,

		/**
		 * What other instances have written is seen a moment later. No call ever waits:
		 * memory answers, and is brought up to date behind the scenes.
		 */
		EVENTUAL

	}

}
