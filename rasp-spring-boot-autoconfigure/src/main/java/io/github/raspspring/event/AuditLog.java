package io.github.raspspring.event;

import io.github.raspspring.engine.AnswerAborted;
import io.github.raspspring.engine.Confidence;
import io.github.raspspring.engine.Decision;
import io.github.raspspring.engine.DetectorFailed;
import io.github.raspspring.engine.Finding;
import io.github.raspspring.engine.InspectionBudgetExceeded;
import io.github.raspspring.engine.OperatorActed;
import io.github.raspspring.engine.SecurityEvent;
import io.github.raspspring.engine.StoreStateChanged;
import io.github.raspspring.engine.ThreatDetected;
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
		if (event instanceof ThreatDetected threat) {
			write(threat);
		}
		else if (event instanceof DetectorFailed failure) {
			logger.warn("event=detector-failed reference=" + failure.reference() + " source=" + failure.source()
					+ " failure=" + failure.failure() + " failure-mode=" + failure.failureMode());
		}
		else if (event instanceof InspectionBudgetExceeded exceeded) {
			write(exceeded);
		}
		else if (event instanceof AnswerAborted aborted) {
			logger.warn("event=answer-aborted reference=" + aborted.reference() + " refusal=" + aborted.refusal()
					+ " method=" + aborted.method() + " where=" + aborted.where());
		}
		else if (event instanceof StoreStateChanged state) {
			logger.warn("event=store-state-changed reference=" + state.reference() + " available=" + state.available()
					+ " cause=" + state.cause());
		}
		else if (event instanceof OperatorActed act) {
			logger.warn("event=operator-acted reference=" + act.reference() + " operator=\"" + act.operator()
					+ "\" operation=" + act.operation() + " target=\"" + act.target() + "\" detail=\"" + act.detail()
					+ '"');
		}
	}

	private static void write(InspectionBudgetExceeded exceeded) {
		logger.warn("event=inspection-budget-exceeded reference=" + exceeded.reference() + " method="
				+ exceeded.method() + " where=" + exceeded.where() + " judged=" + exceeded.judged() + " left="
				+ exceeded.left() + " failure-mode=" + exceeded.failureMode());
	}

	private void write(ThreatDetected threat) {
		boolean warn = isAlarming(threat.decision());
		if (!(warn ? logger.isWarnEnabled() : logger.isInfoEnabled())) {
			return;
		}
		StringBuilder line = new StringBuilder(256).append("event=threat-detected reference=")
			.append(threat.reference())
			.append(" action=")
			.append(threat.decision().action())
			.append(" score=")
			.append(threat.decision().score())
			.append(" method=")
			.append(threat.method())
			.append(" where=")
			.append((threat.route() != null) ? threat.route() : threat.path())
			.append(" client=")
			.append(threat.client());
		for (Finding finding : threat.decision().findings()) {
			append(line, finding);
		}
		if (warn) {
			logger.warn(line);
		}
		else {
			logger.info(line);
		}
	}

	/**
	 * Return whether somebody should look: weak findings are found in honest traffic and
	 * refuse nothing, and some hint at no hostility.
	 */
	private static boolean isAlarming(Decision decision) {
		return decision.findings()
			.stream()
			.anyMatch((finding) -> finding.confidence() != Confidence.WEAK && finding.isHostile());
	}

	private static void append(StringBuilder line, Finding finding) {
		line.append(" finding=").append(EventSummary.ruleName(finding)).append('/').append(finding.confidence());
		if (finding.location() != null) {
			line.append('@').append(finding.location().label()).append(':').append(finding.name());
		}
		line.append(" evidence=\"").append(finding.evidence()).append('"');
	}

}
