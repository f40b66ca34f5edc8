package io.github.raspspring.carrier.http;

import java.net.URI;
import java.util.function.Function;

import io.github.raspspring.engine.Inspection;
import io.github.raspspring.engine.InspectionScope;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Mono;

import org.springframework.core.io.buffer.DataBufferUtils;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpMethod;
import org.springframework.http.client.reactive.ClientHttpConnector;
import org.springframework.http.client.reactive.ClientHttpRequest;
import org.springframework.http.client.reactive.ClientHttpResponse;

/**
 * One call of a reactive client with all its redirects, made for the request that first
 * asked for it.
 */
final class ReactiveExchange {

	/**
	 * So much of an answer that only redirects is read before its connection is given up.
	 */
	private static final int MOST_BUFFERS = 16;

	private final ClientHttpConnector connector;

	private final UrlGuard guard;

	private final URI first;

	private final @Nullable Inspection inspection;

	ReactiveExchange(ClientHttpConnector connector, UrlGuard guard, URI first, @Nullable Inspection inspection) {
		this.connector = connector;
		this.guard = guard;
		this.first = first;
		this.inspection = inspection;
	}

	Mono<ClientHttpResponse> send(URI uri, String method, Function<? super ClientHttpRequest, Mono<Void>> write,
			int hops) {
		OutboundCall call = this.guard.calls().begin(uri, this.first, this.inspection);
		return this.connector.connect(HttpMethod.valueOf(method), uri, write)
			.onErrorMap(call::causeOf)
			.doFinally((signal) -> call.close())
			.flatMap((response) -> {
				Hop hop = (hops > 0) ? Hop.of(response.getStatusCode().value(),
						response.getHeaders().getFirst(HttpHeaders.LOCATION), uri, method) : null;
				return (hop != null) ? follow(response, new Redirect(uri, method, hop), write, hops)
						: Mono.just(response);
			});
	}

	private Mono<ClientHttpResponse> follow(ClientHttpResponse response, Redirect redirect,
			Function<? super ClientHttpRequest, Mono<Void>> write, int hops) {
		return response.getBody().doOnNext(DataBufferUtils::release).take(MOST_BUFFERS).then(Mono.defer(() -> {
			Hop hop = redirect.hop();
			try (InspectionScope.Binding binding = this.guard.bind(this.inspection)) {
				this.guard.checkRedirect(this.first, hop.location());
			}
			return send(hop.location(), hop.method(), redirect.rewriting(write), hops - 1);
		}));
	}

}
