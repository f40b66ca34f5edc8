package io.github.raspspring.engine.event;

import java.time.Instant;

/**
 * A past-tense fact of security. Published to the audit trail and, in a Spring
 * application, as an application event. Free of secrets: safe to store and to show.
 */
public sealed interface SecurityEvent permits ThreatDetected, DetectorFailed, InspectionBudgetExceeded, AnswerAborted,
		StoreStateChanged, OperatorActed, PatchOverdue, AnomalyObserved, FeedStateChanged, ClientStateChanged,
		RequestServed, OutletStateChanged, PolicyChanged, ProfilePromoted {

	/**
	 * Return the handle by which the event is found again.
	 * @return a unique reference
	 */
	String reference();

	/**
	 * Return when it happened.
	 * @return the time
	 */
	Instant occurredAt();

}
