package io.github.raspspring.autoconfigure.profile;

import java.time.Clock;

import io.github.raspspring.autoconfigure.RaspAutoConfiguration;
import io.github.raspspring.autoconfigure.RaspInspectionProperties;
import io.github.raspspring.engine.FindingReporter;
import io.github.raspspring.engine.InspectionScope;
import io.github.raspspring.profile.LeafObserver;
import io.github.raspspring.profile.declared.DeclaredBodyAdvice;
import io.github.raspspring.profile.declared.DeclaredModel;
import io.github.raspspring.profile.declared.DeclaredParameterDetector;
import io.github.raspspring.profile.sealed.SignedValues;
import tools.jackson.databind.json.JsonMapper;

import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBooleanProperty;
import org.springframework.boot.autoconfigure.condition.ConditionalOnClass;
import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingBean;
import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerAdapter;

/**
 * Auto-configuration of profiles: what is declared of requests, what is learnt of them,
 * what is signed, and what leaves.
 */
@AutoConfiguration(before = RaspAutoConfiguration.class)
@ConditionalOnClass({ RequestMappingHandlerAdapter.class, JsonMapper.class })
@ConditionalOnWebApplication(type = ConditionalOnWebApplication.Type.SERVLET)
@ConditionalOnBooleanProperty(name = { "rasp.enabled", "rasp.profile.enabled" }, matchIfMissing = true)
@EnableConfigurationProperties({ RaspProfileProperties.class, RaspInspectionProperties.class })
public final class RaspProfileAutoConfiguration {

	/** They are held a second time while they are compared. */
	private static final long LARGEST_BODY = 1024 * 1024;

	@Bean
	@ConditionalOnMissingBean
	SignedValues raspSignedValues(RaspProfileProperties properties, InspectionScope scope,
			ObjectProvider<Clock> clock) {
		return new SignedValues(SealFactory.keys(properties.signed()), properties.signed().lifetime(), scope,
				clock.getIfUnique(Clock::systemUTC));
	}

	@Bean
	DeclaredModel raspDeclaredModel(ObjectProvider<JsonMapper> mapper, SignedValues signed) {
		return new DeclaredModel(mapper.getIfUnique(JsonMapper::shared), signed);
	}

	@Bean
	DeclaredParameterDetector raspDeclaredParameters(DeclaredModel model, ObjectProvider<LeafObserver> observer) {
		return new DeclaredParameterDetector(model, observer(observer));
	}

	@Bean
	DeclaredBodyAdvice raspDeclaredBodies(DeclaredModel model, InspectionScope scope, FindingReporter reporter,
			ObjectProvider<LeafObserver> observer, RaspInspectionProperties inspection) {
		return new DeclaredBodyAdvice(model, scope, reporter, observer(observer),
				(int) Math.min(LARGEST_BODY, inspection.maxBodySize().toBytes()) + 1);
	}

	private static LeafObserver observer(ObjectProvider<LeafObserver> observer) {
		return observer.getIfAvailable(() -> LeafObserver.NONE);
	}

	@Bean
	static BodyAdvicePostProcessor raspBodyAdvicePostProcessor(ObjectProvider<DeclaredBodyAdvice> advice) {
		return new BodyAdvicePostProcessor(advice);
	}

}
