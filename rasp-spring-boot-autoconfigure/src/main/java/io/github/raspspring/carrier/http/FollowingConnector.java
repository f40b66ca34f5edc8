package io.github.raspspring.carrier.http;

import java.net.URI;
import java.util.function.Function;

import io.github.raspspring.engine.Inspection;
import io.github.raspspring.engine.InspectionScope;
import reactor.core.publisher.Mono;

import org.springframework.beans.factory.ObjectProvider;
import org.springframework.http.HttpMethod;
import org.springframework.http.client.reactive.ClientHttpConnector;
import org.springframework.http.client.reactive.ClientHttpRequest;
import org.springframework.http.client.reactive.ClientHttpResponse;

/**
 * Follows the redirects of a connector, each judged before it is followed. Thread-safe.
 */
final class FollowingConnector extends Wrapper implements ClientHttpConnector {

	private final ClientHttpConnector delegate;

	private final ObjectProvider<UrlGuard> guard;

	private final int hops;

	FollowingConnector(ClientHttpConnector delegate, ObjectProvider<UrlGuard> guard, int hops) {
		super(delegate);
		this.delegate = delegate;
		this.guard = guard;
		this.hops = hops;
	}

	@Override
	public Mono<ClientHttpResponse> connect(HttpMethod method, URI uri,
			Function<? super ClientHttpRequest, Mono<Void>> requestCallback) {
		return Mono.deferContextual((context) -> {
			UrlGuard guard = this.guard.getObject();
			Inspection inspection = context.getOrDefault(InspectionScope.CONTEXT_KEY, guard.current());
			return new ReactiveExchange(this.delegate, guard, uri, inspection).send(uri, method.name(), requestCallback,
					this.hops);
		});
	}

}
