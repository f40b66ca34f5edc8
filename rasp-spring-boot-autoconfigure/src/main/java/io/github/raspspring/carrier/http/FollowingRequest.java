package io.github.raspspring.carrier.http;

import java.io.IOException;
import java.io.OutputStream;
import java.net.URI;

import org.jspecify.annotations.Nullable;

import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpMethod;
import org.springframework.http.client.AbstractClientHttpRequest;
import org.springframework.http.client.ClientHttpRequest;
import org.springframework.http.client.ClientHttpRequestFactory;
import org.springframework.http.client.ClientHttpResponse;
import org.springframework.util.FastByteArrayOutputStream;

/**
 * A request that follows redirects, each judged before it is sent.
 */
final class FollowingRequest extends AbstractClientHttpRequest {

	private final ClientHttpRequestFactory factory;

	private final UrlGuard guard;

	private final URI uri;

	private final HttpMethod method;

	private final int mostHops;

	private @Nullable FastByteArrayOutputStream body;

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

	@Override
	protected OutputStream getBodyInternal(HttpHeaders headers) {
		if (this.body == null) {
			this.body = new FastByteArrayOutputStream(1024);
		}
		return this.body;
	}

	@Override
	protected ClientHttpResponse executeInternal(HttpHeaders headers) throws IOException {
		URI at = this.uri;
		String with = this.method.name();
		ClientHttpResponse response = send(at, with, headers);
		for (int hops = 0; hops < this.mostHops; hops++) {
			Hop redirect = Hop.of(response.getStatusCode().value(),
					response.getHeaders().getFirst(HttpHeaders.LOCATION), at, with);
			if (redirect == null) {
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

	private ClientHttpResponse send(URI uri, String method, HttpHeaders headers) throws IOException {
		ClientHttpRequest request = this.factory.createRequest(uri, HttpMethod.valueOf(method));
		request.getHeaders().putAll(headers);
		request.getAttributes().putAll(getAttributes());
		if (this.body != null) {
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

}
