package io.github.raspspring.behavior.rule;

import java.time.Duration;

import io.github.raspspring.engine.EnforcementMode;

/**
 * What a rule allows.
 *
 * @param mode the strictest mode of its findings
 * @param millis time within which it counts, in milliseconds
 * @param limit what is allowed within that time
 */
public record RuleSettings(EnforcementMode mode, long millis, int limit) {

	private static final long SHORTEST = 1000;

	private static final long LONGEST = Duration.ofDays(1).toMillis();

	/**
	 * Create settings.
	 * @throws IllegalArgumentException if nothing would be allowed, or the window is not
	 * between a second and a day
	 */
	public RuleSettings {
		if (limit < 1) {
			throw new IllegalArgumentException("The limit is at least 1");
		}
		if (millis < SHORTEST || millis > LONGEST) {
			throw new IllegalArgumentException("The window is between 1s and 24h");
		}
	}

}
