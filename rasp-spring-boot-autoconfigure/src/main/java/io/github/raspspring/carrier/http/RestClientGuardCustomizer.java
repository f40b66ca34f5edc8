package io.github.raspspring.carrier.http;

import java.util.List;

import org.springframework.beans.DirectFieldAccessor;
import org.springframework.boot.restclient.RestClientCustomizer;
import org.springframework.boot.restclient.RestTemplateCustomizer;
import org.springframework.core.Ordered;
import org.springframework.web.client.RestClient;
import org.springframework.web.client.RestTemplate;

/**
 * Adds the guard to the clients that Spring Boot builds, behind all other interceptors,
 * or as an initializer where there are none.
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
		if (hasInterceptors(restClientBuilder)) {
			restClientBuilder.requestInterceptor(this.guard);
		}
		else {
			restClientBuilder.requestInitializer(this.guard);
		}
	}

	/**
	 * Spring's builder takes interceptors and does not tell them. To ask it for its list
	 * makes one, which is enough to have every body held in memory.
	 */
	private static boolean hasInterceptors(RestClient.Builder builder) {
		DirectFieldAccessor fields = new DirectFieldAccessor(builder);
		return fields.isReadableProperty("interceptors")
				&& fields.getPropertyValue("interceptors") instanceof List<?> interceptors && !interceptors.isEmpty();
	}

	@Override
	public void customize(RestTemplate restTemplate) {
		if (restTemplate.getInterceptors().isEmpty()) {
			restTemplate.getClientHttpRequestInitializers().add(this.guard);
		}
		else {
			restTemplate.getInterceptors().add(this.guard);
		}
	}

}
