package io.github.raspspring.engine.pipeline;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.List;

import io.github.raspspring.engine.Confidence;
import io.github.raspspring.engine.EnforcementMode;
import io.github.raspspring.engine.Finding;
import io.github.raspspring.engine.Rule;

/**
 * What is kept of what was seen in one exchange. A request may hold the same attack a
 * hundred thousand times, and what is kept of it stays in the history: of one kind a few
 * are kept, and of all kinds a few dozens, the sure ones before the weak. Immutable.
 */
final class KeptFindings {

	static final KeptFindings NONE = new KeptFindings(List.of());

	private static final int PER_KIND = 8;

	private static final int MOST = 64;

	private final List<Finding> all;

	private KeptFindings(List<Finding> all) {
		this.all = all;
	}

	List<Finding> all() {
		return this.all;
	}

	KeptFindings withAll(Collection<Finding> additional) {
		KeptFindings kept = this;
		for (Finding finding : additional) {
			kept = kept.with(finding);
		}
		return kept;
	}

	/**
	 * Add what was kept of one part of the exchange, all of which stays if it is the
	 * first.
	 */
	KeptFindings withAll(KeptFindings additional) {
		return this.all.isEmpty() ? additional : withAll(additional.all);
	}

	KeptFindings with(Finding finding) {
		if (finding.throttles()) {
			return replacing(-1, finding);
		}
		if (this.all.stream().filter((known) -> isSameKind(known, finding)).count() >= PER_KIND) {
			return this;
		}
		if (this.all.size() < MOST) {
			return replacing(-1, finding);
		}
		int weaker = lastWeakerThan(finding.confidence());
		return (weaker >= 0) ? replacing(weaker, finding) : this;
	}

	/**
	 * Return whether one more finding that may refuse adds nothing to those of its kind.
	 */
	boolean haveEnoughOf(String detector, Rule rule, Confidence confidence) {
		int known = 0;
		for (Finding finding : this.all) {
			boolean same = finding.detector().equals(detector) && finding.rule().id().equals(rule.id())
					&& finding.confidence() == confidence && finding.cap() == EnforcementMode.BLOCK;
			known += same ? 1 : 0;
		}
		return known >= PER_KIND;
	}

	private KeptFindings replacing(int index, Finding finding) {
		List<Finding> findings = new ArrayList<>(this.all);
		if (index >= 0) {
			findings.remove(index);
		}
		findings.add(finding);
		return new KeptFindings(Collections.unmodifiableList(findings));
	}

	private int lastWeakerThan(Confidence confidence) {
		for (int i = this.all.size() - 1; i >= 0; i--) {
			Finding known = this.all.get(i);
			if (!known.throttles() && known.confidence().compareTo(confidence) < 0) {
				return i;
			}
		}
		return -1;
	}

	private static boolean isSameKind(Finding one, Finding other) {
		return one.detector().equals(other.detector()) && one.rule().id().equals(other.rule().id())
				&& one.confidence() == other.confidence() && one.cap() == other.cap();
	}

}
