package io.github.raspspring.autoconfigure;

import java.time.Duration;

import io.github.raspspring.engine.EnforcementMode;
import io.github.raspspring.engine.Policy;
import io.github.raspspring.policy.RouteShare;
import org.jspecify.annotations.Nullable;

import org.springframework.boot.context.properties.source.InvalidConfigurationPropertyValueException;
import org.springframework.util.unit.DataSize;

/**
 * Makes what a route limits and shares out from its properties.
 */
final class RouteSettings {

	private RouteSettings() {
	}

	static void check(RaspProperties.Route route, String property) {
		DataSize size = route.bodyLimit();
		if (size != null && (size.toBytes() < 1 || size.toBytes() >= Integer.MAX_VALUE)) {
			throw invalid(property + ".body-limit", size, "Set a size between 1B and 2GB, such as 64KB.");
		}
		Duration budget = route.maxBudget();
		if (budget != null && (budget.isNegative() || budget.isZero() || budget.toMinutes() > 10)) {
			throw invalid(property + ".max-budget", budget, "Set a time of at most 10m, such as 50ms.");
		}
		Integer percent = route.percent();
		if (percent != null && (percent < 0 || percent > 100)) {
			throw invalid(property + ".percent", percent, "Set how many of a hundred clients, from 0 to 100.");
		}
		if (route.blockScore() != null && route.blockScore() < 1) {
			throw invalid(property + ".block-score", route.blockScore(),
					"Set it to 1 or more; 5 refuses strong findings, 9 certain ones only.");
		}
	}

	static Policy.Limits limits(RaspProperties.Route route) {
		DataSize size = route.bodyLimit();
		return (size == null && route.maxBudget() == null) ? Policy.Limits.NONE
				: new Policy.Limits((size != null) ? (int) size.toBytes() : Integer.MAX_VALUE, route.maxBudget());
	}

	static @Nullable RouteShare share(RaspProperties.Route route, Policy policy) {
		Integer percent = route.percent();
		return (percent != null && percent < 100 && policy.mode() == EnforcementMode.BLOCK)
				? new RouteShare(percent, policy.in(EnforcementMode.MONITOR)) : null;
	}

	private static InvalidConfigurationPropertyValueException invalid(String property, Object value, String mend) {
		return new InvalidConfigurationPropertyValueException(property, value, mend);
	}

}
