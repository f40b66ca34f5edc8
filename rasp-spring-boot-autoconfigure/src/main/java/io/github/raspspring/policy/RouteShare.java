package io.github.raspspring.policy;

import io.github.raspspring.engine.ClientIdentity;
import io.github.raspspring.engine.Policy;

/**
 * For which share of clients a route refuses already. Which clients these are depends on
 * their network and the route alone: a client is treated alike at each request, on each
 * instance, and stays in a share that grows.
 *
 * @param percent how many of a hundred clients are in
 * @param otherwise what applies to the others
 */
public record RouteShare(int percent, Policy otherwise) {

	boolean contains(ClientIdentity client, String route) {
		return bucket(client.network(), route) < this.percent;
	}

	/**
	 * Mix the bits, as networks differ in their last characters only (the finalizer of
	 * MurmurHash3).
	 */
	private static int bucket(String network, String route) {
		int hash = 31 * network.hashCode() + route.hashCode();
		hash = (hash ^ (hash >>> 16)) * 0x85ebca6b;
		hash = (hash ^ (hash >>> 13)) * 0xc2b2ae35;
		return Math.floorMod(hash ^ (hash >>> 16), 100);
	}

}
