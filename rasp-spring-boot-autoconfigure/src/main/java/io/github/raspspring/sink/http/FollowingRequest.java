package io.github.raspspring.sink.http;

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

	private @Nullable FastByteArrayOutputStream body;

	FollowingRequest(ClientHttpRequestFactory factory, UrlGuard guard, URI uri, HttpMethod method) {
		this.factory = factory;
		this.guard = guard;
		this.uri = uri;
		this.method = method;
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
		for (int hops = 0; hops < Hop.MOST; hops++) {
			Hop redirect = Hop.of(response.getStatusCode().value(),
					response.getHeaders().getFirst(HttpHeaders.LOCATION), at, with);
			if (redirect == null) {
				return response;
			}
			response.close();
			this.guard.checkRedirect(this.uri, redirect.location());
			if (!redirect.keeps(with)) {
				this.body = null;
				headers.remove(HttpHeaders.CONTENT_LENGTH);
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
		return request.execute();
	}

}
