package io.github.raspspring.event;

import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

import io.github.raspspring.engine.Category;
import io.github.raspspring.engine.Confidence;
import io.github.raspspring.engine.Decision;
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
 * One event told in full: what happened, where, why it was decided so, and what to fix.
 */
record EventReport(String reference, Instant occurredAt, String type, String what, Where where, Why why,
		List<Observation> findings, List<String> fix) {

	static EventReport of(SecurityEvent event) {
		if (event instanceof ThreatDetected threat) {
			return of(threat);
		}
		if (event instanceof AnswerAborted aborted) {
			return of(aborted);
		}
		if (event instanceof InspectionBudgetExceeded exceeded) {
			return of(exceeded);
		}
		if (event instanceof StoreStateChanged state) {
			return of(state);
		}
		if (event instanceof PatchOverdue overdue) {
			return of(overdue);
		}
		if (event instanceof AnomalyObserved anomaly) {
			return of(anomaly);
		}
		if (event instanceof FeedStateChanged feed) {
			return of(feed);
		}
		return (event instanceof OperatorActed act) ? of(act) : of((DetectorFailed) event);
	}

	private static EventReport of(ThreatDetected threat) {
		Decision decision = threat.decision();
		return new EventReport(threat.reference(), threat.occurredAt(), "threat-detected", what(decision),
				new Where(threat.method(), threat.route(), threat.path(), threat.client(), threat.subject()),
				new Why(decision.action().name(), decision.score(), decision.policy(), because(decision),
						decision.inBlockMode().name()),
				decision.findings().stream().map(Observation::of).toList(),
				decision.findings().stream().map((finding) -> finding.rule().remedy()).distinct().toList());
	}

	private static EventReport of(DetectorFailed failure) {
		return new EventReport(failure.reference(), failure.occurredAt(), "detector-failed",
				"The detector, sink or listener '" + failure.source() + "' failed with " + failure.failure() + ".",
				new Where(null, null, null, null, null),
				new Why("FAILURE_MODE_" + failure.failureMode().name(), 0, "-", "rasp.failure-mode decides."),
				List.of(), List.of("Report the failure; exclude the detector on the route until it is mended."));
	}

	private static EventReport of(AnswerAborted aborted) {
		return new EventReport(aborted.reference(), aborted.occurredAt(), "answer-aborted",
				"The request was refused when its answer was on its way, so the connection was cut.",
				new Where(aborted.method(), null, aborted.where(), null, null),
				new Why("BLOCK", 0, "-", "See the event " + aborted.refusal() + "."), List.of(),
				List.of("Write the answer when all that may be refused has run."));
	}

	private static EventReport of(InspectionBudgetExceeded exceeded) {
		return new EventReport(exceeded.reference(), exceeded.occurredAt(), "inspection-budget-exceeded",
				exceeded.judged() + " values of the request were judged, then the time for it was used up; "
						+ exceeded.left() + " were not.",
				new Where(exceeded.method(), null, exceeded.where(), null, null),
				new Why("FAILURE_MODE_" + exceeded.failureMode().name(), 0, "-", "rasp.failure-mode decides."),
				List.of(),
				List.of("Bound the size of what the route accepts; raise rasp.inspection.budget if it has to "
						+ "accept so much."));
	}

	private static EventReport of(StoreStateChanged state) {
		String what = state.available() ? "The store that instances share answers again."
				: "The store that instances share does not answer: " + state.cause() + ".";
		List<String> fix = state.available() ? List.of()
				: List.of("Look at the store and the network; rasp.store.timeout bounds how long a request waits.");
		return new EventReport(state.reference(), state.occurredAt(), "store-state-changed", what,
				new Where(null, null, null, null, null),
				new Why(state.available() ? "AVAILABLE" : "LOST", 0, "-", "on-store-failure of each plan decides."),
				List.of(), fix);
	}

	private static EventReport of(AnomalyObserved anomaly) {
		String clients = anomaly.clients().isEmpty() ? ""
				: " Most of it do " + String.join(", ", anomaly.clients()) + ".";
		return new EventReport(anomaly.reference(), anomaly.occurredAt(), "anomaly-observed",
				"The application is used, or answers, as it usually is not: " + anomaly.target() + ", "
						+ anomaly.detail() + "." + clients,
				new Where(null, null, anomaly.target(), null, null), new Why("MONITOR", 0, "-", anomaly.source()),
				List.of(), List.of("Look at /actuator/rasp/behavior and at what these clients do."));
	}

	private static EventReport of(FeedStateChanged feed) {
		String what = feed.stale() ? "The feed " + feed.feed() + " is out of date: " + feed.cause() + "."
				: "The feed " + feed.feed() + " is current again.";
		List<String> fix = feed.stale()
				? List.of("Look at the source that rasp.client.feeds names; the last good copy is used until then.")
				: List.of();
		return new EventReport(feed.reference(), feed.occurredAt(), "feed-state-changed", what,
				new Where(null, null, null, null, null),
				new Why(feed.stale() ? "STALE" : "CURRENT", 0, "-", "maximum-age of the feed decides."), List.of(),
				fix);
	}

	private static EventReport of(OperatorActed act) {
		String detail = act.detail().isEmpty() ? "" : " (" + act.detail() + ")";
		return new EventReport(act.reference(), act.occurredAt(), "operator-acted",
				"The operator " + act.operator() + " did " + act.operation() + " " + act.target() + detail + ".",
				new Where(null, null, null, null, null),
				new Why(act.operation().toUpperCase(Locale.ROOT), 0, "-", "An operator decided."), List.of(),
				List.of());
	}

	private static EventReport of(PatchOverdue overdue) {
		String repairs = overdue.repairs().isEmpty() ? "" : " for " + overdue.repairs();
		return new EventReport(overdue.reference(), overdue.occurredAt(), "patch-overdue",
				"The virtual patch " + overdue.patch() + repairs + " should have gone by " + overdue.expired()
						+ " and is still enforced.",
				new Where(null, null, null, null, null), new Why("OVERDUE", 0, "-", "Its expiry has passed."),
				List.of(), List.of("Fix the code and remove the patch, or set a later expiry."));
	}

	private static String what(Decision decision) {
		String verb = switch (decision.action()) {
			case BLOCK -> "The request was refused: ";
			case THROTTLE -> "The request was put off: ";
			default -> "The request passed, monitored: ";
		};
		Stream<String> explanations = decision.findings().stream().map((finding) -> finding.rule().explanation());
		return verb + String.join(" ", explanations.distinct().toList());
	}

	private static String because(Decision decision) {
		return switch (decision.action()) {
			case BLOCK -> "The findings reach the score at which this policy blocks.";
			case THROTTLE -> "A limit of this policy is used up.";
			default -> "The mode of the route or rule is monitor, or nothing seen was strong enough to refuse.";
		};
	}

	record Where(@Nullable String method, @Nullable String route, @Nullable String path, @Nullable String client,
			@Nullable String subject) {

	}

	record Why(String action, int score, String policy, String because, @Nullable String inBlockMode) {

		Why(String action, int score, String policy, String because) {
			this(action, score, policy, because, null);
		}

	}

	record Observation(String detector, String rule, Category category, String cwe, Confidence confidence, int score,
			@Nullable String location, @Nullable String name, String evidence, String explanation) {

		static Observation of(Finding finding) {
			return new Observation(finding.detector(), finding.rule().id(), finding.category(), finding.rule().cwe(),
					finding.confidence(), finding.score(),
					(finding.location() != null) ? finding.location().label() : null, finding.name(),
					finding.evidence(), finding.rule().explanation());
		}

	}

}
