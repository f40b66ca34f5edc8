package io.github.raspspring.autoconfigure.web;

import java.time.Clock;
import java.util.Collections;
import java.util.EnumSet;
import java.util.List;

import io.github.raspspring.autoconfigure.EventReferences;
import io.github.raspspring.autoconfigure.RaspAutoConfiguration;
import io.github.raspspring.autoconfigure.RaspInspectionProperties;
import io.github.raspspring.autoconfigure.client.RaspClientAutoConfiguration;
import io.github.raspspring.client.ClientAddressResolver;
import io.github.raspspring.client.ClientKeys;
import io.github.raspspring.document.BodyMemory;
import io.github.raspspring.engine.FindingReporter;
import io.github.raspspring.engine.InspectionScope;
import io.github.raspspring.engine.event.SecurityEventPublisher;
import io.github.raspspring.engine.pipeline.InspectionPipeline;
import io.github.raspspring.engine.pipeline.JudgementFailures;
import io.github.raspspring.engine.pipeline.ResponseHeaders;
import io.github.raspspring.web.AnswerHeaders;
import io.github.raspspring.web.ArgumentInspection;
import io.github.raspspring.web.BodyInspector;
import io.github.raspspring.web.CallableScope;
import io.github.raspspring.web.ClientResolver;
import io.github.raspspring.web.CommittedAnswer;
import io.github.raspspring.web.HandlerEntryInterceptor;
import io.github.raspspring.web.HandlerInspector;
import io.github.raspspring.web.HeaderWalk;
import io.github.raspspring.web.InspectionFilter;
import io.github.raspspring.web.KnownSession;
import io.github.raspspring.web.RefusalExceptionResolver;
import io.github.raspspring.web.RefusalWriter;
import io.github.raspspring.web.RequestPartAdvice;
import io.github.raspspring.web.UnsupportedContentTypes;
import io.github.raspspring.web.answer.AsyncRefusals;
import io.github.raspspring.web.answer.CrossOriginHeaders;
import io.github.raspspring.web.answer.RefusalBodies;
import io.github.raspspring.web.answer.RefusalRenderer;
import io.github.raspspring.web.answer.WalkedFilter;
import io.github.raspspring.web.answer.WalkedHeaders;
import jakarta.servlet.DispatcherType;
import jakarta.servlet.http.HttpServletRequest;

import org.springframework.aop.interceptor.AsyncUncaughtExceptionHandler;
import org.springframework.aop.interceptor.SimpleAsyncUncaughtExceptionHandler;
import org.springframework.beans.factory.ListableBeanFactory;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBean;
import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingBean;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.web.servlet.FilterRegistrationBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Import;
import org.springframework.core.Ordered;
import org.springframework.scheduling.annotation.AsyncConfigurer;
import org.springframework.util.function.SingletonSupplier;
import org.springframework.web.servlet.config.annotation.AsyncSupportConfigurer;
import org.springframework.web.servlet.config.annotation.InterceptorRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;
import org.springframework.web.servlet.handler.AbstractHandlerMapping;

/**
 * Auto-configuration of the servlet edge: the filters, the advice around controllers, the
 * answers, and the inventory of what is behind it.
 */
@AutoConfiguration(after = { RaspAutoConfiguration.class, RaspClientAutoConfiguration.class })
@ConditionalOnBean(InspectionPipeline.class)
@EnableConfigurationProperties(RaspResponseProperties.class)
@Import({ RaspIdentityConfiguration.WithTokens.class, RaspIdentityConfiguration.WithoutTokens.class,
		RaspIdentityConfiguration.WithSecurity.class, RaspIdentityConfiguration.WithoutSecurity.class,
		RaspTomcatConfiguration.class })
public final class RaspWebAutoConfiguration {

	@Bean
	RefusalWriter raspRefusalWriter(ObjectProvider<ResponseHeaders> headers, SecurityEventPublisher publisher,
			ObjectProvider<RefusalRenderer> renderers, RaspResponseProperties properties) {
		JudgementFailures failures = new JudgementFailures(publisher, EventReferences::next, Clock.systemUTC());
		SingletonSupplier<List<RefusalRenderer>> known = SingletonSupplier.of(() -> renderers.orderedStream().toList());
		return new RefusalWriter(headers.orderedStream().toList(),
				(inspection, failure) -> failures.report("response-headers", inspection, failure),
				new RefusalBodies(known::obtain), properties.errorPage());
	}

	@Bean
	AnswerHeaders raspAnswerHeaders(ListableBeanFactory beans, ObjectProvider<AbstractHandlerMapping> mappings,
			RaspResponseProperties properties) {
		SingletonSupplier<List<WalkedFilter>> filters = SingletonSupplier
			.of(() -> FiltersBehind.in(beans, properties.applicationFilters()));
		SingletonSupplier<List<AbstractHandlerMapping>> known = SingletonSupplier
			.of(() -> mappings.orderedStream().toList());
		return new WalkedHeaders(filters::obtain, new CrossOriginHeaders(known::obtain));
	}

	@Bean
	@ConditionalOnMissingBean
	ClientResolver raspClientResolver(ClientAddressResolver addresses, ClientKeys keys) {
		return (request) -> keys.complete(addresses.resolve(request.getRemoteAddr(), lines(request, "X-Forwarded-For"),
				lines(request, "Forwarded")), KnownSession.idOf(request), request::getHeader);
	}

	private static List<String> lines(HttpServletRequest request, String header) {
		return (request.getHeader(header) != null) ? Collections.list(request.getHeaders(header)) : List.of();
	}

	@Bean
	FilterRegistrationBean<InspectionFilter> raspInspectionFilter(InspectionPipeline pipeline, InspectionScope scope,
			ClientResolver clients, BodyInspector bodies, RefusalWriter refusals, SecurityEventPublisher publisher,
			RaspFilterOrder order, AnswerHeaders headers, ObjectProvider<HeaderWalk> walk,
			ObjectProvider<InspectionFilter.Dispatches> dispatches) {
		CommittedAnswer committed = new CommittedAnswer(publisher, EventReferences::next, Clock.systemUTC(),
				RefusalOfContainer.of(getClass().getClassLoader()));
		FilterRegistrationBean<InspectionFilter> registration = new FilterRegistrationBean<>(
				new InspectionFilter(pipeline, scope, clients, bodies, refusals, committed, headers,
						walk.getIfAvailable(() -> HeaderWalk.NONE),
						dispatches.getIfAvailable(() -> InspectionFilter.Dispatches.UNJUDGED)));
		registration.setOrder(order.value());
		registration.setDispatcherTypes(EnumSet.allOf(DispatcherType.class));
		return registration;
	}

	@Bean
	HandlerInspector raspHandlerInspector(InspectionPipeline pipeline, InspectionScope scope, RefusalWriter refusals) {
		return new HandlerInspector(pipeline, scope, refusals);
	}

	@Bean
	BodyInspector raspBodyInspector(HandlerInspector inspector, RaspInspectionProperties properties) {
		// A body of just that size is not too large.
		return new BodyInspector(inspector, (int) Math.min(Integer.MAX_VALUE, properties.maxBodySize().toBytes() + 1),
				(int) properties.maxUploadSize().toBytes(), new BodyMemory(properties.memoryOfBodies()));
	}

	@Bean
	RequestPartAdvice raspRequestPartAdvice(HandlerInspector inspector, BodyInspector bodies) {
		return new RequestPartAdvice(inspector, bodies);
	}

	@Bean
	static ArgumentInspection raspArgumentInspection(ObjectProvider<HandlerInspector> inspector,
			ObjectProvider<RequestPartAdvice> partAdvice) {
		return new ArgumentInspection(inspector, partAdvice);
	}

	@Bean
	RefusalExceptionResolver raspRefusalExceptionResolver(RefusalWriter refusals) {
		return new RefusalExceptionResolver(refusals);
	}

	@Bean
	UnsupportedContentTypes raspUnsupportedContentTypes(FindingReporter findings) {
		return new UnsupportedContentTypes(findings);
	}

	@Bean
	WebMvcConfigurer raspHandlerEntry(HandlerInspector inspector, InspectionScope scope) {
		return new WebMvcConfigurer() {

			@Override
			public void addInterceptors(InterceptorRegistry registry) {
				registry.addInterceptor(new HandlerEntryInterceptor(inspector)).order(Ordered.HIGHEST_PRECEDENCE);
			}

			@Override
			public void configureAsyncSupport(AsyncSupportConfigurer configurer) {
				configurer.registerCallableInterceptors(new CallableScope(scope));
			}

		};
	}

	@Bean
	static AsyncRefusals raspAsyncRefusals(ObjectProvider<AsyncConfigurer> configurers) {
		return new AsyncRefusals(() -> configurers.stream().anyMatch((configurer) -> {
			AsyncUncaughtExceptionHandler handler = configurer.getAsyncUncaughtExceptionHandler();
			return handler != null && handler.getClass() != SimpleAsyncUncaughtExceptionHandler.class;
		}));
	}

}
