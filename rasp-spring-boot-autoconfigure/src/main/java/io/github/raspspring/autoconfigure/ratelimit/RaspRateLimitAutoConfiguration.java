package io.github.raspspring.autoconfigure.ratelimit;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;

import io.github.bucket4j.Bucket;
import io.github.bucket4j.TimeMeter;
import io.github.raspspring.autoconfigure.RaspAutoConfiguration;
import io.github.raspspring.autoconfigure.RaspProperties;
import io.github.raspspring.autoconfigure.store.RaspStoreAutoConfiguration;
import io.github.raspspring.engine.ClientScores;
import io.github.raspspring.engine.EndpointSection;
import io.github.raspspring.engine.ExpiringStores;
import io.github.raspspring.engine.ExpiringStores.Reading;
import io.github.raspspring.ratelimit.BucketStore;
import io.github.raspspring.ratelimit.RateLimitAnnouncer;
import io.github.raspspring.ratelimit.RateLimitKeyResolver;
import io.github.raspspring.ratelimit.RateLimitPlan;
import io.github.raspspring.ratelimit.RateLimits;
import io.github.raspspring.ratelimit.Selection;

import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBooleanProperty;
import org.springframework.boot.autoconfigure.condition.ConditionalOnClass;
import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication.Type;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.webmvc.autoconfigure.DispatcherServletPath;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;
import org.springframework.web.util.pattern.PathPattern;

/**
 * Auto-configuration of rate limits. Nothing is limited until a plan is configured.
 */
@AutoConfiguration(before = RaspAutoConfiguration.class, after = RaspStoreAutoConfiguration.class)
@ConditionalOnClass({ Bucket.class, PathPattern.class })
@ConditionalOnBooleanProperty(name = { "rasp.enabled", "rasp.rate-limit.enabled" }, matchIfMissing = true)
@EnableConfigurationProperties({ RaspProperties.class, RaspRateLimitProperties.class })
@Import(RateLimitDetectorRegistrar.class)
public final class RaspRateLimitAutoConfiguration {

	private static final int MAX_CHANGES = 1000;

	@Bean
	RateLimits raspRateLimits(RaspRateLimitProperties properties, RaspProperties application,
			ObjectProvider<RateLimitKeyResolver> resolvers, ObjectProvider<TimeMeter> timeMeter,
			ObjectProvider<ClientScores> scores, ObjectProvider<BucketStore> store, ExpiringStores stores) {
		List<RateLimitKeyResolver> additional = resolvers.orderedStream().toList();
		Map<String, List<Selection>> routes = RateLimitPlanFactory.routes(application.routes(),
				new TreeSet<>(properties.plans().keySet()));
		List<RateLimitPlan> plans = new TreeMap<>(properties.plans()).entrySet()
			.stream()
			.map((plan) -> RateLimitPlanFactory.plan(plan.getKey(), plan.getValue(), additional,
					routes.getOrDefault(plan.getKey(), List.of())))
			.toList();
		return new RateLimits(plans, timeMeter.getIfAvailable(() -> TimeMeter.SYSTEM_NANOTIME),
				scores.getIfAvailable(() -> ClientScores.NONE), store.getIfAvailable())
			.following(stores.open("plans", MAX_CHANGES, Reading.EVENTUAL));
	}

	@Bean
	EndpointSection raspLimitsSection(RateLimits rateLimits) {
		return rateLimits.section();
	}

	@Bean
	RateLimitAnnouncer raspRateLimitAnnouncer(RateLimits rateLimits) {
		return new RateLimitAnnouncer(rateLimits);
	}

	/**
	 * Where there are controllers.
	 */
	@Configuration(proxyBeanMethods = false)
	@ConditionalOnClass({ RequestMappingHandlerMapping.class, DispatcherServletPath.class })
	@ConditionalOnWebApplication(type = Type.SERVLET)
	static class ControllerConfiguration {

		@Bean
		RateLimitedHandlers raspRateLimitedHandlers(RateLimits rateLimits,
				ObjectProvider<RequestMappingHandlerMapping> mappings,
				ObjectProvider<DispatcherServletPath> servletPath) {
			return new RateLimitedHandlers(rateLimits, mappings, servletPath);
		}

	}

}
