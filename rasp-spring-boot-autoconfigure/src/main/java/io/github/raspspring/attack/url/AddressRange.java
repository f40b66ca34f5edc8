package io.github.raspspring.attack.url;

/**
 * What an Internet address stands for, after the special-purpose registries of IANA (RFC
 * 6890) and the metadata services of cloud providers.
 */
enum AddressRange {

	/** Reachable by anybody. */
	PUBLIC(false),

	/**
	 * This host or network, {@code 0.0.0.0/8} and {@code ::}; reaches the host itself.
	 */
	UNSPECIFIED(true),

	/** The host itself. */
	LOOPBACK(true),

	/** A private network (RFC 1918, RFC 4193) or a deprecated site-local one. */
	PRIVATE(true),

	/** The same link (RFC 3927, RFC 4291). */
	LINK_LOCAL(true),

	/** Shared by the customers of a carrier or cloud (RFC 6598). */
	CARRIER_NAT(true),

	/** The metadata service of a cloud provider, which hands out credentials. */
	METADATA(true),

	/** A group of hosts. */
	MULTICAST(true),

	/** All hosts of the link. */
	BROADCAST(true),

	/** Examples in documentation (RFC 5737, RFC 3849, RFC 9637); reaches nobody. */
	DOCUMENTATION(false),

	/** Tests of network devices (RFC 2544). */
	BENCHMARKING(true),

	/** Reserved for protocols or the future. */
	RESERVED(true);

	private final boolean internal;

	AddressRange(boolean internal) {
		this.internal = internal;
	}

	/**
	 * Return whether a server that connects there on behalf of a client reaches what the
	 * client should not.
	 * @return {@code false} for public addresses and for examples
	 */
	boolean isInternal() {
		return this.internal;
	}

}
