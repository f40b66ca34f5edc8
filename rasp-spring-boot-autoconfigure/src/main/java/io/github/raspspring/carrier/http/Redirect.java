package io.github.raspspring.carrier.http;

import java.net.URI;
import java.util.function.Function;

import org.reactivestreams.Publisher;
import reactor.core.publisher.Mono;

import org.springframework.core.io.buffer.DataBuffer;
import org.springframework.http.client.reactive.ClientHttpRequest;
import org.springframework.http.client.reactive.ClientHttpRequestDecorator;

/**
 * What a redirect leaves of the request that led to it.
 *
 * @param from where the answer came from
 * @param method the method used there
 * @param hop where it leads
 */
record Redirect(URI from, String method, Hop hop) {

	/**
	 * Have a request written without the body and the credentials that don't go along.
	 */
	Function<ClientHttpRequest, Mono<Void>> rewriting(Function<? super ClientHttpRequest, Mono<Void>> write) {
		return (request) -> {
			request.beforeCommit(() -> Mono.fromRunnable(() -> forget(request)));
			return write.apply(this.hop.keeps(this.method) ? request : new Bodiless(request));
		};
	}

	private void forget(ClientHttpRequest request) {
		if (!this.hop.keeps(this.method)) {
			Hop.BODY_HEADERS.forEach(request.getHeaders()::remove);
		}
		if (this.hop.leaves(this.from)) {
			Hop.CREDENTIALS.forEach(request.getHeaders()::remove);
			request.getCookies().clear();
		}
	}

	/**
	 * A request that sends no body, whatever is written.
	 */
	private static final class Bodiless extends ClientHttpRequestDecorator {

		Bodiless(ClientHttpRequest delegate) {
			super(delegate);
		}

		@Override
		public Mono<Void> writeWith(Publisher<? extends DataBuffer> body) {
			return setComplete();
		}

		@Override
		public Mono<Void> writeAndFlushWith(Publisher<? extends Publisher<? extends DataBuffer>> body) {
			return setComplete();
		}

	}

}
