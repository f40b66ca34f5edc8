package io.github.raspspring.ownership.access;

import java.time.Duration;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import io.github.raspspring.engine.Category;
import io.github.raspspring.engine.Confidence;
import io.github.raspspring.engine.Decision;
import io.github.raspspring.engine.EnforcementMode;
import io.github.raspspring.engine.Finding;
import io.github.raspspring.engine.FindingReporter;
import io.github.raspspring.engine.Inspection;
import io.github.raspspring.engine.Redaction;
import io.github.raspspring.engine.Rule;
import io.github.raspspring.engine.SinkBlockedException;
import io.github.raspspring.engine.pipeline.JudgementFailures;
import io.github.raspspring.ownership.OwnershipRule;
import io.github.raspspring.ownership.access.OwnershipCounts.Count;

/**
 * Reports what was seen, once per request and statement, and refuses what the policy
 * says. Thread-safe.
 */
final class OwnershipReports {

	private static final int MAX_REQUESTS = 4096;

	private static final int MAX_HINTS = 10_000;

	private final FindingReporter reporter;

	private final EnforcementMode unrestricted;

	private final OwnershipCounts counts;

	private final JudgementFailures failures;

	private final Cache<Inspection, RequestRows> rows = Caffeine.newBuilder()
		.weakKeys()
		.maximumSize(MAX_REQUESTS)
		.build();

	private final Cache<Hint, Boolean> told = Caffeine.newBuilder()
		.maximumSize(MAX_HINTS)
		.expireAfterWrite(Duration.ofDays(1))
		.build();

	OwnershipReports(FindingReporter reporter, EnforcementMode unrestricted, OwnershipCounts counts,
			JudgementFailures failures) {
		this.reporter = reporter;
		this.unrestricted = unrestricted;
		this.counts = counts;
		this.failures = failures;
	}

	/**
	 * A hint that was given to developers.
	 */
	private record Hint(String shape, String table, String route) {

	}

	RequestRows rows(Inspection inspection) {
		return this.rows.get(inspection, (absent) -> new RequestRows());
	}

	void foreign(Inspection inspection, OwnershipRule rule, Rule seen, String table, String shape) {
		this.counts.add(Count.FOREIGN);
		report(inspection, seen, rule.mode(), Confidence.CERTAIN, rule, table, shape);
	}

	/**
	 * Tell of a statement that nothing restricts. Where its rows tell whose they are,
	 * once per route is enough.
	 */
	void unrestricted(Inspection inspection, OwnershipRule rule, String table, String shape, boolean proven) {
		EnforcementMode mode = rule.mode().softenedBy(this.unrestricted);
		if (mode == EnforcementMode.OFF) {
			return;
		}
		if (proven) {
			mode = mode.softenedBy(EnforcementMode.MONITOR);
			Hint hint = new Hint(shape, table, Redaction.where(inspection.route(), inspection.path()));
			if (this.told.asMap().putIfAbsent(hint, true) != null) {
				return;
			}
		}
		this.counts.add(Count.UNRESTRICTED);
		report(inspection, OwnershipRules.UNRESTRICTED_STATEMENT, mode,
				(mode == EnforcementMode.BLOCK) ? Confidence.STRONG : Confidence.WEAK, rule, table, shape);
	}

	private void report(Inspection inspection, Rule seen, EnforcementMode cap, Confidence confidence,
			OwnershipRule rule, String table, String shape) {
		RequestRows known = rows(inspection);
		String key = seen.id() + ' ' + table + ' ' + shape;
		Decision decision = known.decided(key);
		if (decision == null) {
			Finding finding = Finding.of(OwnershipRule.SOURCE, Category.BUSINESS_LOGIC, seen)
				.confidence(confidence)
				.cap(cap)
				.evidence("rule " + rule.id() + ", table " + table + ", route "
						+ Redaction.where(inspection.route(), inspection.path()) + ": " + shape)
				.build();
			decision = this.reporter.report(inspection, finding);
			known.decided(key, decision);
		}
		enforce(inspection, cap, decision);
	}

	/**
	 * Treat what went wrong while a statement or row was judged.
	 */
	void failed(Inspection inspection, Throwable failure) {
		this.failures.report(OwnershipRule.SOURCE, inspection, failure);
		Finding finding = this.failures.refusal(OwnershipRule.SOURCE, OwnershipRules.NOT_JUDGED, inspection, failure);
		if (finding != null) {
			enforce(inspection, finding.cap(), this.reporter.report(inspection, finding));
		}
	}

	private static void enforce(Inspection inspection, EnforcementMode cap, Decision decision) {
		EnforcementMode mode = inspection.policy().modeOf(OwnershipRule.SOURCE).softenedBy(cap);
		if (mode == EnforcementMode.BLOCK && decision.refuses()) {
			throw new SinkBlockedException(decision);
		}
	}

}
