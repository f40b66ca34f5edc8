package io.github.raspspring.carrier.http;

import java.util.Collection;
import java.util.function.Consumer;

import org.jspecify.annotations.Nullable;

import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.http.client.HttpClientSettings;
import org.springframework.boot.http.client.HttpRedirects;
import org.springframework.boot.http.client.reactive.ClientHttpConnectorBuilder;
import org.springframework.http.client.reactive.ClientHttpConnector;

/**
 * Builds connectors that follow no redirect by themselves, and follows for them.
 */
final class FollowingConnectorBuilder implements ClientHttpConnectorBuilder<ClientHttpConnector> {

	private final ClientHttpConnectorBuilder<?> delegate;

	private final ObjectProvider<UrlGuard> guard;

	private final ObjectProvider<ConnectionGuard> connections;

	FollowingConnectorBuilder(ClientHttpConnectorBuilder<?> delegate, ObjectProvider<UrlGuard> guard,
			ObjectProvider<ConnectionGuard> connections) {
		this.delegate = delegate;
		this.guard = guard;
		this.connections = connections;
	}

	@Override
	public ClientHttpConnector build(@Nullable HttpClientSettings settings) {
		HttpClientSettings wanted = (settings != null) ? settings : HttpClientSettings.defaults();
		int hops = (wanted.redirects() != HttpRedirects.DONT_FOLLOW) ? Hop.MOST : 0;
		ClientHttpConnector connector = this.delegate.build(filtered(wanted).withRedirects(HttpRedirects.DONT_FOLLOW));
		return new FollowingConnector(connector, this.guard, hops);
	}

	private HttpClientSettings filtered(HttpClientSettings settings) {
		ConnectionGuard guard = this.connections.getIfAvailable();
		return (guard != null && KnownConnectors.filter(this.delegate)) ? guard.addTo(settings) : settings;
	}

	@Override
	@SuppressWarnings({ "unchecked", "rawtypes" })
	public ClientHttpConnectorBuilder<ClientHttpConnector> withCustomizers(
			Collection<Consumer<ClientHttpConnector>> customizers) {
		ClientHttpConnectorBuilder typed = this.delegate;
		return new FollowingConnectorBuilder(typed.withCustomizers(customizers), this.guard, this.connections);
	}

	@Override
	@SuppressWarnings({ "unchecked", "rawtypes" })
	public ClientHttpConnectorBuilder<ClientHttpConnector> withCustomizer(Consumer<ClientHttpConnector> customizer) {
		ClientHttpConnectorBuilder typed = this.delegate;
		return new FollowingConnectorBuilder(typed.withCustomizer(customizer), this.guard, this.connections);
	}

}
