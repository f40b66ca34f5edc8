package io.github.raspspring.autoconfigure.ratelimit;

import java.util.Objects;

import io.github.raspspring.ratelimit.Audience;
import io.github.raspspring.ratelimit.RateLimit;
import io.github.raspspring.ratelimit.RateLimitDetector;
import io.github.raspspring.ratelimit.RateLimits;
import io.github.raspspring.ratelimit.UnprovenCredentialsDetector;

import org.springframework.beans.factory.BeanRegistrar;
import org.springframework.beans.factory.BeanRegistry;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.core.env.Environment;

/**
 * Registers the detectors of each plan as beans, so that plans take part like any other
 * detector.
 */
final class RateLimitDetectorRegistrar implements BeanRegistrar {

	@Override
	public void register(BeanRegistry registry, Environment environment) {
		Binder.get(environment)
			.bind("rasp.rate-limit", RaspRateLimitProperties.class)
			.ifBound((properties) -> properties.plans().forEach((name, plan) -> {
				registerDetector(registry, name);
				if (plan.appliesTo() == Audience.ANONYMOUS) {
					registerUnprovenCredentialsDetector(registry, name);
				}
			}));
	}

	private static void registerDetector(BeanRegistry registry, String plan) {
		registry.registerBean("raspRateLimit." + plan, RateLimitDetector.class,
				(spec) -> spec.supplier((context) -> new RateLimitDetector(limit(context, plan))));
	}

	private static void registerUnprovenCredentialsDetector(BeanRegistry registry, String plan) {
		registry.registerBean("raspRateLimit." + plan + ".unproven", UnprovenCredentialsDetector.class,
				(spec) -> spec.supplier((context) -> new UnprovenCredentialsDetector(limit(context, plan))));
	}

	private static RateLimit limit(BeanRegistry.SupplierContext context, String plan) {
		return Objects.requireNonNull(context.bean(RateLimits.class).find(plan));
	}

}
