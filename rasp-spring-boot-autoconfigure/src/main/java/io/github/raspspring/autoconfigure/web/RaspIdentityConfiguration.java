package io.github.raspspring.autoconfigure.web;

import io.github.raspspring.engine.pipeline.InspectionPipeline;
import io.github.raspspring.web.AnswerHeaders;
import io.github.raspspring.web.AuthenticationSubjectResolver;
import io.github.raspspring.web.IdentityFilter;
import io.github.raspspring.web.RefusalWriter;
import io.github.raspspring.web.SubjectResolver;
import io.github.raspspring.web.answer.AuthenticationChallenge;
import io.github.raspspring.web.answer.SecurityHeaders;
import jakarta.servlet.Filter;
import org.jspecify.annotations.Nullable;

import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.autoconfigure.condition.ConditionalOnClass;
import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingBean;
import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingClass;
import org.springframework.boot.security.autoconfigure.web.servlet.SecurityFilterProperties;
import org.springframework.boot.web.servlet.FilterRegistrationBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.security.config.Customizer;
import org.springframework.security.config.ObjectPostProcessor;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.annotation.web.configurers.ExceptionHandlingConfigurer;
import org.springframework.security.core.Authentication;
import org.springframework.security.oauth2.core.ClaimAccessor;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.security.web.access.ExceptionTranslationFilter;
import org.springframework.security.web.access.WebInvocationPrivilegeEvaluator;
import org.springframework.security.web.authentication.AnonymousAuthenticationFilter;

/**
 * Puts the identity filter where the subject is verified.
 */
final class RaspIdentityConfiguration {

	private RaspIdentityConfiguration() {
	}

	@Configuration(proxyBeanMethods = false)
	@ConditionalOnClass({ HttpSecurity.class, SecurityFilterProperties.class })
	static class WithSecurity {

		@Bean
		@ConditionalOnMissingBean
		RaspFilterOrder raspFilterOrder(ObjectProvider<SecurityFilterProperties> security) {
			SecurityFilterProperties properties = security.getIfAvailable();
			int order = (properties != null) ? properties.getOrder() : SecurityFilterProperties.DEFAULT_FILTER_ORDER;
			return new RaspFilterOrder(order - 1);
		}

		@Bean
		FilterRegistrationBean<SecurityHeaders> raspSecurityHeaders(ObjectProvider<SecurityFilterChain> chains,
				ObjectProvider<WebInvocationPrivilegeEvaluator> privileges) {
			FilterRegistrationBean<SecurityHeaders> registration = new FilterRegistrationBean<>(
					new SecurityHeaders(chains::orderedStream, privileges::getIfAvailable));
			registration.setEnabled(false);
			return registration;
		}

		@Bean
		Customizer<HttpSecurity> raspIdentityFilterCustomizer(InspectionPipeline pipeline, SubjectResolver subjects,
				RefusalWriter refusals, AnswerHeaders headers, ObjectProvider<RaspTokenStage> tokens) {
			Filter stage = tokens.getIfAvailable(() -> RaspTokenStage.NONE).filter();
			return (http) -> http.addFilterAfter(
					new IdentityFilter(pipeline, subjects, refusals, headers, stage, challenge(http)),
					AnonymousAuthenticationFilter.class);
		}

		/**
		 * Each chain asks in its own way, unless the application has taken that out.
		 */
		@SuppressWarnings("unchecked")
		private static AuthenticationChallenge challenge(HttpSecurity http) {
			AuthenticationChallenge challenge = new AuthenticationChallenge();
			@Nullable ExceptionHandlingConfigurer<HttpSecurity> handling = http.getConfigurer(ExceptionHandlingConfigurer.class);
			if (handling != null) {
				handling.withObjectPostProcessor(new ObjectPostProcessor<ExceptionTranslationFilter>() {

					@Override
					public <O extends ExceptionTranslationFilter> O postProcess(O translator) {
						challenge.askBy(translator);
						return translator;
					}

				});
			}
			return challenge;
		}

	}

	@Configuration(proxyBeanMethods = false)
	@ConditionalOnClass({ Authentication.class, ClaimAccessor.class })
	static class WithTokens {

		@Bean
		@ConditionalOnMissingBean(SubjectResolver.class)
		AuthenticationSubjectResolver raspSubjectResolver() {
			return new AuthenticationSubjectResolver();
		}

	}

	@Configuration(proxyBeanMethods = false)
	@ConditionalOnMissingClass("org.springframework.security.oauth2.core.ClaimAccessor")
	static class WithoutTokens {

		@Bean
		@ConditionalOnMissingBean
		SubjectResolver raspSubjectResolver() {
			return SubjectResolver.PRINCIPAL;
		}

	}

	@Configuration(proxyBeanMethods = false)
	@ConditionalOnMissingClass("org.springframework.security.config.annotation.web.builders.HttpSecurity")
	static class WithoutSecurity {

		private static final int BEHIND_REQUEST_CONTEXT = -101;

		@Bean
		@ConditionalOnMissingBean
		RaspFilterOrder raspFilterOrder() {
			return new RaspFilterOrder(BEHIND_REQUEST_CONTEXT);
		}

		@Bean
		FilterRegistrationBean<IdentityFilter> raspIdentityFilter(InspectionPipeline pipeline, SubjectResolver subjects,
				RefusalWriter refusals, AnswerHeaders headers, RaspFilterOrder order) {
			FilterRegistrationBean<IdentityFilter> registration = new FilterRegistrationBean<>(
					new IdentityFilter(pipeline, subjects, refusals, headers));
			registration.setOrder(order.value() + 1);
			return registration;
		}

	}

}
