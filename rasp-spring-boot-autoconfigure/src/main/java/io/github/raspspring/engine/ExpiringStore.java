package io.github.raspspring.engine;

import java.time.Duration;

import org.jspecify.annotations.Nullable;

/**
 * Port to a bounded map whose entries expire, shared between the instances of the
 * application where {@code rasp.store.type} says so: for blocks, scores, replay and
 * revocation entries. Keys and values are text that is free of secrets: hash what is
 * confidential before it becomes a key. Called by many threads at once.
 * <p>
 * Nothing here ever throws. Where a shared store does not answer within its timeout, or
 * is known to be lost, the memory of this instance answers instead.
 *
 * @see ExpiringStores#open
 */
public interface ExpiringStore {

	/**
	 * Keep a value unless there is one already. Of all callers at once, on all instances,
	 * exactly one is told {@link Insertion#INSERTED}.
	 * @param key the key
	 * @param value the value
	 * @param ttl time after which it is forgotten, longer than zero
	 * @return whether it was kept
	 */
	Insertion putIfAbsent(String key, String value, Duration ttl);

	/**
	 * Keep a value, in place of the one that may be there.
	 * @param key the key
	 * @param value the value
	 * @param ttl time after which it is forgotten, longer than zero
	 * @return {@code false} if it is not kept, or not known to be kept, where all
	 * instances see it
	 */
	boolean put(String key, String value, Duration ttl);

	/**
	 * Find a value.
	 * @param key the key
	 * @return the value, or {@code null} if there is none, it has expired, or the store
	 * does not answer and this instance knows none
	 */
	@Nullable String get(String key);

	/**
	 * Forget a value.
	 * @param key the key
	 * @return {@code false} if other instances may still know it
	 */
	boolean remove(String key);

	/**
	 * Return whether nothing is kept, so that callers can spare themselves making a key.
	 * @return {@code true} if {@link #get} would find nothing; {@code false} also where
	 * that is not known
	 */
	default boolean isEmpty() {
		return false;
	}

	/**
	 * Return whether answers take into account what other instances wrote.
	 * @return {@code false} while a shared store does not answer
	 */
	default boolean isAvailable() {
		return true;
	}

	/**
	 * Be told of what other instances write, where memory answers and is brought up to
	 * date behind the scenes ({@link ExpiringStores.Reading#EVENTUAL}), and of what they
	 * wrote before. Never called for what this instance writes.
	 * @param listener told on a thread of the store; must not block
	 */
	default void onChange(ChangeListener listener) {
	}

	/**
	 * Told of what other instances write.
	 */
	@FunctionalInterface
	interface ChangeListener {

		/**
		 * Take note of a change. The same change may be told more than once.
		 * @param key the key
		 * @param value the value, or {@code null} if it was removed
		 */
		void changed(String key, @Nullable String value);

	}

	/**
	 * What became of a value that was to be kept.
	 */
	enum Insertion {

		/** It is kept, and there was none before on any instance. */
		INSERTED,

		/** There was one already, which stays. */
		PRESENT,

		/**
		 * This instance knew none, but others may: the shared store does not answer, or
		 * there is no room. To be treated by failure mode.
		 */
		UNCERTAIN

	}

}
