package io.github.raspspring.client;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/**
 * Where a request comes from, as one forwarding header tells.
 *
 * @param address the right-most hop that is no trusted proxy; where all are, or a hop is
 * no valid address, the last proxy of the walk
 * @param known whether every hop up to the address is valid
 * @param candidates valid addresses further on, empty if the origin is known
 */
record Origin(IpAddress address, boolean known, List<IpAddress> candidates) {

	private static final int MAX_CANDIDATES = 16;

	static Origin of(IpAddress address) {
		return new Origin(address, true, List.of());
	}

	/**
	 * Give up at a hop that is no valid address. What stands further left may be forged,
	 * but it may be the client too.
	 */
	static Origin behind(IpAddress proxy, Hops hops) {
		List<IpAddress> candidates = new ArrayList<>();
		while (hops.hasNext() && candidates.size() < MAX_CANDIDATES) {
			IpAddress hop = hops.next();
			if (hop != null) {
				candidates.add(hop);
			}
		}
		return new Origin(proxy, false, candidates);
	}

	/**
	 * Believe both headers where they agree. A proxy writes one of them and passes on the
	 * other as the client forged it.
	 */
	Origin and(Origin other, IpAddress peer) {
		if (this.known && other.known && this.address.equals(other.address)) {
			return this;
		}
		Set<IpAddress> all = new LinkedHashSet<>();
		all.add(this.address);
		all.add(other.address);
		all.addAll(this.candidates);
		all.addAll(other.candidates);
		return new Origin(peer, false, List.copyOf(all));
	}

}
