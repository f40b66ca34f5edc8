package io.github.raspspring.event;

import io.github.raspspring.engine.Confidence;
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
import org.apache.commons.logging.Log;
import org.apache.commons.logging.LogFactory;

/**
 * Writes one line per event to the logger {@code rasp.audit}. All it writes is redacted
 * and free of control characters, so a line can't be forged.
 */
public final class AuditLog {

	private static final Log logger = LogFactory.getLog("rasp.audit");

	/**
	 * Write an event.
	 * @param event the event
	 */
	public void write(SecurityEvent event) {
		if (isAlarming(event)) {
			logger.warn(line(event));
		}
		else if (logger.isInfoEnabled()) {
			logger.info(line(event));
		}
	}

	private static AuditLine line(SecurityEvent event) {
		if (event instanceof ThreatDetected threat) {
			return line(threat);
		}
		if (event instanceof InspectionBudgetExceeded exceeded) {
			return line(exceeded);
		}
		if (event instanceof AnswerAborted aborted) {
			return new AuditLine("answer-aborted").word("reference", aborted.reference())
				.word("refusal", aborted.refusal())
				.word("method", aborted.method())
				.word("where", aborted.where());
		}
		if (event instanceof StoreStateChanged state) {
			return new AuditLine("store-state-changed").word("reference", state.reference())
				.word("available", state.available())
				.word("cause", state.cause());
		}
		if (event instanceof PatchOverdue overdue) {
			return new AuditLine("patch-overdue").word("reference", overdue.reference())
				.text("patch", overdue.patch())
				.text("repairs", overdue.repairs())
				.word("expired", overdue.expired());
		}
		if (event instanceof AnomalyObserved anomaly) {
			return new AuditLine("anomaly-observed").word("reference", anomaly.reference())
				.word("source", anomaly.source())
				.word("target", anomaly.target())
				.word("detail", anomaly.detail())
				.word("clients", anomaly.clients());
		}
		if (event instanceof FeedStateChanged feed) {
			return new AuditLine("feed-state-changed").word("reference", feed.reference())
				.word("feed", feed.feed())
				.word("stale", feed.stale())
				.word("cause", feed.cause());
		}
		return (event instanceof OperatorActed act) ? line(act) : line((DetectorFailed) event);
	}

	private static AuditLine line(DetectorFailed failure) {
		return new AuditLine("detector-failed").word("reference", failure.reference())
			.word("source", failure.source())
			.word("failure", failure.failure())
			.word("failure-mode", failure.failureMode());
	}

	private static AuditLine line(OperatorActed act) {
		return new AuditLine("operator-acted").word("reference", act.reference())
			.text("operator", act.operator())
			.word("operation", act.operation())
			.text("target", act.target())
			.text("detail", act.detail());
	}

	private static AuditLine line(InspectionBudgetExceeded exceeded) {
		return new AuditLine("inspection-budget-exceeded").word("reference", exceeded.reference())
			.word("method", exceeded.method())
			.word("where", exceeded.where())
			.word("judged", exceeded.judged())
			.word("left", exceeded.left())
			.word("failure-mode", exceeded.failureMode());
	}

	private static AuditLine line(ThreatDetected threat) {
		AuditLine line = new AuditLine("threat-detected").word("reference", threat.reference())
			.word("action", threat.decision().action())
			.word("score", threat.decision().score())
			.word("method", threat.method())
			.word("where", (threat.route() != null) ? threat.route() : threat.path())
			.word("client", threat.client());
		for (Finding finding : threat.decision().findings()) {
			line.word("finding", nameOf(finding)).text("evidence", finding.evidence());
		}
		return line;
	}

	/**
	 * Return whether somebody should look: weak findings are found in honest traffic and
	 * refuse nothing, and some hint at no hostility.
	 */
	private static boolean isAlarming(SecurityEvent event) {
		return !(event instanceof ThreatDetected threat) || threat.decision()
			.findings()
			.stream()
			.anyMatch((finding) -> finding.confidence() != Confidence.WEAK && finding.isHostile());
	}

	private static String nameOf(Finding finding) {
		String name = EventSummary.ruleName(finding) + '/' + finding.confidence();
		return (finding.location() != null) ? name + '@' + finding.location().label() + ':' + finding.name() : name;
	}

}
