package io.github.raspspring.event;

import java.util.List;

import io.github.raspspring.engine.Finding;
import io.github.raspspring.engine.event.EventFinding;

/**
 * What is told of the findings of a request: what they are, in sentences, and what to do
 * about them. Immutable.
 *
 * @param of the findings
 * @param findings the same as they are kept
 * @param explanations each rule, explained once
 * @param fix each remedy once
 */
record ToldFindings(List<Finding> of, List<EventFinding> findings, String explanations, List<String> fix) {

	ToldFindings {
		// Shared by all records that tell them.
		findings = List.copyOf(findings);
		fix = List.copyOf(fix);
	}

	static ToldFindings of(List<Finding> findings) {
		List<String> explanations = findings.stream()
			.map((finding) -> finding.rule().explanation())
			.distinct()
			.toList();
		List<String> remedies = findings.stream().map((finding) -> finding.rule().remedy()).distinct().toList();
		return new ToldFindings(findings, findings.stream().map(ToldFindings::told).toList(),
				String.join(" ", explanations), remedies);
	}

	private static EventFinding told(Finding finding) {
		Weakness weakness = Weakness.of(finding.rule().cwe(), finding.category());
		return new EventFinding(finding.detector(), finding.rule().id(), finding.category().name(),
				finding.rule().cwe(), weakness.owasp(), finding.confidence().name(), finding.score(),
				(finding.location() != null) ? finding.location().label() : null, finding.name(), finding.reading(),
				finding.evidence(), finding.rule().explanation(), finding.rule().remedy(), weakness.hint(),
				finding.call());
	}

	/**
	 * Return whether these are the very findings, as values that were judged before have
	 * them.
	 */
	boolean isOf(List<Finding> others) {
		if (this.of.size() != others.size()) {
			return false;
		}
		for (int i = 0; i < others.size(); i++) {
			if (this.of.get(i) != others.get(i)) {
				return false;
			}
		}
		return true;
	}

	/**
	 * Return a number for findings, which others of the same evidence have as well.
	 */
	static int hash(List<Finding> findings) {
		int hash = findings.size();
		for (int i = 0; i < findings.size(); i++) {
			hash = 31 * hash + findings.get(i).evidence().hashCode();
		}
		return hash ^ hash >>> 16;
	}

}
