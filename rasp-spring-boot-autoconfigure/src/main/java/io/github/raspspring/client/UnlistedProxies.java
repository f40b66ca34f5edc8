package io.github.raspspring.client;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.Stream;

import io.github.raspspring.engine.Redaction;
import org.apache.commons.logging.Log;
import org.apache.commons.logging.LogFactory;

/**
 * Notices peers that send forwarding headers for several others and are not listed as
 * proxies: behind one of these everybody is one client. Thread-safe.
 */
final class UnlistedProxies {

	private static final Log logger = LogFactory.getLog("rasp");

	/** A client that forwards itself, or tries to be another, names fewer. */
	private static final int OTHERS = 3;

	private static final int MOST_PEERS = 32;

	private final Map<String, Set<String>> othersByPeer = new ConcurrentHashMap<>();

	private final AtomicBoolean warned = new AtomicBoolean();

	/**
	 * Note for whom a peer that is no listed proxy says it speaks.
	 */
	void note(IpAddress peer, Stream<String> headers) {
		headers.findFirst().ifPresent((header) -> note(peer.toString(), firstOf(header)));
	}

	private void note(String peer, String other) {
		Set<String> others = this.othersByPeer.get(peer);
		if (others == null && this.othersByPeer.size() < MOST_PEERS) {
			others = this.othersByPeer.computeIfAbsent(peer, (unknown) -> ConcurrentHashMap.newKeySet());
		}
		if (others == null || others.size() >= OTHERS || other.contains(peer)) {
			return;
		}
		others.add(other);
		if (others.size() >= OTHERS && this.warned.compareAndSet(false, true)) {
			logger.warn(sentence(peer));
		}
	}

	List<String> gaps() {
		return this.othersByPeer.entrySet()
			.stream()
			.filter((entry) -> entry.getValue().size() >= OTHERS)
			.map((entry) -> sentence(entry.getKey()))
			.sorted()
			.toList();
	}

	private static String sentence(String peer) {
		return "The peer " + peer + " sends forwarding headers for several clients, which all count as one: if it is "
				+ "your proxy, add it to rasp.client.trusted-proxies.";
	}

	private static String firstOf(String header) {
		int comma = header.indexOf(',');
		return Redaction.label((comma < 0) ? header : header.substring(0, comma));
	}

}
