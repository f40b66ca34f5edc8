package io.github.raspspring.behavior.rule;

import java.time.Duration;

import io.github.raspspring.engine.EnforcementMode;

/**
 * What a rule allows.
 *
 * @param mode the strictest mode of its findings
 * @param window time within which it counts
 * @param limit what is allowed within that time
 */
public record RuleSettings(EnforcementMode mode, Duration window, int limit) {

	/**
	 * Create settings.
	 * @throws IllegalArgumentException if nothing would be allowed, or the window is not
	 * between a second and a day
	 */
	public RuleSettings {
		if (limit < 1) {
			throw new IllegalArgumentException("The limit is at least 1");
		}
		if (window.toMillis() < 1000 || window.compareTo(Duration.ofDays(1)) > 0) {
			throw new IllegalArgumentException("The window is between 1s and 24h");
		}
	}

	long millis() {
		return this.window.toMillis();
	}

}
