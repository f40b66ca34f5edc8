package io.github.raspspring.sink.http;

import java.util.List;

import io.github.raspspring.sink.SinkCarrier;
import io.github.raspspring.sink.SinkCoverage;
import io.github.raspspring.sink.SinkKind;

import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.config.BeanPostProcessor;
import org.springframework.beans.factory.config.ConfigurableListableBeanFactory;
import org.springframework.boot.http.client.reactive.ClientHttpConnectorBuilder;

/**
 * Has the redirects of {@code WebClient} followed where they can be judged first. Declare
 * it in a static method.
 */
public final class ConnectorGuardPostProcessor implements BeanPostProcessor, SinkCarrier {

	private final DeclaredTypes declarations;

	private final ObjectProvider<UrlGuard> guard;

	private final ObjectProvider<ConnectionGuard> connections;

	private volatile boolean carries;

	/**
	 * Create a post processor.
	 * @param beans knows as what builders are declared
	 * @param guard provides what judges redirects
	 * @param connections provides what judges connections, if wanted
	 */
	public ConnectorGuardPostProcessor(ConfigurableListableBeanFactory beans, ObjectProvider<UrlGuard> guard,
			ObjectProvider<ConnectionGuard> connections) {
		this.declarations = new DeclaredTypes(beans);
		this.guard = guard;
		this.connections = connections;
	}

	@Override
	public Object postProcessAfterInitialization(Object bean, String beanName) {
		if (bean instanceof ClientHttpConnectorBuilder<?> builder && KnownConnectors.follow(builder)
				&& this.declarations.isDeclaredAs(beanName, ClientHttpConnectorBuilder.class)) {
			this.carries = true;
			return new FollowingConnectorBuilder(builder, this.guard, this.connections);
		}
		return bean;
	}

	@Override
	public List<SinkCoverage> coverage() {
		return List.of(this.carries ? new SinkCoverage(SinkKind.URL, List.of("redirects of WebClient"), List.of())
				: new SinkCoverage(SinkKind.URL, List.of(),
						List.of("Redirects that a WebClient's connector follows by itself.")));
	}

}
