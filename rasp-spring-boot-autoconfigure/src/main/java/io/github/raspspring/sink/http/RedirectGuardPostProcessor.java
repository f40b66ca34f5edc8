package io.github.raspspring.sink.http;

import java.util.List;

import io.github.raspspring.sink.SinkCarrier;
import io.github.raspspring.sink.SinkCoverage;
import io.github.raspspring.sink.SinkKind;

import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.config.BeanPostProcessor;
import org.springframework.boot.http.client.ClientHttpRequestFactoryBuilder;
import org.springframework.boot.http.client.JdkClientHttpRequestFactoryBuilder;

/**
 * Has redirects followed where they can be judged first. The HTTP client of the JDK
 * follows them on threads of its own, where nobody knows the request any more. Declare it
 * in a static method.
 */
public final class RedirectGuardPostProcessor implements BeanPostProcessor, SinkCarrier {

	private static final String BOOTS_BUILDER = "clientHttpRequestFactoryBuilder";

	private final ObjectProvider<UrlGuard> guard;

	private volatile boolean carries;

	/**
	 * Create a post processor.
	 * @param guard provides what judges redirects
	 */
	public RedirectGuardPostProcessor(ObjectProvider<UrlGuard> guard) {
		this.guard = guard;
	}

	@Override
	public Object postProcessAfterInitialization(Object bean, String beanName) {
		if (bean instanceof JdkClientHttpRequestFactoryBuilder builder && beanName.equals(BOOTS_BUILDER)) {
			this.carries = true;
			return new FollowingFactoryBuilder((ClientHttpRequestFactoryBuilder<?>) builder, this.guard);
		}
		return bean;
	}

	@Override
	public List<SinkCoverage> coverage() {
		return List.of(this.carries
				? new SinkCoverage(SinkKind.URL, List.of("redirects of RestClient and RestTemplate"), List.of())
				: new SinkCoverage(SinkKind.URL, List.of(), List.of("Redirects that a client follows by itself on a "
						+ "thread of its own: only the first URL is judged.")));
	}

}
