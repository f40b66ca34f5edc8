package io.github.raspspring.engine;

/**
 * Who sends the request, as far as the network tells.
 *
 * @param address the address of the client behind trusted proxies, in canonical text form
 * @param network the network by which the client is counted: an IPv4 address itself, the
 * /64 of an IPv6 address, because a single machine usually owns all of it (RFC 6177)
 */
public record ClientIdentity(String address, String network) {

	/**
	 * Create the identity of a client that is counted by its address alone.
	 * @param address the address
	 */
	public ClientIdentity(String address) {
		this(address, address);
	}

}
