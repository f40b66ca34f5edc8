package io.github.raspspring.carrier.http;

import java.util.Collection;
import java.util.function.Consumer;

import org.jspecify.annotations.Nullable;

import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.http.client.ClientHttpRequestFactoryBuilder;
import org.springframework.boot.http.client.HttpClientSettings;
import org.springframework.boot.http.client.HttpRedirects;
import org.springframework.http.client.ClientHttpRequestFactory;

/**
 * Builds clients that follow no redirect by themselves, and follows for them.
 */
final class FollowingFactoryBuilder implements ClientHttpRequestFactoryBuilder<ClientHttpRequestFactory> {

	private final ClientHttpRequestFactoryBuilder<?> delegate;

	private final ObjectProvider<UrlGuard> guard;

	private final ObjectProvider<ConnectionGuard> connections;

	FollowingFactoryBuilder(ClientHttpRequestFactoryBuilder<?> delegate, ObjectProvider<UrlGuard> guard,
			ObjectProvider<ConnectionGuard> connections) {
		this.delegate = delegate;
		this.guard = guard;
		this.connections = connections;
	}

	@Override
	public ClientHttpRequestFactory build(@Nullable HttpClientSettings settings) {
		HttpClientSettings wanted = (settings != null) ? settings : HttpClientSettings.defaults();
		int hops = (wanted.redirects() != HttpRedirects.DONT_FOLLOW) ? Hop.MOST : 0;
		ClientHttpRequestFactory factory = this.delegate
			.build(filtered(wanted).withRedirects(HttpRedirects.DONT_FOLLOW));
		return new FollowingFactory(factory, this.guard, hops);
	}

	private HttpClientSettings filtered(HttpClientSettings settings) {
		ConnectionGuard guard = this.connections.getIfAvailable();
		return (guard != null && KnownClients.filter(this.delegate)) ? guard.addTo(settings) : settings;
	}

	@Override
	@SuppressWarnings({ "unchecked", "rawtypes" })
	public ClientHttpRequestFactoryBuilder<ClientHttpRequestFactory> withCustomizers(
			Collection<Consumer<ClientHttpRequestFactory>> customizers) {
		ClientHttpRequestFactoryBuilder typed = this.delegate;
		return new FollowingFactoryBuilder(typed.withCustomizers(customizers), this.guard, this.connections);
	}

	@Override
	@SuppressWarnings({ "unchecked", "rawtypes" })
	public ClientHttpRequestFactoryBuilder<ClientHttpRequestFactory> withCustomizer(
			Consumer<ClientHttpRequestFactory> customizer) {
		ClientHttpRequestFactoryBuilder typed = this.delegate;
		return new FollowingFactoryBuilder(typed.withCustomizer(customizer), this.guard, this.connections);
	}

}
