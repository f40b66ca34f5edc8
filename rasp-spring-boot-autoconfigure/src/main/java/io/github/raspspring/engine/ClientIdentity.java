package io.github.raspspring.engine;

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
 */
public record ClientIdentity(String address, String network, @Nullable String session, @Nullable String apiKey) {

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

}
