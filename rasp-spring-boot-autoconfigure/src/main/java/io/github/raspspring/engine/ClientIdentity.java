package io.github.raspspring.engine;

import java.util.List;

import org.jspecify.annotations.Nullable;

/**
 * Who sends the request, as far as can be told without a verified subject. Session and
 * API key are known by a hash only. Anyone may come by a new one, so they count besides
 * the network and never in place of it.
 *
 * @param address the address of the client behind trusted proxies, in canonical text form
 * @param network the network by which the client is counted: an IPv4 address itself, the
 * /64 of an IPv6 address, because a single machine usually owns all of it (RFC 6177)
 * @param session hash of the id of a session that the server knows, or {@code null}
 * @param apiKey hash of the API key the request presents, or {@code null}
 * @param proxy whether the address is that of a trusted proxy, which is never held to
 * account: nobody tells who is behind it
 * @param candidates where a proxy tells no valid address of the client, or two different
 * ones: the addresses that it may have
 */
public record ClientIdentity(String address, String network, @Nullable String session, @Nullable String apiKey,
		boolean proxy, List<String> candidates) {

	/** Network of all clients whose address no proxy tells. */
	public static final String UNKNOWN = "unknown";

	public ClientIdentity {
		candidates = List.copyOf(candidates);
	}

	/**
	 * Create the identity of a client that is counted by its address alone.
	 * @param address the address
	 */
	public ClientIdentity(String address) {
		this(address, address);
	}

	/**
	 * Create the identity of a client without session and API key.
	 * @param address the address
	 * @param network the network by which the client is counted
	 */
	public ClientIdentity(String address, String network) {
		this(address, network, null, null);
	}

	/**
	 * Create the identity of a client whose address is certain.
	 * @param address the address
	 * @param network the network by which the client is counted
	 * @param session hash of the id of a session, or {@code null}
	 * @param apiKey hash of the API key, or {@code null}
	 */
	public ClientIdentity(String address, String network, @Nullable String session, @Nullable String apiKey) {
		this(address, network, session, apiKey, false, List.of());
	}

	/**
	 * Create the identity of a trusted proxy that sends a request of its own.
	 * @param address its address
	 * @param network the network by which it is counted
	 * @return the identity
	 */
	public static ClientIdentity ofProxy(String address, String network) {
		return new ClientIdentity(address, network, null, null, true, List.of());
	}

	/**
	 * Create the identity of a client that a trusted proxy does not tell.
	 * @param proxy the address of the proxy
	 * @param candidates addresses that the client may have
	 * @return the identity, counted together with all others that are unknown
	 */
	public static ClientIdentity unknown(String proxy, List<String> candidates) {
		return new ClientIdentity(proxy, UNKNOWN, null, null, true, candidates);
	}

	/**
	 * Copy this identity with what else identifies the client.
	 * @param session hash of the id of a session, or {@code null}
	 * @param apiKey hash of the API key, or {@code null}
	 * @return the copy
	 */
	public ClientIdentity with(@Nullable String session, @Nullable String apiKey) {
		return new ClientIdentity(this.address, this.network, session, apiKey, this.proxy, this.candidates);
	}

	/**
	 * Return whether the address of the client is known, be it that of a proxy.
	 * @return {@code false} if all that is known is which proxy passed the request on
	 */
	public boolean isKnown() {
		return !this.network.equals(UNKNOWN);
	}

}
