package io.github.raspspring.engine.event;

import java.util.Locale;

/**
 * What came of it: the word by which events are looked for.
 */
public enum EventOutcome {

	/** A request was served, and somebody wanted to know of each. */
	SERVED(EventLane.ACCESS),

	/** Something was seen that mode block would let pass too. */
	NOTED(EventLane.NOTES),

	/** The request passed, and mode block would have refused it. */
	WOULD_BLOCK(EventLane.ATTACKS),

	/** The request passed, and mode block would have put it off. */
	WOULD_LIMIT(EventLane.REFUSALS),

	/** The request was refused for what it does. */
	BLOCKED(EventLane.ATTACKS),

	/** The request was put off because a limit is used up. */
	LIMITED(EventLane.REFUSALS),

	/** The request was refused for its token. */
	TOKEN_REFUSED(EventLane.ATTACKS),

	/** The request was refused for who sends it. */
	CLIENT_REFUSED(EventLane.REFUSALS),

	/** A client is refused from now on, or no longer. */
	CLIENT_CHANGED(EventLane.REFUSALS),

	/** It concerns no single request. */
	REPORTED(EventLane.OPERATIONS);

	private final EventLane lane;

	private final String label = name().toLowerCase(Locale.ROOT).replace('_', '-');

	EventOutcome(EventLane lane) {
		this.lane = lane;
	}

	/**
	 * Return among which events it is kept.
	 * @return the lane
	 */
	public EventLane lane() {
		return this.lane;
	}

	/**
	 * Return the word that is shown and asked for.
	 * @return lower case, words joined by hyphens
	 */
	public String label() {
		return this.label;
	}

	/**
	 * Return whether a request was not served.
	 * @return {@code true} if it was blocked, limited or refused
	 */
	public boolean refuses() {
		return this == BLOCKED || this == LIMITED || this == TOKEN_REFUSED || this == CLIENT_REFUSED;
	}

}
