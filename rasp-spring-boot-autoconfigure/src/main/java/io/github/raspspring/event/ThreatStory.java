package io.github.raspspring.event;

import java.util.List;
import java.util.stream.Stream;

import io.github.raspspring.engine.Category;
import io.github.raspspring.engine.Confidence;
import io.github.raspspring.engine.Decision;
import io.github.raspspring.engine.Decision.Action;
import io.github.raspspring.engine.Finding;
import io.github.raspspring.engine.event.EventFinding;
import io.github.raspspring.engine.event.EventOutcome;
import io.github.raspspring.engine.event.EventPlace;
import io.github.raspspring.engine.event.EventReason;
import io.github.raspspring.engine.event.EventRecord;
import io.github.raspspring.engine.event.EventRecordBuilder;
import io.github.raspspring.engine.event.ThreatDetected;

/**
 * Tells of what was seen in a request.
 */
final class ThreatStory {

	/** Detectors that refuse who somebody is. */
	private static final List<String> OF_CLIENTS = List.of("client-score", "client-list-", "client-reputation");

	EventRecordBuilder tell(ThreatDetected threat, EventPlace place) {
		Decision decision = threat.decision();
		EventOutcome outcome = outcome(decision);
		return EventRecord.of(threat, "threat-detected")
			.outcome(outcome)
			.alarming(isAlarming(decision, outcome))
			.what(what(decision))
			.where(place)
			.why(new EventReason(decision.action().name(), decision.score(), decision.policy(), because(decision),
					(threat.mode() != null) ? threat.mode().name() : null, decision.inBlockMode().name()))
			.findings(decision.findings().stream().map(ThreatStory::finding).toList())
			.fix(decision.findings().stream().map((finding) -> finding.rule().remedy()).distinct().toList());
	}

	private static EventOutcome outcome(Decision decision) {
		if (refusedBySecurity(decision)) {
			return EventOutcome.TOKEN_REFUSED;
		}
		return switch (decision.action()) {
			case BLOCK -> refusal(decision);
			case THROTTLE -> EventOutcome.LIMITED;
			default -> switch (decision.inBlockMode()) {
				case BLOCK -> EventOutcome.WOULD_BLOCK;
				case THROTTLE -> EventOutcome.WOULD_LIMIT;
				default -> EventOutcome.NOTED;
			};
		};
	}

	/**
	 * What Spring Security refuses is refused in every mode.
	 */
	private static boolean refusedBySecurity(Decision decision) {
		return decision.findings()
			.stream()
			.anyMatch((finding) -> finding.category() == Category.TOKEN && finding.rule().id().equals("refused"));
	}

	private static EventOutcome refusal(Decision decision) {
		List<Finding> sure = decision.findings()
			.stream()
			.filter((finding) -> finding.confidence() != Confidence.WEAK)
			.toList();
		if (!sure.isEmpty() && sure.stream().allMatch((finding) -> finding.throttles() || isOfClient(finding))) {
			return EventOutcome.CLIENT_REFUSED;
		}
		boolean token = !sure.isEmpty() && sure.stream().allMatch((finding) -> finding.category() == Category.TOKEN);
		return token ? EventOutcome.TOKEN_REFUSED : EventOutcome.BLOCKED;
	}

	private static boolean isOfClient(Finding finding) {
		return OF_CLIENTS.stream().anyMatch(finding.detector()::startsWith);
	}

	/**
	 * Return whether somebody should look: what did nothing is no warning, and some
	 * findings hint at no hostility.
	 */
	private static boolean isAlarming(Decision decision, EventOutcome outcome) {
		return outcome != EventOutcome.NOTED && decision.findings()
			.stream()
			.anyMatch((finding) -> finding.confidence() != Confidence.WEAK && finding.isHostile());
	}

	private static EventFinding finding(Finding finding) {
		Weakness weakness = Weakness.of(finding.rule().cwe(), finding.category());
		return new EventFinding(finding.detector(), finding.rule().id(), finding.category().name(),
				finding.rule().cwe(), weakness.owasp(), finding.confidence().name(), finding.score(),
				(finding.location() != null) ? finding.location().label() : null, finding.name(), finding.reading(),
				finding.evidence(), finding.rule().explanation(), finding.rule().remedy(), weakness.hint(),
				finding.call());
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

}
