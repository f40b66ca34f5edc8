package io.github.raspspring.autoconfigure.policy;

import io.github.raspspring.policy.advice.AdviceSettings;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.boot.context.properties.source.InvalidConfigurationPropertyValueException;

/**
 * When there is evidence enough to advise mode block for a route.
 *
 * @param enabled Whether traffic is watched for advice.
 * @param requests Number of requests of a route that have to be served before mode block
 * is recommended for it.
 * @param days Number of days on which requests of the route have to be served before
 * that.
 * @param suspiciousCallers Number of distinct callers from which on the findings of a
 * parameter count as false alarms, if the application serves them.
 */
@ConfigurationProperties("rasp.advice")
public record RaspAdviceProperties(@DefaultValue("true") boolean enabled, @DefaultValue("100") int requests,
		@DefaultValue("2") int days, @DefaultValue("3") int suspiciousCallers) {

	public RaspAdviceProperties {
		check("requests", requests);
		check("days", days);
		check("suspicious-callers", suspiciousCallers);
	}

	AdviceSettings settings() {
		return new AdviceSettings(this.requests, this.days, this.suspiciousCallers);
	}

	private static void check(String name, int value) {
		if (value < 1) {
			throw new InvalidConfigurationPropertyValueException("rasp.advice." + name, value, "Set it to 1 or more.");
		}
	}

}
