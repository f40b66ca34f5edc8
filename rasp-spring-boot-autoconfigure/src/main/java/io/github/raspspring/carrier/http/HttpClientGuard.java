package io.github.raspspring.carrier.http;

import java.io.IOException;
import java.util.List;

import io.github.raspspring.sink.SinkCarrier;
import io.github.raspspring.sink.SinkCoverage;
import io.github.raspspring.sink.SinkKind;

import org.springframework.http.HttpRequest;
import org.springframework.http.client.ClientHttpRequestExecution;
import org.springframework.http.client.ClientHttpRequestInterceptor;
import org.springframework.http.client.ClientHttpResponse;

/**
 * Judges the URL of each request of {@code RestClient} and {@code RestTemplate} before it
 * is sent. To be the last interceptor, so that it sees what the others made of the URL.
 */
public final class HttpClientGuard implements ClientHttpRequestInterceptor, SinkCarrier {

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
	public ClientHttpResponse intercept(HttpRequest request, byte[] body, ClientHttpRequestExecution execution)
			throws IOException {
		this.guard.check("HTTP client " + request.getMethod(), request.getURI());
		return execution.execute(request, body);
	}

	@Override
	public List<SinkCoverage> coverage() {
		return List.of(new SinkCoverage(SinkKind.URL, CARRIED, OPEN));
	}

}
