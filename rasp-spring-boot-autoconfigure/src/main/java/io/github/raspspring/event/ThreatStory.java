package io.github.raspspring.event;

import java.util.List;

import io.github.raspspring.engine.Category;
import io.github.raspspring.engine.Confidence;
import io.github.raspspring.engine.Decision;
import io.github.raspspring.engine.Decision.Action;
import io.github.raspspring.engine.Finding;
import io.github.raspspring.engine.event.EventOutcome;
import io.github.raspspring.engine.event.EventPlace;
import io.github.raspspring.engine.event.EventReason;
import io.github.raspspring.engine.event.EventRecord;
import io.github.raspspring.engine.event.EventRecordBuilder;
import io.github.raspspring.engine.event.ThreatDetected;
import io.github.raspspring.engine.pipeline.HashedPlaces;

/**
 * Tells of what was seen in a request.
 */
final class ThreatStory {

	/** Detectors that refuse who somebody is. */
	private static final List<String> OF_CLIENTS = List.of("client-score", "client-list-", "client-reputation");

	private static final int PLACES = 16;

	/** What has more is told anew each time. */
	private static final int MOST_FINDINGS = 32;

	private final HashedPlaces<ToldFindings> told = new HashedPlaces<>(PLACES);

	EventRecordBuilder tell(ThreatDetected threat, EventPlace place) {
		Decision decision = threat.decision();
		ToldFindings told = told(decision.findings());
		EventOutcome outcome = outcome(decision);
		return EventRecord.of(threat, "threat-detected")
			.outcome(outcome)
			.alarming(isAlarming(decision, outcome))
			.what(verb(decision) + told.explanations())
			.where(place)
			.why(new EventReason(decision.action().name(), decision.score(), decision.policy(), because(decision),
					(threat.mode() != null) ? threat.mode().name() : null, decision.inBlockMode().name()))
			.findings(told.findings())
			.fix(told.fix());
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

	/**
	 * Tell findings as they were told before, where a value has come again and again.
	 */
	private ToldFindings told(List<Finding> findings) {
		if (findings.size() > MOST_FINDINGS) {
			return ToldFindings.of(findings);
		}
		int hash = ToldFindings.hash(findings);
		ToldFindings known = this.told.find(hash, (told) -> told.isOf(findings));
		if (known != null) {
			return known;
		}
		ToldFindings told = ToldFindings.of(findings);
		this.told.put(hash, told);
		return told;
	}

	private static String verb(Decision decision) {
		return switch (decision.action()) {
			case BLOCK -> "The request was refused: ";
			case THROTTLE -> "The request was put off: ";
			default -> "The request passed, monitored: ";
		};
	}

	private static String because(Decision decision) {
		return switch (decision.action()) {
			case BLOCK -> "The findings reach the score at which this policy blocks.";
			case THROTTLE -> "A limit of this policy is used up.";
			default -> "The mode of the route or rule is monitor, or nothing seen was strong enough to refuse.";
		};
	}

}
