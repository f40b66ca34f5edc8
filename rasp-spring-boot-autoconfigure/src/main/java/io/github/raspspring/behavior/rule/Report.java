package io.github.raspspring.behavior.rule;

import java.time.Duration;

import io.github.raspspring.behavior.BehaviorMonitor;
import io.github.raspspring.behavior.WindowCount;
import io.github.raspspring.engine.Category;
import io.github.raspspring.engine.Confidence;
import io.github.raspspring.engine.EnforcementMode;
import io.github.raspspring.engine.Finding;
import io.github.raspspring.engine.Rule;

/**
 * Makes the findings of the rules.
 */
final class Report {

	private static final long LONGEST_WAIT = 60_000L;

	private Report() {
	}

	static String nameOf(String rule) {
		return BehaviorMonitor.PREFIX + rule;
	}

	/**
	 * Report that somebody does too much. The client may come back when the window ends,
	 * at the latest after a minute.
	 */
	static Finding tooMuch(String source, Rule rule, RuleSettings settings, int score, long now, String evidence) {
		long wait = Math.min(LONGEST_WAIT, WindowCount.remaining(now, settings.millis()));
		return Finding.of(source, Category.ABUSE, rule)
			.score(score)
			.cap(settings.mode())
			.evidence(evidence)
			.retryAfter(Duration.ofMillis(Math.max(1000, wait)))
			.build();
	}

	/**
	 * Report what nobody should do.
	 */
	static Finding forbidden(String source, Rule rule, EnforcementMode mode, Confidence confidence, int score,
			String evidence) {
		return Finding.of(source, Category.ABUSE, rule)
			.confidence(confidence)
			.score(score)
			.cap(mode)
			.evidence(evidence)
			.build();
	}

}
