package io.github.raspspring.carrier.http;

import java.io.IOException;
import java.util.List;

import io.github.raspspring.sink.SinkCarrier;
import io.github.raspspring.sink.SinkCoverage;
import io.github.raspspring.sink.SinkKind;

import org.springframework.http.HttpRequest;
import org.springframework.http.client.ClientHttpRequest;
import org.springframework.http.client.ClientHttpRequestExecution;
import org.springframework.http.client.ClientHttpRequestInitializer;
import org.springframework.http.client.ClientHttpRequestInterceptor;
import org.springframework.http.client.ClientHttpResponse;

/**
 * Judges the URL of each request of {@code RestClient} and {@code RestTemplate} before it
 * is sent: when the request is made, or as the last interceptor where the application has
 * interceptors, so that it sees what they made of the URL. An interceptor has the body
 * held in memory, so it is none where there are none.
 */
public final class HttpClientGuard implements ClientHttpRequestInterceptor, ClientHttpRequestInitializer, SinkCarrier {

	private static final List<String> CARRIED = List.of("RestClient.Builder and RestTemplateBuilder of Spring Boot");

	private static final List<String> OPEN = List.of("Clients that are made without the builders of Spring Boot.");

	private final UrlGuard guard;

	/**
	 * Create a carrier.
	 * @param guard judges URLs
	 */
	public HttpClientGuard(UrlGuard guard) {
		this.guard = guard;
	}

	@Override
	public void initialize(ClientHttpRequest request) {
		this.guard.checkOnce("HTTP client " + request.getMethod(), request.getURI(), request.getAttributes());
	}

	@Override
	public ClientHttpResponse intercept(HttpRequest request, byte[] body, ClientHttpRequestExecution execution)
			throws IOException {
		this.guard.checkOnce("HTTP client " + request.getMethod(), request.getURI(), request.getAttributes());
		return execution.execute(request, body);
	}

	@Override
	public List<SinkCoverage> coverage() {
		return List.of(new SinkCoverage(SinkKind.URL, CARRIED, OPEN));
	}

}
