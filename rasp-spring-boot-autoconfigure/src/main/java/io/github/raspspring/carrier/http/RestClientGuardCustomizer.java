package io.github.raspspring.carrier.http;

import org.springframework.boot.restclient.RestClientCustomizer;
import org.springframework.boot.restclient.RestTemplateCustomizer;
import org.springframework.core.Ordered;
import org.springframework.web.client.RestClient;
import org.springframework.web.client.RestTemplate;

/**
 * Adds the guard to the clients that Spring Boot builds, behind all other interceptors.
 */
public final class RestClientGuardCustomizer implements RestClientCustomizer, RestTemplateCustomizer, Ordered {

	private final HttpClientGuard guard;

	/**
	 * Create a customizer.
	 * @param guard the interceptor to add
	 */
	public RestClientGuardCustomizer(HttpClientGuard guard) {
		this.guard = guard;
	}

	@Override
	public int getOrder() {
		return Ordered.LOWEST_PRECEDENCE;
	}

	@Override
	public void customize(RestClient.Builder restClientBuilder) {
		restClientBuilder.requestInterceptor(this.guard);
	}

	@Override
	public void customize(RestTemplate restTemplate) {
		restTemplate.getInterceptors().add(this.guard);
	}

}
