package io.github.raspspring.client;

import java.time.Instant;
import java.util.Set;

/**
 * What a list holds.
 *
 * @param networks networks, for a list of networks
 * @param names names, for all other lists
 * @param nextExpiry when the first entry is no longer on the list, {@link Instant#MAX} if
 * none ever expires
 */
record ListContent(NetworkTable networks, Set<String> names, Instant nextExpiry) {

	static final ListContent EMPTY = new ListContent(NetworkTable.EMPTY, Set.of(), Instant.MAX);

	int size() {
		return this.networks.size() + this.names.size();
	}

}
