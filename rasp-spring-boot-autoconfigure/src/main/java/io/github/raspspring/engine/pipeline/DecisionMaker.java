package io.github.raspspring.engine.pipeline;

import java.time.Duration;
import java.util.List;
import java.util.function.Supplier;

import io.github.raspspring.engine.Answer;
import io.github.raspspring.engine.Confidence;
import io.github.raspspring.engine.Decision;
import io.github.raspspring.engine.Decision.Action;
import io.github.raspspring.engine.EnforcementMode;
import io.github.raspspring.engine.Finding;
import io.github.raspspring.engine.Policy;
import org.jspecify.annotations.Nullable;

/**
 * Turns findings into a decision. A refusal needs points of findings that are at least
 * {@link Confidence#STRONG} and allowed to block here; weak ones add to the score only.
 */
final class DecisionMaker {

	private final Supplier<String> references;

	DecisionMaker(Supplier<String> references) {
		this.references = references;
	}

	Decision decide(Policy policy, Answer answer, List<Finding> findings, Decision previous) {
		if (findings.isEmpty()) {
			return previous;
		}
		int score = 0;
		int blockable = 0;
		Duration retryAfter = null;
		int shadow = 0;
		boolean throttles = false;
		for (Finding finding : findings) {
			score += finding.score();
			if (wouldBlock(policy, answer, finding)) {
				shadow += finding.throttles() ? 0 : finding.score();
				throttles = throttles || finding.throttles();
			}
			if (blocks(policy, answer, finding)) {
				blockable += finding.throttles() ? 0 : finding.score();
				retryAfter = longer(retryAfter, finding.retryAfter());
			}
		}
		Action action = action(policy, blockable, retryAfter != null);
		String reference = (previous.reference() != null) ? previous.reference() : this.references.get();
		return new Decision(action, score, findings, policy.id(), reference,
				(action == Action.THROTTLE) ? retryAfter : null, action(policy, shadow, throttles));
	}

	private static Action action(Policy policy, int blockable, boolean throttles) {
		if (blockable > 0 && blockable >= policy.blockScore()) {
			return Action.BLOCK;
		}
		return throttles ? Action.THROTTLE : Action.MONITOR;
	}

	private static boolean blocks(Policy policy, Answer answer, Finding finding) {
		return finding.confidence() != Confidence.WEAK
				&& policy.modeOf(finding.detector(), answer).softenedBy(finding.cap()) == EnforcementMode.BLOCK;
	}

	/**
	 * The same in mode block: what softens a detector softens it there as well.
	 */
	private static boolean wouldBlock(Policy policy, Answer answer, Finding finding) {
		if (finding.confidence() == Confidence.WEAK || policy.excludedDetectors().contains(finding.detector())) {
			return false;
		}
		EnforcementMode mode = finding.cap()
			.softenedBy(policy.detectorModes().getOrDefault(finding.detector(), EnforcementMode.BLOCK));
		return EnforcementMode.BLOCK == ((answer == Answer.ANYTHING) ? mode
				: mode.softenedBy(policy.jsonRouteModes().getOrDefault(finding.detector(), EnforcementMode.BLOCK)));
	}

	private static @Nullable Duration longer(@Nullable Duration one, @Nullable Duration other) {
		if (one == null || other == null) {
			return (one != null) ? one : other;
		}
		return (one.compareTo(other) >= 0) ? one : other;
	}

}
