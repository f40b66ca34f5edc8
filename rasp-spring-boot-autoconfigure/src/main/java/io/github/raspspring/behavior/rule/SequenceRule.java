package io.github.raspspring.behavior.rule;

import java.time.Duration;
import java.util.List;
import java.util.Set;

import io.github.raspspring.behavior.ClientProfile;
import io.github.raspspring.behavior.UsageRule;
import io.github.raspspring.behavior.Visit;
import io.github.raspspring.engine.Confidence;
import io.github.raspspring.engine.EnforcementMode;
import io.github.raspspring.engine.Findings;
import io.github.raspspring.engine.Outcome;
import io.github.raspspring.engine.Phase;
import io.github.raspspring.engine.Rule;

/**
 * A step comes without the one that has to be before it, or sooner after it than anybody
 * can. A step counts when it was answered well. OWASP API6, CWE-841.
 */
public final class SequenceRule implements UsageRule {

	/** The name under {@code rasp.behavior.detectors}. */
	public static final String KEY = "sequence";

	private static final Rule SKIPPED = new Rule("step-skipped", "CWE-841",
			"A step of a process comes without the one that has to be before it.",
			"Let the application itself refuse the step when what it builds on is missing.");

	private static final Rule TOO_SOON = new Rule("step-too-soon", "CWE-841",
			"A step of a process comes sooner than anybody could take it.",
			"If honest clients are that fast, lower at-least of the sequence.");

	private static final int POINTS = 5;

	private final EnforcementMode mode;

	private final List<Sequence> sequences;

	/**
	 * Create the rule.
	 * @param mode the strictest mode of its findings
	 * @param sequences what has to come before what
	 */
	public SequenceRule(EnforcementMode mode, List<Sequence> sequences) {
		this.mode = mode;
		this.sequences = List.copyOf(sequences);
	}

	@Override
	public String name() {
		return Report.nameOf(KEY);
	}

	@Override
	public Set<Phase> phases() {
		return Set.of(Phase.HANDLER);
	}

	@Override
	public void judge(Visit visit, Findings findings) {
		for (int i = 0; i < this.sequences.size(); i++) {
			Sequence sequence = this.sequences.get(i);
			if (sequence.requests().contain(visit.inspection())) {
				ClientProfile client = visit.follower();
				long at = (client != null) ? client.stepAt(i) : 0;
				judge(sequence, visit.now() - at, at, findings);
			}
		}
	}

	private void judge(Sequence sequence, long passed, long at, Findings findings) {
		if (at == 0 || passed > sequence.within().toMillis()) {
			findings.add(Report.forbidden(name(), SKIPPED, this.mode, Confidence.STRONG, POINTS,
					"sequence " + sequence.name()));
		}
		else if (passed < sequence.atLeast().toMillis()) {
			findings.add(Report.forbidden(name(), TOO_SOON, this.mode, Confidence.STRONG, POINTS,
					"sequence " + sequence.name() + ", after " + passed + " ms"));
		}
	}

	@Override
	public void count(Visit visit, Outcome outcome) {
		if (outcome.status() >= 400) {
			return;
		}
		for (int i = 0; i < this.sequences.size(); i++) {
			if (this.sequences.get(i).after().contain(visit.inspection())) {
				ClientProfile client = visit.follower();
				if (client != null) {
					client.step(i, this.sequences.size(), visit.now());
				}
			}
		}
	}

	/**
	 * What has to come before what.
	 *
	 * @param name how reports call it
	 * @param requests the step
	 * @param after the step before it
	 * @param within time for which the step before it counts
	 * @param atLeast time that has to pass in between
	 */
	public record Sequence(String name, Requests requests, Requests after, Duration within, Duration atLeast) {

	}

}
