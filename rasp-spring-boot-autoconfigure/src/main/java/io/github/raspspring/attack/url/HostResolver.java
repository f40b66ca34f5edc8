package io.github.raspspring.attack.url;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.List;

/**
 * Asks the resolver of the JVM, whose cache makes sure that the connection made right
 * after the judgement goes to the same addresses.
 */
final class HostResolver {

	private HostResolver() {
	}

	static List<InetAddress> addressesOf(String host) {
		try {
			return List.of(InetAddress.getAllByName(host));
		}
		catch (UnknownHostException ex) {
			return List.of();
		}
	}

}
