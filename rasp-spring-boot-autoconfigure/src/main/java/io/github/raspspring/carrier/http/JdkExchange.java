package io.github.raspspring.carrier.http;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandler;
import java.net.http.HttpResponse.BodySubscribers;
import java.net.http.HttpResponse.PushPromiseHandler;
import java.net.http.HttpResponse.ResponseInfo;
import java.util.concurrent.CompletableFuture;

import io.github.raspspring.engine.Inspection;
import io.github.raspspring.engine.InspectionScope;
import org.jspecify.annotations.Nullable;

/**
 * One call of the JDK's HTTP client with all its redirects. Remembers the request it is
 * made for, as answers arrive on other threads.
 *
 * @param <T> the type of the body
 */
final class JdkExchange<T> {

	private final HttpClient client;

	private final UrlGuard guard;

	private final URI first;

	private final BodyHandler<T> handler;

	private final @Nullable PushPromiseHandler<T> pushes;

	private final @Nullable Inspection inspection;

	JdkExchange(HttpClient client, UrlGuard guard, URI first, BodyHandler<T> handler,
			@Nullable PushPromiseHandler<T> pushes) {
		this.client = client;
		this.guard = guard;
		this.first = first;
		this.handler = handler;
		this.pushes = pushes;
		this.inspection = guard.current();
	}

	CompletableFuture<HttpResponse<T>> send(HttpRequest request, int hops) {
		BodyHandler<T> unlessFollowed = (info) -> (hops > 0 && redirect(info, request) != null)
				? BodySubscribers.<T>replacing(null) : this.handler.apply(info);
		return this.client.sendAsync(request, unlessFollowed, this.pushes).thenCompose((answer) -> {
			Hop hop = (hops > 0) ? Hop.of(answer.statusCode(), answer.headers().firstValue("Location").orElse(null),
					request.uri(), request.method()) : null;
			return (hop != null) ? follow(request, hop, hops) : CompletableFuture.completedFuture(answer);
		});
	}

	private CompletableFuture<HttpResponse<T>> follow(HttpRequest request, Hop hop, int hops) {
		try (InspectionScope.Binding binding = this.guard.bind(this.inspection)) {
			this.guard.checkRedirect(this.first, hop.location());
		}
		return send(next(request, hop), hops - 1);
	}

	private static @Nullable Hop redirect(ResponseInfo info, HttpRequest request) {
		return Hop.of(info.statusCode(), info.headers().firstValue("Location").orElse(null), request.uri(),
				request.method());
	}

	private static HttpRequest next(HttpRequest request, Hop hop) {
		HttpRequest.Builder next = HttpRequest.newBuilder(hop.location()).expectContinue(request.expectContinue());
		request.headers().map().forEach((name, values) -> {
			if (!hop.leaves(request.uri()) || Hop.CREDENTIALS.stream().noneMatch(name::equalsIgnoreCase)) {
				values.forEach((value) -> next.header(name, value));
			}
		});
		request.timeout().ifPresent(next::timeout);
		request.version().ifPresent(next::version);
		BodyPublisher body = hop.keeps(request.method()) ? request.bodyPublisher().orElse(null) : null;
		return next.method(hop.method(), (body != null) ? body : BodyPublishers.noBody()).build();
	}

}
