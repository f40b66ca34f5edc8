package io.github.raspspring.client;

import java.util.List;
import java.util.Set;

import io.github.raspspring.engine.ClientIdentity;
import io.github.raspspring.engine.Redaction;
import org.jspecify.annotations.Nullable;

/**
 * Finds the address of the client behind proxies that are trusted: the right-most hop
 * that is no trusted proxy. What an untrusted peer claims is ignored, and the walk ends
 * at the first hop that is no valid address. Thread-safe.
 */
public final class ClientAddressResolver {

	private final List<NetworkRange> trustedProxies;

	private final Set<ForwardingHeader> headers;

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
	 * Find the client.
	 * @param peer the address of the connection's other end, as the container tells it
	 * @param xForwardedFor the lines of {@code X-Forwarded-For} in order of arrival
	 * @param forwarded the lines of {@code Forwarded} in order of arrival
	 * @return the client; where both headers are believed but disagree, the peer
	 */
	public ClientIdentity resolve(String peer, List<String> xForwardedFor, List<String> forwarded) {
		IpAddress address = NodeName.addressOf(peer);
		if (address == null) {
			return new ClientIdentity(Redaction.label(peer));
		}
		if (isTrusted(address)) {
			address = behind(address, xForwardedFor, forwarded);
		}
		return new ClientIdentity(address.toString(), address.network());
	}

	/**
	 * Return whether any proxy is trusted.
	 * @return {@code false} if every client is taken for the peer it connects as
	 */
	public boolean trustsProxies() {
		return !this.trustedProxies.isEmpty();
	}

	private IpAddress behind(IpAddress peer, List<String> xForwardedFor, List<String> forwarded) {
		IpAddress one = behind(peer, ForwardingHeader.X_FORWARDED_FOR, xForwardedFor);
		IpAddress other = behind(peer, ForwardingHeader.FORWARDED, forwarded);
		if (one == null || other == null) {
			return (one != null) ? one : (other != null) ? other : peer;
		}
		// A proxy writes one of them and passes on the other as the client forged it.
		return one.equals(other) ? one : peer;
	}

	private @Nullable IpAddress behind(IpAddress peer, ForwardingHeader header, List<String> lines) {
		if (lines.isEmpty() || !this.headers.contains(header)) {
			return null;
		}
		Hops hops = new Hops(header, lines);
		IpAddress address = peer;
		while (isTrusted(address)) {
			IpAddress next = hops.next();
			if (next == null) {
				return address;
			}
			address = next;
		}
		return address;
	}

	private boolean isTrusted(IpAddress address) {
		for (NetworkRange range : this.trustedProxies) {
			if (range.contains(address)) {
				return true;
			}
		}
		return false;
	}

}
