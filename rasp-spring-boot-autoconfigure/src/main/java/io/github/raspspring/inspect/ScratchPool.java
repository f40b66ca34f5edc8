package io.github.raspspring.inspect;

import java.util.concurrent.atomic.AtomicReferenceArray;
import java.util.function.Supplier;

/**
 * Lends working memory to the calls that need some, so that a benign value costs no
 * allocation. Bounded, never blocks, and holds nothing for a thread that has gone: with
 * virtual threads a thread-local would be as good as no reuse at all.
 *
 * @param <T> the working memory
 */
public final class ScratchPool<T> {

	private static final int SLOTS = 64;

	private static final int STRIDE = 16;

	private final AtomicReferenceArray<T> idle = new AtomicReferenceArray<>(SLOTS * STRIDE);

	private final Supplier<T> factory;

	public ScratchPool(Supplier<T> factory) {
		this.factory = factory;
	}

	public T take() {
		T scratch = this.idle.getAndSet(slot(), null);
		return (scratch != null) ? scratch : this.factory.get();
	}

	public void giveBack(T scratch) {
		this.idle.lazySet(slot(), scratch);
	}

	private static int slot() {
		return (int) (Thread.currentThread().getId() & (SLOTS - 1)) * STRIDE;
	}

}
