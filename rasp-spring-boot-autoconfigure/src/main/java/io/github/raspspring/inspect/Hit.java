package io.github.raspspring.inspect;

import io.github.raspspring.engine.Confidence;
import io.github.raspspring.engine.Detector;
import io.github.raspspring.engine.Finding;
import io.github.raspspring.engine.Findings;
import io.github.raspspring.engine.Rule;
import io.github.raspspring.engine.ValueView;
import org.jspecify.annotations.Nullable;

/**
 * Evidence in a text, weighed. Points mean the same for every detector that uses it.
 *
 * @param rule what was recognized
 * @param points what speaks for it less what speaks against it
 * @param start index of the first character that shows it
 * @param end index behind the last one
 */
public record Hit(Rule rule, int points, int start, int end) {

	/** Least points of a hit: honest texts have it now and then. */
	public static final int WEAK = 3;

	/** Least points of a hit that has the structure of an attack. */
	public static final int STRONG = 5;

	/** Least points of a hit that has no honest reading. */
	public static final int CERTAIN = 9;

	/**
	 * Return a hit, or {@code null} if it weighs too little to be told.
	 */
	public static @Nullable Hit of(Rule rule, int points, int start, int end) {
		return (points >= WEAK) ? new Hit(rule, points, Math.max(0, start), end) : null;
	}

	/**
	 * Return the hit that weighs more, the first one if both weigh the same.
	 */
	public static @Nullable Hit stronger(@Nullable Hit one, @Nullable Hit other) {
		if (one == null || other == null) {
			return (one != null) ? one : other;
		}
		return (other.points > one.points) ? other : one;
	}

	/**
	 * Report this as a finding of a detector, unless there are enough of its kind.
	 */
	public void report(Detector detector, ValueView view, Findings findings) {
		if (findings.haveEnoughOf(detector, this.rule, confidence())) {
			return;
		}
		findings.add(Finding.of(detector, this.rule)
			.confidence(confidence())
			.at(view.input())
			.evidence(view.text(), this.start, this.end)
			.build());
	}

	private Confidence confidence() {
		if (this.points >= CERTAIN) {
			return Confidence.CERTAIN;
		}
		return (this.points >= STRONG) ? Confidence.STRONG : Confidence.WEAK;
	}

}
