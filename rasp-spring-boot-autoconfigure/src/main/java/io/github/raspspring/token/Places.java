package io.github.raspspring.token;

import java.util.Arrays;

/**
 * Where something was used: pairs of network and agent with the second of the last use,
 * the latest first, and no more than eight of them. Small, since there is one per token.
 */
final class Places {

	private static final int MAXIMUM = 8;

	private static final int WIDTH = 3;

	private final long claims;

	private int[] known = new int[0];

	/**
	 * Create places.
	 * @param claims a number that stands for the claims of the token
	 */
	Places(long claims) {
		this.claims = claims;
	}

	long claims() {
		return this.claims;
	}

	/**
	 * Compare a place with those that are known.
	 */
	synchronized Sighting compare(int network, int agent, int second, int concurrent, int fanOut) {
		boolean networkKnown = false;
		boolean agentKnown = false;
		int lastUseHere = 0;
		int networks = 1;
		for (int i = 0; i < this.known.length; i += WIDTH) {
			boolean sameNetwork = this.known[i] == network;
			boolean sameAgent = this.known[i + 1] == agent;
			networkKnown |= sameNetwork;
			agentKnown |= sameAgent;
			lastUseHere = (sameNetwork && sameAgent) ? this.known[i + 2] : lastUseHere;
			networks += (!sameNetwork && second - this.known[i + 2] <= fanOut && isFirst(i)) ? 1 : 0;
		}
		boolean elsewhere = this.known.length > 0 && this.known[0] != network && this.known[1] != agent;
		boolean byTurns = lastUseHere != 0 && elsewhere && second - lastUseHere <= concurrent;
		return new Sighting(this.known.length == 0, networkKnown, agentKnown, byTurns, networks);
	}

	private boolean isFirst(int index) {
		for (int i = 0; i < index; i += WIDTH) {
			if (this.known[i] == this.known[index]) {
				return false;
			}
		}
		return true;
	}

	/**
	 * Make a place the latest.
	 * @return whether it was unknown
	 */
	synchronized boolean learn(int network, int agent, int second) {
		int at = 0;
		while (at < this.known.length && (this.known[at] != network || this.known[at + 1] != agent)) {
			at += WIDTH;
		}
		boolean unknown = at == this.known.length;
		if (unknown && at < MAXIMUM * WIDTH) {
			this.known = Arrays.copyOf(this.known, at + WIDTH);
		}
		int moved = Math.min(at, this.known.length - WIDTH);
		System.arraycopy(this.known, 0, this.known, WIDTH, moved);
		this.known[0] = network;
		this.known[1] = agent;
		this.known[2] = second;
		return unknown;
	}

	/**
	 * How a place compares with those that are known.
	 *
	 * @param first whether none is known
	 * @param networkKnown whether the network is
	 * @param agentKnown whether the agent is
	 * @param byTurns whether this place and another, with nothing in common, take turns
	 * @param networks networks that were used within a while, this one included
	 */
	record Sighting(boolean first, boolean networkKnown, boolean agentKnown, boolean byTurns, int networks) {

	}

}
