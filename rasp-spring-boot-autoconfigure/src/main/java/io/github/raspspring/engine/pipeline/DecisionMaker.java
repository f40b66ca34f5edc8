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
		for (Finding finding : findings) {
			score += finding.score();
			if (blocks(policy, answer, finding)) {
				blockable += finding.throttles() ? 0 : finding.score();
				retryAfter = longer(retryAfter, finding.retryAfter());
			}
		}
		Action action = action(policy, blockable, retryAfter);
		String reference = (previous.reference() != null) ? previous.reference() : this.references.get();
		return new Decision(action, score, findings, policy.id(), reference,
				(action == Action.THROTTLE) ? retryAfter : null);
	}

	private static Action action(Policy policy, int blockable, @Nullable Duration retryAfter) {
		if (blockable > 0 && blockable >= policy.blockScore()) {
			return Action.BLOCK;
		}
		return (retryAfter != null) ? Action.THROTTLE : Action.MONITOR;
	}

	private static boolean blocks(Policy policy, Answer answer, Finding finding) {
		return finding.confidence() != Confidence.WEAK
				&& policy.modeOf(finding.detector(), answer).softenedBy(finding.cap()) == EnforcementMode.BLOCK;
	}

	private static @Nullable Duration longer(@Nullable Duration one, @Nullable Duration other) {
		if (one == null || other == null) {
			return (one != null) ? one : other;
		}
		return (one.compareTo(other) >= 0) ? one : other;
	}

}
