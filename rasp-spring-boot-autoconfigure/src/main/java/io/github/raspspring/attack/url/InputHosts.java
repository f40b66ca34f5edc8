package io.github.raspspring.attack.url;

import java.net.InetAddress;
import java.util.List;
import java.util.function.Function;

import org.jspecify.annotations.Nullable;

/**
 * Finds among the hosts that a request names the one that is called. A URL that was
 * parsed, changed and put together again holds none of them as text, and neither does the
 * address of a connection, but both still lead to one of these hosts, or to the address
 * that the application resolved it to.
 */
final class InputHosts {

	/** Names that are resolved for one call at most. */
	private static final int MOST_RESOLVED = 2;

	private final UrlParts target;

	private final String name;

	private final List<HostAddress> addresses;

	private final Function<String, List<InetAddress>> resolver;

	private int resolved;

	InputHosts(UrlParts target, Function<String, List<InetAddress>> resolver) {
		this.target = target;
		this.name = NamedHostReader.ascii(target.host());
		this.addresses = HostAddress.readings(target.host());
		this.resolver = resolver;
	}

	/**
	 * Return the first host of the request that is the one of the target.
	 */
	@Nullable NamedHost chosenIn(NamedHosts named) {
		for (NamedHost host : named.hosts()) {
			if (host.isMeant(this.target.port()) && isTarget(host)) {
				return host;
			}
		}
		return null;
	}

	/**
	 * Return whether a request that has not chosen the host tells that the application
	 * calls it by its own choice. A host in disguise may have led here unnoticed, and so
	 * may a number that is this address.
	 */
	boolean areTaughtBy(NamedHosts named) {
		return !named.anyDisguised() && named.hosts().stream().noneMatch((host) -> host.isOneOf(this.addresses));
	}

	private boolean isTarget(NamedHost host) {
		boolean url = !host.scheme().isEmpty();
		if (url && !HostJudge.isWeb(host.scheme()) && host.scheme().equals(this.target.scheme())) {
			return true;
		}
		if (host.host().isEmpty() || this.name.isEmpty()) {
			return false;
		}
		if (host.host().equals(this.name) || host.isOneOf(this.addresses)) {
			return true;
		}
		return url && host.addresses().isEmpty() && !this.addresses.isEmpty() && this.resolved++ < MOST_RESOLVED
				&& resolvesToTarget(host.host());
	}

	private boolean resolvesToTarget(String host) {
		return this.resolver.apply(host).stream().map(InetAddress::getHostAddress).anyMatch((candidate) -> {
			List<HostAddress> others = HostAddress
				.readings((candidate.indexOf(':') < 0) ? candidate : '[' + candidate + ']');
			return others.stream().anyMatch((other) -> this.addresses.stream().anyMatch(other::isSame));
		});
	}

}
