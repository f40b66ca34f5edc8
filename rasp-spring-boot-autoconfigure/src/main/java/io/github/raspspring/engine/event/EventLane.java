package io.github.raspspring.engine.event;

/**
 * Events of one lane push out only each other, so that a flood of one kind buries none of
 * the others.
 */
public enum EventLane {

	/** What was, or would have been, refused for what it does. */
	ATTACKS,

	/** What limits put off, and what blocked clients asked for. */
	REFUSALS,

	/** What was seen and did nothing. */
	NOTES,

	/** What was served. */
	ACCESS,

	/** What concerns no single request: operators, stores, failures. */
	OPERATIONS

}
