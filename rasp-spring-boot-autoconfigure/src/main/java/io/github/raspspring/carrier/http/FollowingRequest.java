package io.github.raspspring.carrier.http;

import java.io.IOException;
import java.io.OutputStream;
import java.net.URI;

import org.jspecify.annotations.Nullable;

import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpMethod;
import org.springframework.http.StreamingHttpOutputMessage;
import org.springframework.http.client.AbstractClientHttpRequest;
import org.springframework.http.client.ClientHttpRequest;
import org.springframework.http.client.ClientHttpRequestFactory;
import org.springframework.http.client.ClientHttpResponse;
import org.springframework.util.FastByteArrayOutputStream;

/**
 * A request that follows redirects, each judged before it is sent.
 */
final class FollowingRequest extends AbstractClientHttpRequest implements StreamingHttpOutputMessage {

	private final ClientHttpRequestFactory factory;

	private final UrlGuard guard;

	private final URI uri;

	private final HttpMethod method;

	private final int mostHops;

	private @Nullable FastByteArrayOutputStream written;

	private @Nullable OutgoingBody body;

	FollowingRequest(ClientHttpRequestFactory factory, UrlGuard guard, URI uri, HttpMethod method, int mostHops) {
		this.factory = factory;
		this.guard = guard;
		this.uri = uri;
		this.method = method;
		this.mostHops = mostHops;
	}

	@Override
	public HttpMethod getMethod() {
		return this.method;
	}

	@Override
	public URI getURI() {
		return this.uri;
	}

	/**
	 * Take a body that is written to the connection, and kept nowhere.
	 */
	@Override
	public void setBody(Body body) {
		assertNotExecuted();
		this.body = new OutgoingBody(body);
	}

	@Override
	protected OutputStream getBodyInternal(HttpHeaders headers) {
		if (this.written == null) {
			this.written = new FastByteArrayOutputStream(1024);
			this.body = new OutgoingBody(new Written(this.written));
		}
		return this.written;
	}

	@Override
	protected ClientHttpResponse executeInternal(HttpHeaders headers) throws IOException {
		URI at = this.uri;
		String with = this.method.name();
		this.guard.checkOnce("HTTP client " + with, at, getAttributes());
		ClientHttpResponse response = send(at, with, headers);
		for (int hops = 0; hops < this.mostHops; hops++) {
			Hop redirect = Hop.of(response.getStatusCode().value(),
					response.getHeaders().getFirst(HttpHeaders.LOCATION), at, with);
			if (redirect == null || !canFollow(redirect, with)) {
				return response;
			}
			response.close();
			this.guard.checkRedirect(this.uri, redirect.location());
			if (!redirect.keeps(with)) {
				this.body = null;
				Hop.BODY_HEADERS.forEach(headers::remove);
			}
			if (redirect.leaves(at)) {
				Hop.CREDENTIALS.forEach(headers::remove);
			}
			at = redirect.location();
			with = redirect.method();
			response = send(at, with, headers);
		}
		return response;
	}

	/**
	 * Leave a redirect to the application if the body it wants is gone, as clients do.
	 */
	private boolean canFollow(Hop redirect, String method) {
		return this.body == null || !redirect.keeps(method) || this.body.canBeSentAgain();
	}

	private ClientHttpResponse send(URI uri, String method, HttpHeaders headers) throws IOException {
		ClientHttpRequest request = this.factory.createRequest(uri, HttpMethod.valueOf(method));
		request.getHeaders().putAll(headers);
		request.getAttributes().putAll(getAttributes());
		if (this.body != null && request instanceof StreamingHttpOutputMessage streaming) {
			streaming.setBody(this.body);
		}
		else if (this.body != null) {
			this.body.writeTo(request.getBody());
		}
		try (OutboundCall call = this.guard.calls().begin(uri, this.uri, this.guard.current())) {
			return execute(request, call);
		}
	}

	private static ClientHttpResponse execute(ClientHttpRequest request, OutboundCall call) throws IOException {
		try {
			return request.execute();
		}
		catch (IOException | RuntimeException ex) {
			call.throwIfRefused();
			throw ex;
		}
	}

	/**
	 * What was written before the request was sent.
	 */
	private record Written(FastByteArrayOutputStream bytes) implements Body {

		@Override
		public void writeTo(OutputStream outputStream) throws IOException {
			this.bytes.writeTo(outputStream);
		}

		@Override
		public boolean repeatable() {
			return true;
		}

	}

}
