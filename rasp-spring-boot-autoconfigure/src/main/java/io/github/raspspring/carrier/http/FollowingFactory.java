package io.github.raspspring.carrier.http;

import java.net.URI;

import org.springframework.beans.factory.ObjectProvider;
import org.springframework.http.HttpMethod;
import org.springframework.http.client.ClientHttpRequest;
import org.springframework.http.client.ClientHttpRequestFactory;

/**
 * Makes requests whose redirects are judged before they are followed. Thread-safe.
 */
final class FollowingFactory extends Wrapper implements ClientHttpRequestFactory {

	private final ClientHttpRequestFactory delegate;

	private final ObjectProvider<UrlGuard> guard;

	private final int hops;

	FollowingFactory(ClientHttpRequestFactory delegate, ObjectProvider<UrlGuard> guard, int hops) {
		super(delegate);
		this.delegate = delegate;
		this.guard = guard;
		this.hops = hops;
	}

	@Override
	public ClientHttpRequest createRequest(URI uri, HttpMethod method) {
		return new FollowingRequest(this.delegate, this.guard.getObject(), uri, method, this.hops);
	}

}
