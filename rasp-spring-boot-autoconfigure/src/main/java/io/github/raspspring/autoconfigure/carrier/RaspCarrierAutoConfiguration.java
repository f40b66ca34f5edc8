package io.github.raspspring.autoconfigure.carrier;

import io.github.raspspring.attack.sql.SqlErrors;
import io.github.raspspring.autoconfigure.sink.RaspSinkAutoConfiguration;
import io.github.raspspring.autoconfigure.sink.RaspSinksProperties;
import io.github.raspspring.autoconfigure.web.RaspFilterOrder;
import io.github.raspspring.autoconfigure.web.RaspWebAutoConfiguration;
import io.github.raspspring.carrier.http.JdkClientPostProcessor;
import io.github.raspspring.carrier.http.UrlGuard;
import io.github.raspspring.carrier.jackson.JsonTypeGuard;
import io.github.raspspring.carrier.jdbc.DataSourceGuardPostProcessor;
import io.github.raspspring.carrier.jvm.JvmHooks;
import io.github.raspspring.carrier.jvm.hook.KnownHooks;
import io.github.raspspring.carrier.serial.SerialFilterInstaller;
import io.github.raspspring.carrier.servlet.DispatchGuardFilter;
import io.github.raspspring.carrier.servlet.ServletGuardFilter;
import io.github.raspspring.carrier.servlet.GuardedExceptionResolvers;
import io.github.raspspring.carrier.servlet.ViewGuardInterceptor;
import io.github.raspspring.engine.InspectionScope;
import io.github.raspspring.sink.ApplicationGuard;
import io.github.raspspring.sink.SinkGuard;
import io.github.raspspring.sink.SinkKind;
import io.github.raspspring.sink.StatementWatch;
import io.github.raspspring.sink.UnattributedCalls;
import io.github.raspspring.web.InspectionFilter;
import io.micrometer.core.instrument.FunctionCounter;
import io.micrometer.core.instrument.binder.MeterBinder;
import jakarta.servlet.AsyncContext;
import jakarta.servlet.DispatcherType;
import jakarta.servlet.RequestDispatcher;

import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.config.BeanDefinition;
import org.springframework.beans.factory.config.BeanPostProcessor;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBean;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBooleanProperty;
import org.springframework.boot.autoconfigure.condition.ConditionalOnClass;
import org.springframework.boot.jackson.autoconfigure.JsonMapperBuilderCustomizer;
import org.springframework.boot.web.servlet.FilterRegistrationBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Lazy;
import org.springframework.context.annotation.Role;
import org.springframework.core.Ordered;
import org.springframework.web.servlet.config.annotation.InterceptorRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;

/**
 * Auto-configuration of what brings calls to the guard at Spring level and needs no
 * optional library.
 */
@AutoConfiguration(after = { RaspSinkAutoConfiguration.class, RaspWebAutoConfiguration.class })
@ConditionalOnBean(SinkGuard.class)
public final class RaspCarrierAutoConfiguration {

	@Bean
	@Role(BeanDefinition.ROLE_INFRASTRUCTURE)
	static UnattributedCalls raspUnattributedCalls() {
		return new UnattributedCalls();
	}

	@Bean
	@Role(BeanDefinition.ROLE_INFRASTRUCTURE)
	static DataSourceGuardPostProcessor raspDataSourceGuard(ObjectProvider<InspectionScope> scopes,
			ObjectProvider<SinkGuard> guards, ObjectProvider<SqlErrors> errors, UnattributedCalls unattributed,
			ObjectProvider<StatementWatch> watches) {
		return new DataSourceGuardPostProcessor(scopes, guards, errors, unattributed, watches);
	}

	@Bean
	UrlGuard raspUrlGuard(InspectionScope scope, SinkGuard guard, UnattributedCalls unattributed) {
		return new UrlGuard(scope, guard, unattributed);
	}

	@Bean
	@Role(BeanDefinition.ROLE_INFRASTRUCTURE)
	static JdkClientPostProcessor raspJdkClientGuard(ObjectProvider<UrlGuard> guard) {
		return new JdkClientPostProcessor(guard);
	}

	@Bean
	ServletGuardFilter raspServletGuard(SinkGuard guard) {
		return new ServletGuardFilter(guard);
	}

	@Bean
	InspectionFilter.Dispatches raspDispatches(ServletGuardFilter filter) {
		return new InspectionFilter.Dispatches() {

			@Override
			public RequestDispatcher guarded(RequestDispatcher dispatcher, String path) {
				return filter.guarded(dispatcher, path);
			}

			@Override
			public AsyncContext guarded(AsyncContext context) {
				return filter.guarded(context);
			}

		};
	}

	@Bean
	FilterRegistrationBean<ServletGuardFilter> raspServletGuardFilter(ServletGuardFilter filter,
			RaspFilterOrder order) {
		FilterRegistrationBean<ServletGuardFilter> registration = new FilterRegistrationBean<>(filter);
		registration.setOrder(order.value() + 1);
		registration.setDispatcherTypes(DispatcherType.REQUEST, DispatcherType.ASYNC, DispatcherType.ERROR);
		return registration;
	}

	@Bean
	DispatchGuardFilter raspDispatchGuard(SinkGuard guard) {
		return new DispatchGuardFilter(guard);
	}

	@Bean
	FilterRegistrationBean<DispatchGuardFilter> raspDispatchGuardFilter(DispatchGuardFilter filter,
			RaspFilterOrder order) {
		FilterRegistrationBean<DispatchGuardFilter> registration = new FilterRegistrationBean<>(filter);
		registration.setOrder(order.value() + 1);
		registration.setDispatcherTypes(DispatcherType.FORWARD, DispatcherType.INCLUDE);
		return registration;
	}

	@Bean
	ViewGuardInterceptor raspViewGuard(SinkGuard guard) {
		return new ViewGuardInterceptor(guard);
	}

	@Bean
	static BeanPostProcessor raspExceptionViewGuard(ObjectProvider<SinkGuard> guards) {
		return GuardedExceptionResolvers.processor(guards);
	}

	@Bean
	WebMvcConfigurer raspViewGuardConfigurer(ViewGuardInterceptor interceptor) {
		return new WebMvcConfigurer() {

			@Override
			public void addInterceptors(InterceptorRegistry registry) {
				registry.addInterceptor(interceptor).order(Ordered.HIGHEST_PRECEDENCE);
			}

		};
	}

	@Bean
	@Lazy(false)
	@ConditionalOnBooleanProperty(name = "rasp.sinks.deserialization.serial-filter", matchIfMissing = true)
	SerialFilterInstaller raspSerialFilter(SinkGuard guard) {
		return new SerialFilterInstaller(guard);
	}

	@Bean
	@Lazy(false)
	JvmHooks raspJvmHooks(InspectionScope scope, SinkGuard guard, ApplicationGuard limits,
			UnattributedCalls unattributed, RaspSinksProperties properties) {
		return new JvmHooks(scope, guard, limits, unattributed, KnownHooks.create(guard), properties.selfAttach());
	}

	@Configuration(proxyBeanMethods = false)
	@ConditionalOnClass(JsonMapperBuilderCustomizer.class)
	static class Json {

		@Bean
		JsonTypeGuard raspJsonTypeGuard(ObjectProvider<SinkGuard> guard) {
			return new JsonTypeGuard(guard);
		}

	}

	@Configuration(proxyBeanMethods = false)
	@ConditionalOnClass(MeterBinder.class)
	static class Meters {

		@Bean
		MeterBinder raspUnattributedCallsMeter(UnattributedCalls calls) {
			return (registry) -> {
				for (SinkKind kind : SinkKind.values()) {
					FunctionCounter.builder("rasp.sinks.unattributed", calls, (counted) -> counted.count(kind))
						.tag("sink", kind.source())
						.description("Calls on threads that work for no request, which are let pass")
						.register(registry);
				}
			};
		}

	}

}
