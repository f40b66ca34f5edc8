package io.github.raspspring.attack.url;

import java.util.List;

/**
 * A host that a value of a request names.
 *
 * @param input number of the value
 * @param scheme the scheme of the URL that names it, empty for a host without one
 * @param host the host in ASCII and lower case
 * @param port the port, -1 if none is named
 * @param addresses how the host may be read as an address, none if it is a name
 * @param likelihood whether the value means a host at all
 * @param disguised whether it is written in another way than hosts usually are
 */
record NamedHost(int input, String scheme, String host, int port, List<HostAddress> addresses, Likelihood likelihood,
		boolean disguised) {

	/**
	 * Return whether this may be an address, in any notation.
	 */
	boolean isOneOf(List<HostAddress> others) {
		return this.addresses.stream().anyMatch((address) -> others.stream().anyMatch(address::isSame));
	}

	/**
	 * Return whether the value means a host with this port.
	 */
	boolean isMeant(int targetPort) {
		return this.likelihood == Likelihood.HOST || this.port > 0 && this.port == targetPort;
	}

	/**
	 * How sure it is that a value means a host.
	 */
	enum Likelihood {

		/** A host, and nothing else. */
		HOST,

		/** A number as well, such as a price, a page or a time. */
		NUMBER

	}

}
