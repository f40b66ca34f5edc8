package io.github.raspspring.engine.event;

import java.time.Instant;

import org.jspecify.annotations.Nullable;

/**
 * Which events somebody asks for. What is {@code null} does not matter.
 *
 * @param from the earliest time, inclusive
 * @param to the latest time, exclusive
 * @param type what kind of event, such as {@code operator-acted}
 * @param action what was done, such as {@code BLOCK}, or what came of it, such as
 * {@code would-block}
 * @param route the template of the route, or the path as the events show it
 * @param client the client as the events name it
 * @param subject the subject as the events name it
 * @param detector name of a detector or sink
 * @param rule a rule, alone or behind its detector and a dot
 * @param parameter where a value was found, such as {@code query:title}, or its name
 * alone
 * @param after the {@linkplain EventPage#next() rest} of an earlier answer
 * @param limit how many at most, at least one
 */
public record EventQuery(@Nullable Instant from, @Nullable Instant to, @Nullable String type, @Nullable String action,
		@Nullable String route, @Nullable String client, @Nullable String subject, @Nullable String detector,
		@Nullable String rule, @Nullable String parameter, @Nullable String after, int limit) {

	/**
	 * Ask for the latest events.
	 * @param limit how many at most
	 * @return the query
	 */
	public static EventQuery latest(int limit) {
		return between(null, null, limit);
	}

	/**
	 * Ask for the events of some time.
	 * @param from the earliest time, inclusive
	 * @param to the latest time, exclusive
	 * @param limit how many at most
	 * @return the query
	 */
	public static EventQuery between(@Nullable Instant from, @Nullable Instant to, int limit) {
		return new EventQuery(from, to, null, null, null, null, null, null, null, null, null, limit);
	}

	/**
	 * Ask for the same on another page.
	 * @param after the rest of an earlier answer
	 * @return the query
	 */
	public EventQuery after(@Nullable String after) {
		return new EventQuery(this.from, this.to, this.type, this.action, this.route, this.client, this.subject,
				this.detector, this.rule, this.parameter, after, this.limit);
	}

	/**
	 * Return whether an event is asked for, whatever the page.
	 * @param event the event
	 * @return {@code true} if it is
	 */
	public boolean matches(EventRecord event) {
		return isInTime(event) && is(this.type, event.type()) && isAction(event)
				&& is(this.route, event.where().target()) && is(this.client, event.where().client())
				&& is(this.subject, event.where().subject()) && isSeen(event);
	}

	private boolean isInTime(EventRecord event) {
		return (this.from == null || !event.lastAt().isBefore(this.from))
				&& (this.to == null || event.occurredAt().isBefore(this.to));
	}

	private boolean isAction(EventRecord event) {
		return this.action == null || this.action.equalsIgnoreCase(event.why().action())
				|| this.action.equalsIgnoreCase(event.outcome().label());
	}

	/**
	 * One and the same finding has to be what is asked for.
	 */
	private boolean isSeen(EventRecord event) {
		if (this.detector == null && this.rule == null && this.parameter == null) {
			return true;
		}
		return event.findings()
			.stream()
			.anyMatch((finding) -> is(this.detector, finding.detector())
					&& (is(this.rule, finding.rule()) || is(this.rule, finding.ruleName()))
					&& (is(this.parameter, finding.name()) || is(this.parameter, finding.parameter())));
	}

	private static boolean is(@Nullable String asked, @Nullable String known) {
		return asked == null || asked.equals(known);
	}

}
