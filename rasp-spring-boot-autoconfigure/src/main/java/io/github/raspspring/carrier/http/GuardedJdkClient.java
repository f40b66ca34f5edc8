package io.github.raspspring.carrier.http;

import java.io.IOException;
import java.net.Authenticator;
import java.net.CookieHandler;
import java.net.ProxySelector;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandler;
import java.net.http.HttpResponse.PushPromiseHandler;
import java.net.http.WebSocket;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executor;

import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLParameters;

import io.github.raspspring.engine.SinkBlockedException;
import org.jspecify.annotations.Nullable;

/**
 * An HTTP client of the JDK whose URLs and redirects are judged before they are asked
 * for. Is configured as the client of the application is.
 */
final class GuardedJdkClient extends HttpClient {

	private final HttpClient target;

	private final HttpClient notFollowing;

	private final UrlGuard guard;

	/**
	 * Create a client.
	 * @param target the client as the application made it
	 * @param notFollowing one like it that follows no redirects
	 */
	GuardedJdkClient(HttpClient target, HttpClient notFollowing, UrlGuard guard) {
		this.target = target;
		this.notFollowing = notFollowing;
		this.guard = guard;
	}

	@Override
	public <T> HttpResponse<T> send(HttpRequest request, BodyHandler<T> handler)
			throws IOException, InterruptedException {
		CompletableFuture<HttpResponse<T>> answer = sendAsync(request, handler);
		try {
			return answer.get();
		}
		catch (InterruptedException ex) {
			answer.cancel(true);
			throw ex;
		}
		catch (ExecutionException ex) {
			throw surfaced(ex);
		}
	}

	@Override
	public <T> CompletableFuture<HttpResponse<T>> sendAsync(HttpRequest request, BodyHandler<T> handler) {
		return begin(request, handler, null);
	}

	@Override
	public <T> CompletableFuture<HttpResponse<T>> sendAsync(HttpRequest request, BodyHandler<T> handler,
			@Nullable PushPromiseHandler<T> pushes) {
		return begin(request, handler, pushes);
	}

	private <T> CompletableFuture<HttpResponse<T>> begin(HttpRequest request, BodyHandler<T> handler,
			@Nullable PushPromiseHandler<T> pushes) {
		this.guard.check("HttpClient " + request.method(), request.uri());
		int hops = (this.target.followRedirects() != HttpClient.Redirect.NEVER) ? Hop.MOST : 0;
		return new JdkExchange<>(this.notFollowing, this.guard, request.uri(), handler, pushes).send(request, hops);
	}

	private static IOException surfaced(ExecutionException ex) {
		Throwable cause = ex.getCause();
		if (cause instanceof SinkBlockedException blocked) {
			throw blocked;
		}
		if (cause instanceof Error error) {
			throw error;
		}
		return (cause instanceof IOException failure) ? failure : new IOException(cause);
	}

	@Override
	public Optional<CookieHandler> cookieHandler() {
		return this.target.cookieHandler();
	}

	@Override
	public Optional<Duration> connectTimeout() {
		return this.target.connectTimeout();
	}

	@Override
	public HttpClient.Redirect followRedirects() {
		return this.target.followRedirects();
	}

	@Override
	public Optional<ProxySelector> proxy() {
		return this.target.proxy();
	}

	@Override
	public SSLContext sslContext() {
		return this.target.sslContext();
	}

	@Override
	public SSLParameters sslParameters() {
		return this.target.sslParameters();
	}

	@Override
	public Optional<Authenticator> authenticator() {
		return this.target.authenticator();
	}

	@Override
	public HttpClient.Version version() {
		return this.target.version();
	}

	@Override
	public Optional<Executor> executor() {
		return this.target.executor();
	}

	@Override
	public WebSocket.Builder newWebSocketBuilder() {
		return this.target.newWebSocketBuilder();
	}

}
