package io.github.raspspring.client;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicBoolean;

import org.apache.commons.logging.Log;
import org.apache.commons.logging.LogFactory;
import org.jspecify.annotations.Nullable;

/**
 * Notices peers that send forwarding headers for several others and are not listed as
 * proxies: behind one of these everybody is one client. Thread-safe.
 */
final class UnlistedProxies {

	private static final Log logger = LogFactory.getLog("rasp");

	/** A client that forwards itself, or tries to be another, names fewer. */
	private static final int OTHERS = 3;

	private static final int MOST_PEERS = 32;

	/** Longer than any chain of proxies. */
	private static final int MOST_HOPS = 16;

	private final Map<IpAddress, Set<IpAddress>> othersByPeer = new ConcurrentHashMap<>();

	private final AtomicBoolean warned = new AtomicBoolean();

	/**
	 * Note for whom a peer that is no listed proxy says it speaks: the first address of a
	 * header, in whatever notation. What is no address tells nobody from another.
	 */
	void note(IpAddress peer, List<String> xForwardedFor, List<String> forwarded) {
		Set<IpAddress> others = othersOf(peer);
		if (others.size() >= OTHERS) {
			return;
		}
		IpAddress other = first(new Hops(ForwardingHeader.X_FORWARDED_FOR, xForwardedFor));
		if (other == null) {
			other = first(new Hops(ForwardingHeader.FORWARDED, forwarded));
		}
		if (other == null || other.equals(peer)) {
			return;
		}
		others.add(other);
		if (others.size() >= OTHERS && this.warned.compareAndSet(false, true)) {
			logger.warn(sentence(peer));
		}
	}

	/**
	 * A peer that has spoken for few makes room: those that no proxy is in front of could
	 * fill the map else.
	 */
	private Set<IpAddress> othersOf(IpAddress peer) {
		Set<IpAddress> others = this.othersByPeer.get(peer);
		if (others != null) {
			return others;
		}
		if (this.othersByPeer.size() >= MOST_PEERS) {
			this.othersByPeer.values()
				.stream()
				.filter((few) -> few.size() < OTHERS)
				.findAny()
				.ifPresent(this.othersByPeer.values()::remove);
		}
		return (this.othersByPeer.size() < MOST_PEERS)
				? this.othersByPeer.computeIfAbsent(peer, (unknown) -> ConcurrentHashMap.newKeySet())
				: ConcurrentHashMap.newKeySet();
	}

	private static @Nullable IpAddress first(Hops hops) {
		IpAddress first = null;
		for (int i = 0; i < MOST_HOPS && hops.hasNext(); i++) {
			IpAddress hop = hops.next();
			first = (hop != null) ? hop : first;
		}
		return first;
	}

	List<String> gaps() {
		return this.othersByPeer.entrySet()
			.stream()
			.filter((entry) -> entry.getValue().size() >= OTHERS)
			.map((entry) -> sentence(entry.getKey()))
			.sorted()
			.toList();
	}

	private static String sentence(IpAddress peer) {
		return "The peer " + peer + " sends forwarding headers for several clients, which all count as one: if it is "
				+ "your proxy, add it to rasp.client.trusted-proxies.";
	}

}
