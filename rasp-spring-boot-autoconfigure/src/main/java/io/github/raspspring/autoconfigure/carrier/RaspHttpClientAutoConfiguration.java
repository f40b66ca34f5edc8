package io.github.raspspring.autoconfigure.carrier;

import io.github.raspspring.carrier.http.ConnectionGuard;
import io.github.raspspring.carrier.http.HttpClientGuard;
import io.github.raspspring.carrier.http.RedirectGuardPostProcessor;
import io.github.raspspring.carrier.http.RestClientGuardCustomizer;
import io.github.raspspring.carrier.http.UrlGuard;
import io.github.raspspring.carrier.webclient.InspectionThreadLocalAccessor;
import io.github.raspspring.carrier.webclient.WebClientGuard;
import io.github.raspspring.engine.InspectionScope;
import io.github.raspspring.sink.SinkGuard;
import io.github.raspspring.sink.UnattributedCalls;
import io.micrometer.context.ContextRegistry;
import io.micrometer.context.ThreadLocalAccessor;
import reactor.core.publisher.Mono;

import org.springframework.beans.factory.DisposableBean;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.config.BeanDefinition;
import org.springframework.beans.factory.config.ConfigurableListableBeanFactory;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBean;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBooleanProperty;
import org.springframework.boot.autoconfigure.condition.ConditionalOnClass;
import org.springframework.boot.http.client.ClientHttpRequestFactoryBuilder;
import org.springframework.boot.http.client.reactive.ClientHttpConnectorBuilder;
import org.springframework.boot.restclient.RestClientCustomizer;
import org.springframework.boot.restclient.RestTemplateCustomizer;
import org.springframework.boot.webclient.WebClientCustomizer;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Lazy;
import org.springframework.context.annotation.Role;

/**
 * Auto-configuration of what brings calls of Spring's HTTP clients to the guard.
 */
@AutoConfiguration(after = RaspCarrierAutoConfiguration.class,
		beforeName = "org.springframework.boot.http.client.autoconfigure.HttpClientAutoConfiguration")
@ConditionalOnBean(UrlGuard.class)
public final class RaspHttpClientAutoConfiguration {

	@Configuration(proxyBeanMethods = false)
	@ConditionalOnClass({ RestClientCustomizer.class, RestTemplateCustomizer.class })
	static class RestClients {

		@Bean
		HttpClientGuard raspHttpClientGuard(UrlGuard guard) {
			return new HttpClientGuard(guard);
		}

		@Bean
		RestClientGuardCustomizer raspRestClientGuardCustomizer(HttpClientGuard guard) {
			return new RestClientGuardCustomizer(guard);
		}

	}

	@Configuration(proxyBeanMethods = false)
	@ConditionalOnClass(ClientHttpRequestFactoryBuilder.class)
	static class Redirects {

		@Bean
		@Role(BeanDefinition.ROLE_INFRASTRUCTURE)
		static RedirectGuardPostProcessor raspRedirectGuard(ConfigurableListableBeanFactory beans,
				ObjectProvider<UrlGuard> guard, ObjectProvider<ConnectionGuard> connections) {
			return RedirectGuardPostProcessor.ofClients(beans, guard, connections);
		}

		@Bean
		@ConditionalOnBooleanProperty(name = "rasp.sinks.http.connection-filter", matchIfMissing = true)
		ConnectionGuard raspConnectionGuard(UrlGuard guard) {
			return new ConnectionGuard(guard);
		}

	}

	@Configuration(proxyBeanMethods = false)
	@ConditionalOnClass({ ClientHttpConnectorBuilder.class, Mono.class })
	static class Connectors {

		@Bean
		@Role(BeanDefinition.ROLE_INFRASTRUCTURE)
		static RedirectGuardPostProcessor raspConnectorGuard(ConfigurableListableBeanFactory beans,
				ObjectProvider<UrlGuard> guard, ObjectProvider<ConnectionGuard> connections) {
			return RedirectGuardPostProcessor.ofConnectors(beans, guard, connections);
		}

	}

	@Configuration(proxyBeanMethods = false)
	@ConditionalOnClass(WebClientCustomizer.class)
	static class WebClients {

		@Bean
		WebClientGuard raspWebClientGuard(InspectionScope scope, SinkGuard guard, UnattributedCalls unattributed) {
			return new WebClientGuard(scope, guard, unattributed);
		}

	}

	@Configuration(proxyBeanMethods = false)
	@ConditionalOnClass(ThreadLocalAccessor.class)
	static class ContextPropagation {

		@Bean
		@Lazy(false)
		ReactiveContext raspReactiveContext(InspectionScope scope) {
			return new ReactiveContext(new InspectionThreadLocalAccessor(scope));
		}

	}

	/**
	 * The accessor's place in the registry of the JVM, for as long as the application
	 * runs.
	 */
	record ReactiveContext(InspectionThreadLocalAccessor accessor) implements DisposableBean {

		ReactiveContext {
			ContextRegistry.getInstance().registerThreadLocalAccessor(accessor);
		}

		@Override
		public void destroy() {
			ContextRegistry.getInstance().removeThreadLocalAccessor(InspectionScope.CONTEXT_KEY);
		}

	}

}
