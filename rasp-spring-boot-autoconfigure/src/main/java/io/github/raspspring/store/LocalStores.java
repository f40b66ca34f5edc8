package io.github.raspspring.store;

import java.util.function.LongSupplier;

import io.github.raspspring.engine.ExpiringStore;
import io.github.raspspring.engine.ExpiringStores;

/**
 * Opens stores in the memory of this instance, where every answer is current.
 * Thread-safe.
 */
public final class LocalStores implements ExpiringStores {

	private final LongSupplier nanoTime;

	/**
	 * Create the stores.
	 * @param nanoTime tells the time in nanoseconds since some moment; unlike that of a
	 * wall clock it never jumps
	 */
	public LocalStores(LongSupplier nanoTime) {
		this.nanoTime = nanoTime;
	}

	@Override
	public ExpiringStore open(String name, int maxEntries, Reading reading) {
		return new LocalStore(maxEntries, this.nanoTime);
	}

}
