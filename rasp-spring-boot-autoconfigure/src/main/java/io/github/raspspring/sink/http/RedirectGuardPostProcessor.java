package io.github.raspspring.sink.http;

import java.util.List;

import io.github.raspspring.sink.SinkCarrier;
import io.github.raspspring.sink.SinkCoverage;
import io.github.raspspring.sink.SinkKind;

import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.config.BeanPostProcessor;
import org.springframework.beans.factory.config.ConfigurableListableBeanFactory;
import org.springframework.boot.http.client.ClientHttpRequestFactoryBuilder;

/**
 * Has redirects followed where they can be judged first: clients that follow them by
 * themselves do so on threads where nobody knows the request any more, or tell no one.
 * Declare it in a static method.
 */
public final class RedirectGuardPostProcessor implements BeanPostProcessor, SinkCarrier {

	private final ObjectProvider<UrlGuard> guard;

	private final ObjectProvider<ConnectionGuard> connections;

	private final DeclaredTypes declarations;

	private volatile boolean carries;

	/**
	 * Create a post processor.
	 * @param beans knows as what builders are declared
	 * @param guard provides what judges redirects
	 * @param connections provides what judges connections, if wanted
	 */
	public RedirectGuardPostProcessor(ConfigurableListableBeanFactory beans, ObjectProvider<UrlGuard> guard,
			ObjectProvider<ConnectionGuard> connections) {
		this.declarations = new DeclaredTypes(beans);
		this.guard = guard;
		this.connections = connections;
	}

	@Override
	public Object postProcessAfterInitialization(Object bean, String beanName) {
		if (bean instanceof ClientHttpRequestFactoryBuilder<?> builder && KnownClients.follow(builder)
				&& this.declarations.isDeclaredAs(beanName, ClientHttpRequestFactoryBuilder.class)) {
			this.carries = true;
			return new FollowingFactoryBuilder(builder, this.guard, this.connections);
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
