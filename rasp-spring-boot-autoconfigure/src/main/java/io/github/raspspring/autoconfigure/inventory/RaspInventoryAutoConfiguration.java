package io.github.raspspring.autoconfigure.inventory;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.function.Supplier;

import io.github.raspspring.autoconfigure.RaspAutoConfiguration;
import io.github.raspspring.autoconfigure.web.RaspFilterOrder;
import io.github.raspspring.autoconfigure.web.RaspWebAutoConfiguration;
import io.github.raspspring.engine.InspectionScope;
import io.github.raspspring.engine.PolicyResolver;
import io.github.raspspring.inventory.AccessRules;
import io.github.raspspring.inventory.Endpoint;
import io.github.raspspring.inventory.EndpointInventory;
import io.github.raspspring.inventory.EndpointSource;
import io.github.raspspring.inventory.EndpointTraffic;
import io.github.raspspring.inventory.InventoryPage;
import io.github.raspspring.inventory.MvcEndpoints;
import io.github.raspspring.inventory.ReachedTargets;
import io.github.raspspring.inventory.ServletEndpoints;
import io.github.raspspring.inventory.UrlEndpoints;
import io.github.raspspring.inventory.access.ConfiguredAccess;
import io.github.raspspring.inventory.drift.BaselinePage;
import io.github.raspspring.inventory.drift.DriftPage;
import io.github.raspspring.inventory.openapi.AnswerCheck;
import io.github.raspspring.inventory.openapi.AnswerCheckFilter;
import io.github.raspspring.inventory.openapi.ApiCheckPage;
import io.github.raspspring.inventory.openapi.OpenApiPage;
import io.github.raspspring.inventory.repository.RepositoryEndpoints;
import io.github.raspspring.web.HandlerEntryInterceptor;
import io.github.raspspring.web.HandlerInspector;
import jakarta.servlet.ServletContext;
import tools.jackson.databind.json.JsonMapper;

import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBooleanProperty;
import org.springframework.boot.autoconfigure.condition.ConditionalOnClass;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.web.servlet.FilterRegistrationBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.annotation.Order;
import org.springframework.core.env.Environment;
import org.springframework.core.io.ResourceLoader;
import org.springframework.data.mapping.context.PersistentEntities;
import org.springframework.data.rest.core.config.RepositoryRestConfiguration;
import org.springframework.data.rest.core.mapping.ResourceMappings;
import org.springframework.security.web.FilterChainProxy;
import org.springframework.util.function.SingletonSupplier;
import org.springframework.web.servlet.DispatcherServlet;
import org.springframework.web.servlet.function.support.RouterFunctionMapping;
import org.springframework.web.servlet.handler.AbstractUrlHandlerMapping;
import org.springframework.web.servlet.handler.MappedInterceptor;
import org.springframework.web.servlet.mvc.method.RequestMappingInfoHandlerMapping;

/**
 * Auto-configuration of the inventory of endpoints.
 */
@AutoConfiguration(after = { RaspAutoConfiguration.class, RaspWebAutoConfiguration.class })
@ConditionalOnWebApplication(type = ConditionalOnWebApplication.Type.SERVLET)
@ConditionalOnClass(DispatcherServlet.class)
@ConditionalOnBooleanProperty(name = "rasp.enabled", matchIfMissing = true)
@EnableConfigurationProperties(RaspInventoryProperties.class)
public final class RaspInventoryAutoConfiguration {

	@Bean
	@Order(0)
	EndpointSource raspMvcEndpoints(ObjectProvider<RequestMappingInfoHandlerMapping> mappings,
			ObjectProvider<RouterFunctionMapping> routes) {
		return new MvcEndpoints(mappings::orderedStream, routes::orderedStream);
	}

	@Bean
	@Order(2)
	EndpointSource raspServletEndpoints(ObjectProvider<ServletContext> context) {
		return new ServletEndpoints(context::getIfAvailable);
	}

	@Bean
	@Order(3)
	EndpointSource raspUrlEndpoints(ObjectProvider<AbstractUrlHandlerMapping> mappings) {
		return new UrlEndpoints(mappings::orderedStream);
	}

	@Bean
	KnownEndpoints raspKnownEndpoints(ObjectProvider<EndpointSource> sources) {
		return new KnownEndpoints(SingletonSupplier.of(() -> {
			List<Endpoint> endpoints = new ArrayList<>();
			sources.orderedStream().forEach((source) -> endpoints.addAll(source.get()));
			return List.copyOf(endpoints);
		}));
	}

	@Bean
	EndpointTraffic raspEndpointTraffic(KnownEndpoints endpoints) {
		return new EndpointTraffic(endpoints::find);
	}

	@Bean
	ReachedTargets raspReachedTargets(KnownEndpoints endpoints) {
		return new ReachedTargets(endpoints::find);
	}

	@Bean
	@Order(5)
	EndpointInventory raspEndpointInventory(KnownEndpoints endpoints, EndpointTraffic traffic, PolicyResolver policies,
			ReachedTargets targets, ObjectProvider<AccessRules> access, ObjectProvider<InventoryPage> pages) {
		return new EndpointInventory(endpoints::find, traffic, policies, targets,
				access.getIfAvailable(() -> AccessRules.NONE), pages.orderedStream().toList());
	}

	@Bean
	OpenApiPage raspOpenApiPage(Environment environment) {
		return new OpenApiPage(environment.getProperty("spring.application.name", "application"));
	}

	@Bean
	BaselinePage raspBaselinePage() {
		return new BaselinePage();
	}

	@Bean
	@ConditionalOnProperty("rasp.inventory.baseline")
	DriftPage raspDriftPage(RaspInventoryProperties properties, ResourceLoader resources) {
		return new DriftPage(
				RaspInventoryProperties.read("rasp.inventory.baseline", properties.baseline(), "endpoints", resources));
	}

	/**
	 * The endpoints, found when somebody looks first.
	 *
	 * @param all finds them
	 */
	record KnownEndpoints(Supplier<List<Endpoint>> all) {

		List<Endpoint> find() {
			return Objects.requireNonNull(this.all.get());
		}

	}

	/**
	 * Where there is a document to compare with.
	 */
	@Configuration(proxyBeanMethods = false)
	@ConditionalOnClass(JsonMapper.class)
	@ConditionalOnProperty("rasp.inventory.openapi")
	static class OpenApiConfiguration {

		/** Behind Spring Security. */
		private static final int BEHIND = 2;

		@Bean
		AnswerCheck raspAnswerCheck(RaspInventoryProperties properties, ResourceLoader resources) {
			JsonMapper json = new JsonMapper();
			return new AnswerCheck(
					RaspInventoryProperties.read("rasp.inventory.openapi", properties.openapi(), "paths", resources),
					(body) -> json.readValue(body, Object.class));
		}

		@Bean
		FilterRegistrationBean<AnswerCheckFilter> raspAnswerCheckFilter(AnswerCheck answers, InspectionScope scope,
				ObjectProvider<RaspFilterOrder> order) {
			FilterRegistrationBean<AnswerCheckFilter> registration = new FilterRegistrationBean<>(
					new AnswerCheckFilter(scope, answers));
			RaspFilterOrder inspection = order.getIfAvailable();
			registration.setOrder((inspection != null) ? inspection.value() + BEHIND : 0);
			return registration;
		}

		@Bean
		ApiCheckPage raspApiCheckPage(AnswerCheck answers) {
			return new ApiCheckPage(answers);
		}

	}

	/**
	 * Where Spring Security decides who may call.
	 */
	@Configuration(proxyBeanMethods = false)
	@ConditionalOnClass(FilterChainProxy.class)
	static class AccessConfiguration {

		@Bean
		AccessRules raspConfiguredAccess(ObjectProvider<FilterChainProxy> proxies) {
			return new ConfiguredAccess(proxies::stream);
		}

	}

	/**
	 * Where Spring Data REST exports repositories.
	 */
	@Configuration(proxyBeanMethods = false)
	@ConditionalOnClass({ ResourceMappings.class, RepositoryRestConfiguration.class })
	static class RepositoryConfiguration {

		@Bean
		@Order(1)
		EndpointSource raspRepositoryEndpoints(ObjectProvider<ResourceMappings> mappings,
				ObjectProvider<RepositoryRestConfiguration> configuration,
				ObjectProvider<PersistentEntities> entities) {
			return new RepositoryEndpoints(mappings::getIfAvailable, configuration::getIfAvailable,
					entities::getIfAvailable);
		}

		@Bean
		static MappedInterceptor raspRepositoryEntry(ObjectProvider<HandlerInspector> inspector) {
			return new MappedInterceptor(new String[] { "/**" },
					new RepositoryEntryInterceptor(() -> new HandlerEntryInterceptor(inspector.getObject())));
		}

	}

}
