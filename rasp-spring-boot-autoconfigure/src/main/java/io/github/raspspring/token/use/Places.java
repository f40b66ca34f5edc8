package io.github.raspspring.token.use;

import java.util.Arrays;

import io.github.raspspring.token.Place;

/**
 * Where something was used: pairs of network and agent with the second of the last use,
 * in the order in which they were first seen, and no more than eight of them. Whoever was
 * there first is never forgotten in favor of who came later. Small, since there is one
 * per token.
 */
final class Places {

	private static final int MAXIMUM = 8;

	private static final int WIDTH = 3;

	private static final int[] NONE = {};

	private final int claims;

	private final int network;

	private final int agent;

	private int second;

	private int[] others = NONE;

	/**
	 * Create places.
	 * @param claims a number that stands for the claims of the token
	 * @param first the first place
	 * @param second when it was seen
	 */
	Places(int claims, Place first, int second) {
		this.claims = claims;
		this.network = first.network();
		this.agent = first.agent();
		this.second = second;
	}

	int claims() {
		return this.claims;
	}

	/**
	 * Compare a place with those that are known.
	 * @param place the place
	 * @param now the second it is
	 * @param concurrent seconds within which two places must not take turns
	 * @param fanOut seconds within which networks are counted
	 */
	synchronized Sighting compare(Place place, int now, int concurrent, int fanOut) {
		boolean networkKnown = false;
		boolean agentKnown = false;
		for (int i = 0; i < size(); i++) {
			networkKnown |= network(i) == place.network();
			agentKnown |= agent(i) == place.agent();
		}
		return new Sighting(networkKnown, agentKnown, turns(indexOf(place), now - concurrent),
				networks(place.network(), now - fanOut));
	}

	/**
	 * A place takes turns with another, with nothing in common, that was used since.
	 */
	private Turns turns(int here, int since) {
		Turns turns = Turns.NONE;
		if (here < 0 || second(here) < since) {
			return turns;
		}
		for (int i = size() - 1; i >= 0; i--) {
			if (network(i) != network(here) && agent(i) != agent(here) && second(i) >= second(here)) {
				turns = (i < here) ? Turns.WITH_EARLIER : Turns.WITH_LATER;
			}
		}
		return turns;
	}

	private int networks(int network, int since) {
		int networks = 1;
		for (int i = 0; i < size(); i++) {
			networks += (network(i) != network && second(i) >= since && isFirst(i)) ? 1 : 0;
		}
		return networks;
	}

	private boolean isFirst(int index) {
		for (int i = 0; i < index; i++) {
			if (network(i) == network(index)) {
				return false;
			}
		}
		return true;
	}

	/**
	 * Note that a place was used.
	 * @return whether it was unknown
	 */
	synchronized boolean learn(Place place, int now) {
		int index = indexOf(place);
		if (index == 0) {
			this.second = now;
		}
		else if (index > 0) {
			this.others[index * WIDTH - 1] = now;
		}
		else {
			append(place, now);
		}
		return index < 0;
	}

	private void append(Place place, int now) {
		if (size() < MAXIMUM) {
			this.others = Arrays.copyOf(this.others, this.others.length + WIDTH);
		}
		else {
			int gap = (leastRecent() - 1) * WIDTH;
			System.arraycopy(this.others, gap + WIDTH, this.others, gap, this.others.length - WIDTH - gap);
		}
		int at = this.others.length - WIDTH;
		this.others[at] = place.network();
		this.others[at + 1] = place.agent();
		this.others[at + 2] = now;
	}

	private int leastRecent() {
		int index = 1;
		for (int i = 2; i < size(); i++) {
			index = (second(i) < second(index)) ? i : index;
		}
		return index;
	}

	private int indexOf(Place place) {
		for (int i = 0; i < size(); i++) {
			if (network(i) == place.network() && agent(i) == place.agent()) {
				return i;
			}
		}
		return -1;
	}

	private int size() {
		return 1 + this.others.length / WIDTH;
	}

	private int network(int index) {
		return (index == 0) ? this.network : this.others[(index - 1) * WIDTH];
	}

	private int agent(int index) {
		return (index == 0) ? this.agent : this.others[(index - 1) * WIDTH + 1];
	}

	private int second(int index) {
		return (index == 0) ? this.second : this.others[(index - 1) * WIDTH + 2];
	}

	/**
	 * How a place compares with those that are known.
	 *
	 * @param networkKnown whether the network is
	 * @param agentKnown whether the agent is
	 * @param turns with whom the place takes turns
	 * @param networks networks that were used within a while, this one included
	 */
	record Sighting(boolean networkKnown, boolean agentKnown, Turns turns, int networks) {

	}

	/**
	 * With whom a place takes turns: another that it has nothing in common with.
	 */
	enum Turns {

		/** With none. */
		NONE,

		/** With one that was seen before it, and thus has the better claim. */
		WITH_EARLIER,

		/** With one that came later. */
		WITH_LATER

	}

}
