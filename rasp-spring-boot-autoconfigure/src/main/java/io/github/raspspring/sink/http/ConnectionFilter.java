package io.github.raspspring.sink.http;

import java.net.InetAddress;
import java.util.List;

import io.github.raspspring.sink.SinkCarrier;
import io.github.raspspring.sink.SinkCoverage;
import io.github.raspspring.sink.SinkKind;

import org.springframework.boot.http.client.InetAddressFilter;

/**
 * Judges the address that a client of Spring Boot has resolved a host to, at the time it
 * connects: a name that resolves to a public address first and to an internal one then
 * (DNS rebinding) gains nothing. Lets pass all that no request has a part in.
 */
public final class ConnectionFilter implements InetAddressFilter, SinkCarrier {

	private final UrlGuard guard;

	/**
	 * Create a filter.
	 * @param guard judges addresses
	 */
	public ConnectionFilter(UrlGuard guard) {
		this.guard = guard;
	}

	@Override
	public boolean matches(InetAddress address) {
		this.guard.checkConnection(address);
		return true;
	}

	@Override
	public List<SinkCoverage> coverage() {
		return List.of(new SinkCoverage(SinkKind.URL, List.of("addresses at the time of connection"), List
			.of("Addresses that a client resolves on a thread of its own, as Reactor Netty, Jetty and WebClient do.")));
	}

}
