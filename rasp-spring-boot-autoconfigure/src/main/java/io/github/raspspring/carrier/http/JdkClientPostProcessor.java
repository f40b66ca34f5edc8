package io.github.raspspring.carrier.http;

import java.net.http.HttpClient;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentSkipListSet;

import io.github.raspspring.sink.SinkCarrier;
import io.github.raspspring.sink.SinkCoverage;
import io.github.raspspring.sink.SinkKind;

import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.config.BeanPostProcessor;

/**
 * Puts the guard around every bean that is an HTTP client of the JDK. Declare it in a
 * static method.
 */
public final class JdkClientPostProcessor implements BeanPostProcessor, SinkCarrier {

	private final ObjectProvider<UrlGuard> guard;

	private final Set<String> guarded = new ConcurrentSkipListSet<>();

	/**
	 * Create a post processor.
	 * @param guard provides what judges URLs
	 */
	public JdkClientPostProcessor(ObjectProvider<UrlGuard> guard) {
		this.guard = guard;
	}

	@Override
	public Object postProcessAfterInitialization(Object bean, String beanName) {
		if (bean instanceof HttpClient client && !(bean instanceof GuardedJdkClient)) {
			this.guarded.add(beanName);
			return new GuardedJdkClient(client, notFollowing(client), this.guard.getObject());
		}
		return bean;
	}

	@Override
	public List<SinkCoverage> coverage() {
		return List.of(new SinkCoverage(SinkKind.URL,
				this.guarded.stream().map((name) -> "HttpClient bean " + name).toList(), List.of()));
	}

	private static HttpClient notFollowing(HttpClient client) {
		if (client.followRedirects() == HttpClient.Redirect.NEVER) {
			return client;
		}
		HttpClient.Builder twin = HttpClient.newBuilder()
			.followRedirects(HttpClient.Redirect.NEVER)
			.version(client.version())
			.sslContext(client.sslContext())
			.sslParameters(client.sslParameters());
		client.cookieHandler().ifPresent(twin::cookieHandler);
		client.connectTimeout().ifPresent(twin::connectTimeout);
		client.proxy().ifPresent(twin::proxy);
		client.authenticator().ifPresent(twin::authenticator);
		client.executor().ifPresent(twin::executor);
		return twin.build();
	}

}
