package io.github.raspspring.carrier.http;

import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.List;

import io.github.raspspring.sink.SinkCarrier;
import io.github.raspspring.sink.SinkCoverage;
import io.github.raspspring.sink.SinkKind;
import org.jspecify.annotations.Nullable;

import org.springframework.boot.http.client.HttpClientSettings;
import org.springframework.boot.http.client.InetAddressFilter;

/**
 * Judges the address that a client of Spring Boot has resolved a host to, at the time it
 * connects: a name that resolves to a public address first and to an internal one then
 * (DNS rebinding) gains nothing. Lets pass all that no request has a part in.
 * <p>
 * Is no {@code InetAddressFilter} bean, because the clients that can't have one (the
 * simple one), and the one that is not asked for the address it takes (the JDK's), would
 * get it too, and refuse to be built or to use a proxy.
 */
public final class ConnectionGuard implements SinkCarrier {

	private final UrlGuard guard;

	/**
	 * Create a guard.
	 * @param guard judges addresses
	 */
	public ConnectionGuard(UrlGuard guard) {
		this.guard = guard;
	}

	/**
	 * Have a client ask for each address, after the filter that the application has set.
	 */
	HttpClientSettings addTo(HttpClientSettings settings) {
		InetAddressFilter own = settings.inetAddressFilter();
		InetAddressFilter filter = new Filter(this.guard.calls());
		return settings.withInetAddressFilter((own != null) ? own.and(filter) : filter);
	}

	@Override
	public List<SinkCoverage> coverage() {
		return List.of(new SinkCoverage(SinkKind.URL,
				List.of("addresses at the time of connection (Apache HttpComponents, Jetty, Reactor Netty)"),
				List.of("Addresses that the clients of the JDK connect to: judged as the JVM resolves the name before, "
						+ "which networkaddress.cache.ttl keeps (30 s by default; do not set it to 0).")));
	}

	/**
	 * The filter as clients know it.
	 */
	private record Filter(OutboundCalls calls) implements InetAddressFilter {

		@Override
		public boolean matches(@Nullable InetAddress address) {
			return address == null || matches(new InetSocketAddress(address, 0));
		}

		@Override
		public boolean matches(InetSocketAddress address) {
			InetAddress resolved = address.getAddress();
			return resolved == null || this.calls.admits(address.getHostString(), resolved);
		}

	}

}
