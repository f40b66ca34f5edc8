package io.github.raspspring.engine.pipeline;

import java.util.function.Predicate;

import org.jspecify.annotations.Nullable;

/**
 * Keeps things by their hash, each at one of two places: of a few hundred some meet. A
 * new one takes the place of an old one, so that nobody can fill this up. The hashes
 * stand close together, so that to look for what is not kept touches no other memory.
 * What is kept never changes, so that nobody needs a barrier to see all of it; where
 * threads meet, a thing is not found. Thread-safe.
 *
 * @param <T> what is kept, safe to be published by a race
 */
public final class HashedPlaces<T> {

	private final int[] hashes;

	private final @Nullable Object[] kept;

	/**
	 * Make room.
	 * @param count how many are kept at most, a power of two
	 */
	public HashedPlaces(int count) {
		this.hashes = new int[count];
		this.kept = new Object[count];
	}

	/**
	 * Find a thing.
	 * @param hash its hash, well spread in its lower bits
	 * @param is tells whether a thing of this hash is the one
	 * @return it, {@code null} if it is not kept
	 */
	public @Nullable T find(int hash, Predicate<T> is) {
		for (int i = first(hash); i >= 0; i = second(hash, i)) {
			T thing = at(i);
			if (thing != null && is.test(thing)) {
				return thing;
			}
		}
		return null;
	}

	/**
	 * Return where what has a hash may be.
	 * @param hash the hash, well spread in its lower bits
	 * @return the place, -1 if it is nowhere
	 */
	public int first(int hash) {
		int place = hash & this.hashes.length - 2;
		return (this.hashes[place] == hash) ? place : second(hash, place);
	}

	/**
	 * Return where else it may be.
	 * @param hash the hash
	 * @param before the place before
	 * @return the place, -1 if there is no other
	 */
	public int second(int hash, int before) {
		return ((before & 1) == 0 && this.hashes[before + 1] == hash) ? before + 1 : -1;
	}

	/**
	 * Return what is kept at a place.
	 * @param place the place
	 * @return it, which may have another hash by now, or {@code null}
	 */
	@SuppressWarnings("unchecked")
	public @Nullable T at(int place) {
		return (T) this.kept[place];
	}

	/**
	 * Keep a thing.
	 * @param hash its hash
	 * @param thing the thing
	 */
	public void put(int hash, T thing) {
		int place = hash & this.hashes.length - 2;
		this.kept[place + 1] = this.kept[place];
		this.hashes[place + 1] = this.hashes[place];
		this.kept[place] = thing;
		this.hashes[place] = hash;
	}

}
