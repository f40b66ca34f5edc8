package io.github.raspspring.behavior;

import java.util.Locale;

import io.github.raspspring.engine.Category;
import io.github.raspspring.engine.Detector;
import io.github.raspspring.engine.Findings;
import io.github.raspspring.engine.Inspection;
import io.github.raspspring.engine.Phase;

/**
 * Lets the rules judge in one phase of a request. They share what is looked up, so that
 * all together cost little more than one. Findings bear the name of the rule, by which
 * routes exclude it.
 */
public final class BehaviorDetector implements Detector {

	private final BehaviorMonitor monitor;

	private final Phase phase;

	private final UsageRule[] rules;

	/**
	 * Create a detector.
	 * @param monitor knows the rules, and who did what
	 * @param phase the phase
	 */
	public BehaviorDetector(BehaviorMonitor monitor, Phase phase) {
		this.monitor = monitor;
		this.phase = phase;
		this.rules = monitor.rules().stream().filter((rule) -> rule.phases().contains(phase)).toArray(UsageRule[]::new);
	}

	@Override
	public String name() {
		return "behavior-at-" + this.phase.name().toLowerCase(Locale.ROOT);
	}

	@Override
	public Category category() {
		return Category.ABUSE;
	}

	@Override
	public Phase phase() {
		return this.phase;
	}

	@Override
	public boolean supports(Inspection inspection) {
		return this.rules.length > 0;
	}

	@Override
	public void detect(Inspection inspection, Findings findings) {
		Visit visit = this.monitor.visit(inspection);
		visit.reportTo(findings);
		for (UsageRule rule : this.rules) {
			rule.judge(visit, visit);
		}
	}

}
