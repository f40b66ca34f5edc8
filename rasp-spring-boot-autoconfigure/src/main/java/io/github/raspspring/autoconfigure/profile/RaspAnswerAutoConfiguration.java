package io.github.raspspring.autoconfigure.profile;

import java.util.EnumSet;
import java.util.List;

import io.github.raspspring.autoconfigure.RouteChecks;
import io.github.raspspring.autoconfigure.profile.RaspProfileProperties.AnswerRoute;
import io.github.raspspring.autoconfigure.web.RaspFilterOrder;
import io.github.raspspring.engine.FindingReporter;
import io.github.raspspring.engine.InspectionScope;
import io.github.raspspring.profile.LeafObserver;
import io.github.raspspring.profile.answer.AnswerCounts;
import io.github.raspspring.profile.answer.AnswerFilter;
import io.github.raspspring.profile.answer.AnswerJudge;
import io.github.raspspring.profile.answer.AnswerPolicy;
import io.github.raspspring.profile.declared.DeclaredModel;
import jakarta.servlet.DispatcherType;

import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBean;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBooleanProperty;
import org.springframework.boot.web.servlet.FilterRegistrationBean;
import org.springframework.context.annotation.Bean;

/**
 * Auto-configuration of what is looked for in answers.
 */
@AutoConfiguration(after = RaspLearntProfileAutoConfiguration.class)
@ConditionalOnBean(DeclaredModel.class)
@ConditionalOnBooleanProperty(name = "rasp.profile.answers.enabled", matchIfMissing = true)
public final class RaspAnswerAutoConfiguration {

	/** Behind the filter that measures answers. */
	private static final int BEHIND = 2;

	@Bean
	AnswerCounts raspAnswerCounts() {
		return new AnswerCounts();
	}

	@Bean
	FilterRegistrationBean<AnswerFilter> raspAnswerFilter(InspectionScope scope, FindingReporter reporter,
			ObjectProvider<LeafObserver> observer, AnswerCounts counts, RaspProfileProperties properties,
			ObjectProvider<RaspFilterOrder> order) {
		AnswerJudge judge = new AnswerJudge(reporter, observer.getIfAvailable(() -> LeafObserver.NONE), counts);
		List<AnswerPolicy> policies = properties.answers().routes().stream().map(this::policy).toList();
		FilterRegistrationBean<AnswerFilter> registration = new FilterRegistrationBean<>(
				new AnswerFilter(scope, policies, judge, (int) properties.answers().maxSize().toBytes(), counts));
		RaspFilterOrder inspection = order.getIfAvailable();
		registration.setOrder((inspection != null) ? inspection.value() + BEHIND : 0);
		registration.setDispatcherTypes(EnumSet.of(DispatcherType.REQUEST, DispatcherType.ASYNC));
		registration.setAsyncSupported(true);
		return registration;
	}

	private AnswerPolicy policy(AnswerRoute route) {
		return new AnswerPolicy(RouteChecks.pattern("rasp.profile.answers.routes[].pattern", route.pattern()),
				RouteChecks.methods("rasp.profile.answers.routes[].methods", route.methods()), route.mode(),
				route.redact());
	}

}
