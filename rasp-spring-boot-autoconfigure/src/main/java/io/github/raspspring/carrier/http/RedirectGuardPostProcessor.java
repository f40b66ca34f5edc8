package io.github.raspspring.carrier.http;

import java.util.List;
import java.util.function.UnaryOperator;

import io.github.raspspring.sink.SinkCarrier;
import io.github.raspspring.sink.SinkCoverage;
import io.github.raspspring.sink.SinkKind;

import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.config.BeanPostProcessor;
import org.springframework.beans.factory.config.ConfigurableListableBeanFactory;
import org.springframework.boot.http.client.ClientHttpRequestFactoryBuilder;
import org.springframework.boot.http.client.reactive.ClientHttpConnectorBuilder;

/**
 * Has redirects followed where they can be judged first: clients that follow them by
 * themselves do so on threads where nobody knows the request any more, or tell no one.
 * Declare it in a static method.
 */
public final class RedirectGuardPostProcessor implements BeanPostProcessor, SinkCarrier {

	private final DeclaredTypes declarations;

	private final Class<?> builders;

	private final UnaryOperator<Object> wrap;

	private final String clients;

	private volatile boolean carries;

	private RedirectGuardPostProcessor(ConfigurableListableBeanFactory beans, Class<?> builders,
			UnaryOperator<Object> wrap, String clients) {
		this.declarations = new DeclaredTypes(beans);
		this.builders = builders;
		this.wrap = wrap;
		this.clients = clients;
	}

	/**
	 * Create a post processor for the clients that wait for their answer.
	 * @param beans knows as what builders are declared
	 * @param guard provides what judges redirects
	 * @param connections provides what judges connections, if wanted
	 * @return the post processor
	 */
	public static RedirectGuardPostProcessor ofClients(ConfigurableListableBeanFactory beans,
			ObjectProvider<UrlGuard> guard, ObjectProvider<ConnectionGuard> connections) {
		return new RedirectGuardPostProcessor(beans, ClientHttpRequestFactoryBuilder.class,
				(bean) -> (bean instanceof ClientHttpRequestFactoryBuilder<?> builder && KnownClients.follow(builder))
						? new FollowingFactoryBuilder(builder, guard, connections) : bean,
				"RestClient and RestTemplate");
	}

	/**
	 * Create a post processor for reactive clients.
	 * @param beans knows as what builders are declared
	 * @param guard provides what judges redirects
	 * @param connections provides what judges connections, if wanted
	 * @return the post processor
	 */
	public static RedirectGuardPostProcessor ofConnectors(ConfigurableListableBeanFactory beans,
			ObjectProvider<UrlGuard> guard, ObjectProvider<ConnectionGuard> connections) {
		return new RedirectGuardPostProcessor(beans, ClientHttpConnectorBuilder.class,
				(bean) -> (bean instanceof ClientHttpConnectorBuilder<?> builder && KnownConnectors.follow(builder))
						? new FollowingConnectorBuilder(builder, guard, connections) : bean,
				"WebClient");
	}

	@Override
	public Object postProcessAfterInitialization(Object bean, String beanName) {
		if (this.builders.isInstance(bean) && this.declarations.isDeclaredAs(beanName, this.builders)) {
			Object wrapped = this.wrap.apply(bean);
			this.carries |= wrapped != bean;
			return wrapped;
		}
		return bean;
	}

	@Override
	public List<SinkCoverage> coverage() {
		return List.of(this.carries ? new SinkCoverage(SinkKind.URL, List.of("redirects of " + this.clients), List.of())
				: new SinkCoverage(SinkKind.URL, List.of(),
						List.of("Redirects that the clients of " + this.clients + " follow by themselves.")));
	}

}
