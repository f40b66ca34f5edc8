package io.github.raspspring.client;

import java.util.List;
import java.util.Set;
import java.util.concurrent.atomic.AtomicReferenceArray;

import io.github.raspspring.engine.ClientIdentity;
import io.github.raspspring.engine.Redaction;
import org.jspecify.annotations.Nullable;

/**
 * Finds the address of the client behind proxies that are trusted: the right-most hop
 * that is no trusted proxy. What an untrusted peer claims is ignored, and a hop that is
 * no valid address leaves the client unknown. Thread-safe.
 */
public final class ClientAddressResolver {

	/** A power of two. */
	private static final int PLACES = 1024;

	private final List<NetworkRange> trustedProxies;

	private final Set<ForwardingHeader> headers;

	private final UnlistedProxies unlisted = new UnlistedProxies();

	/** Peers that are no proxies, each in the one place that its text leads to. */
	private final AtomicReferenceArray<@Nullable Direct> direct = new AtomicReferenceArray<>(PLACES);

	/**
	 * Create a resolver.
	 * @param trustedProxies the networks of proxies whose word is believed
	 * @param headers the headers these proxies write
	 */
	public ClientAddressResolver(List<NetworkRange> trustedProxies, Set<ForwardingHeader> headers) {
		this.trustedProxies = List.copyOf(trustedProxies);
		this.headers = Set.copyOf(headers);
	}

	/**
	 * Return what is open, in sentences.
	 */
	List<String> gaps() {
		return this.unlisted.gaps();
	}

	/**
	 * Find the client.
	 * @param peer the address of the connection's other end, as the container tells it
	 * @param xForwardedFor the lines of {@code X-Forwarded-For} in order of arrival
	 * @param forwarded the lines of {@code Forwarded} in order of arrival
	 * @return the client; unknown where both headers are believed but disagree
	 */
	public ClientIdentity resolve(String peer, List<String> xForwardedFor, List<String> forwarded) {
		boolean forwards = !xForwardedFor.isEmpty() || !forwarded.isEmpty();
		Direct known = forwards ? null : this.direct.get(place(peer));
		if (known != null && known.peer.equals(peer)) {
			return known.client;
		}
		IpAddress address = NodeName.addressOf(peer);
		if (address == null) {
			return new ClientIdentity(Redaction.label(peer));
		}
		boolean trusted = isTrusted(address);
		if (!trusted && forwards) {
			this.unlisted.note(address, xForwardedFor, forwarded);
		}
		Origin origin = trusted ? behind(address, xForwardedFor, forwarded) : Origin.of(address);
		String text = origin.address().toString();
		if (!origin.known()) {
			return ClientIdentity.unknown(text, candidates(origin));
		}
		String network = origin.address().network();
		if (isTrusted(origin.address())) {
			return ClientIdentity.ofProxy(text, network);
		}
		ClientIdentity client = new ClientIdentity(text, network);
		if (!trusted) {
			this.direct.lazySet(place(peer), new Direct(peer, client));
		}
		return client;
	}

	private static int place(String peer) {
		int hash = peer.hashCode();
		return (hash ^ hash >>> 16) & PLACES - 1;
	}

	/**
	 * Return whether any proxy is trusted.
	 * @return {@code false} if every client is taken for the peer it connects as
	 */
	public boolean trustsProxies() {
		return !this.trustedProxies.isEmpty();
	}

	/**
	 * Return whether a network holds trusted proxies.
	 */
	boolean isProxy(NetworkRange network) {
		return isTrusted(network.first());
	}

	private Origin behind(IpAddress peer, List<String> xForwardedFor, List<String> forwarded) {
		Origin one = behind(peer, ForwardingHeader.X_FORWARDED_FOR, xForwardedFor);
		Origin other = behind(peer, ForwardingHeader.FORWARDED, forwarded);
		if (one == null || other == null) {
			return (one != null) ? one : (other != null) ? other : Origin.of(peer);
		}
		return one.and(other, peer);
	}

	private @Nullable Origin behind(IpAddress peer, ForwardingHeader header, List<String> lines) {
		if (lines.isEmpty() || !this.headers.contains(header)) {
			return null;
		}
		Hops hops = new Hops(header, lines);
		IpAddress address = peer;
		while (isTrusted(address) && hops.hasNext()) {
			IpAddress next = hops.next();
			if (next == null) {
				return Origin.behind(address, hops);
			}
			address = next;
		}
		return Origin.of(address);
	}

	private List<String> candidates(Origin origin) {
		return origin.candidates()
			.stream()
			.filter((candidate) -> !isTrusted(candidate))
			.map(IpAddress::toString)
			.distinct()
			.toList();
	}

	private boolean isTrusted(IpAddress address) {
		for (NetworkRange range : this.trustedProxies) {
			if (range.contains(address)) {
				return true;
			}
		}
		return false;
	}

	/**
	 * Who connects without a proxy, and what was made of that.
	 */
	private record Direct(String peer, ClientIdentity client) {

	}

}
