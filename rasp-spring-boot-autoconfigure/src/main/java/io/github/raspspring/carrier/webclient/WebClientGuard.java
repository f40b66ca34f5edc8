package io.github.raspspring.carrier.webclient;

import java.util.List;

import io.github.raspspring.attack.url.UrlCall;
import io.github.raspspring.engine.Inspection;
import io.github.raspspring.engine.InspectionScope;
import io.github.raspspring.sink.SinkCarrier;
import io.github.raspspring.sink.SinkCoverage;
import io.github.raspspring.sink.SinkGuard;
import io.github.raspspring.sink.SinkKind;
import io.github.raspspring.sink.UnattributedCalls;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Mono;
import reactor.util.context.ContextView;

import org.springframework.boot.webclient.WebClientCustomizer;
import org.springframework.core.Ordered;
import org.springframework.web.reactive.function.client.ClientRequest;
import org.springframework.web.reactive.function.client.ClientResponse;
import org.springframework.web.reactive.function.client.ExchangeFilterFunction;
import org.springframework.web.reactive.function.client.ExchangeFunction;
import org.springframework.web.reactive.function.client.WebClient;

/**
 * Judges the URL of each request of a {@code WebClient} before it is sent. The request it
 * is made for is known from the thread that subscribes, or from the reactive context.
 */
public final class WebClientGuard implements WebClientCustomizer, ExchangeFilterFunction, Ordered, SinkCarrier {

	private static final List<String> CARRIED = List.of("WebClient.Builder of Spring Boot");

	private static final List<String> OPEN = List.of("WebClients made without the builder of Spring Boot.");

	private final InspectionScope scope;

	private final SinkGuard guard;

	private final UnattributedCalls unattributed;

	/**
	 * Create a carrier.
	 * @param scope tells the request that a thread works for
	 * @param guard judges the calls
	 * @param unattributed counts calls that are made for no request
	 */
	public WebClientGuard(InspectionScope scope, SinkGuard guard, UnattributedCalls unattributed) {
		this.scope = scope;
		this.guard = guard;
		this.unattributed = unattributed;
	}

	@Override
	public int getOrder() {
		return Ordered.LOWEST_PRECEDENCE;
	}

	@Override
	public void customize(WebClient.Builder webClientBuilder) {
		webClientBuilder.filter(this);
	}

	@Override
	public Mono<ClientResponse> filter(ClientRequest request, ExchangeFunction next) {
		return Mono.deferContextual((context) -> {
			Inspection inspection = inspection(context);
			if (inspection == null) {
				this.unattributed.add(SinkKind.URL);
				return next.exchange(request);
			}
			check(request, inspection);
			return next.exchange(request)
				.contextWrite((written) -> written.put(InspectionScope.CONTEXT_KEY, inspection));
		});
	}

	private @Nullable Inspection inspection(ContextView context) {
		Inspection current = this.scope.current();
		return (current != null) ? current : context.getOrDefault(InspectionScope.CONTEXT_KEY, null);
	}

	private void check(ClientRequest request, Inspection inspection) {
		try (InspectionScope.Binding binding = this.scope.bind(inspection)) {
			if (this.guard.watches(SinkKind.URL)) {
				this.guard.check(UrlCall.resolvedByJvm("WebClient " + request.method(), request.url().toString()));
			}
		}
	}

	@Override
	public List<SinkCoverage> coverage() {
		return List.of(new SinkCoverage(SinkKind.URL, CARRIED, OPEN));
	}

}
