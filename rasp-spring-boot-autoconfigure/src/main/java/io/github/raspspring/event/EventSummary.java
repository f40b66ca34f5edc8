package io.github.raspspring.event;

import java.time.Instant;
import java.util.List;
import java.util.Locale;

import io.github.raspspring.engine.Finding;
import io.github.raspspring.engine.event.AnomalyObserved;
import io.github.raspspring.engine.event.AnswerAborted;
import io.github.raspspring.engine.event.DetectorFailed;
import io.github.raspspring.engine.event.FeedStateChanged;
import io.github.raspspring.engine.event.InspectionBudgetExceeded;
import io.github.raspspring.engine.event.OperatorActed;
import io.github.raspspring.engine.event.PatchOverdue;
import io.github.raspspring.engine.event.SecurityEvent;
import io.github.raspspring.engine.event.StoreStateChanged;
import io.github.raspspring.engine.event.ThreatDetected;
import org.jspecify.annotations.Nullable;

/**
 * One line of the list of events.
 */
record EventSummary(String reference, Instant occurredAt, String type, String action, @Nullable String method,
		@Nullable String where, List<String> rules) {

	static EventSummary of(SecurityEvent event) {
		if (event instanceof ThreatDetected threat) {
			String where = (threat.route() != null) ? threat.route() : threat.path();
			return new EventSummary(threat.reference(), threat.occurredAt(), "threat-detected",
					threat.decision().action().name(), threat.method(), where,
					threat.decision().findings().stream().map(EventSummary::ruleName).distinct().toList());
		}
		if (event instanceof InspectionBudgetExceeded exceeded) {
			return new EventSummary(exceeded.reference(), exceeded.occurredAt(), "inspection-budget-exceeded",
					exceeded.failureMode().name(), exceeded.method(), exceeded.where(), List.of());
		}
		if (event instanceof AnswerAborted aborted) {
			return new EventSummary(aborted.reference(), aborted.occurredAt(), "answer-aborted", "BLOCK",
					aborted.method(), aborted.where(), List.of());
		}
		if (event instanceof StoreStateChanged state) {
			return new EventSummary(state.reference(), state.occurredAt(), "store-state-changed",
					state.available() ? "AVAILABLE" : "LOST", null, null, List.of());
		}
		if (event instanceof OperatorActed act) {
			return new EventSummary(act.reference(), act.occurredAt(), "operator-acted",
					act.operation().toUpperCase(Locale.ROOT), null, act.target(), List.of());
		}
		if (event instanceof PatchOverdue overdue) {
			return new EventSummary(overdue.reference(), overdue.occurredAt(), "patch-overdue", "OVERDUE", null,
					overdue.patch(), List.of());
		}
		if (event instanceof AnomalyObserved anomaly) {
			return new EventSummary(anomaly.reference(), anomaly.occurredAt(), "anomaly-observed", "MONITOR", null,
					anomaly.target(), List.of());
		}
		if (event instanceof FeedStateChanged feed) {
			return new EventSummary(feed.reference(), feed.occurredAt(), "feed-state-changed",
					feed.stale() ? "STALE" : "CURRENT", null, feed.feed(), List.of());
		}
		DetectorFailed failure = (DetectorFailed) event;
		return new EventSummary(failure.reference(), failure.occurredAt(), "detector-failed",
				failure.failureMode().name(), null, failure.source(), List.of());
	}

	static String ruleName(Finding finding) {
		return finding.detector() + "." + finding.rule().id();
	}

}
