package io.github.raspspring.event.report;

import java.time.Instant;
import java.util.List;

import io.github.raspspring.engine.event.EventCount;

/**
 * What happened in a time, and what to do about it.
 *
 * @param from the beginning, inclusive
 * @param to the end, exclusive
 * @param totals what was counted, by what came of it, and in the time of the same length
 * before
 * @param trend what was counted, in parts of equal length
 * @param rules what was attacked: detectors and rules
 * @param routes the routes that were attacked most
 * @param parameters where the attacks stood
 * @param clients from where, as events name clients
 * @param subjects by whom, as events name subjects
 * @param incidents the latest events that somebody should look at
 * @param suspects what may be false alarms
 * @param marks how often operators have marked a rule as a false alarm
 * @param gaps what is open for want of configuration
 * @param overdue virtual patches that should have gone
 * @param advice what to do next
 * @param complete whether all events of the time were looked at for trend and suspects
 */
public record SecurityReport(Instant from, Instant to, List<Total> totals, List<TrendPart> trend,
		List<EventCount> rules, List<EventCount> routes, List<EventCount> parameters, List<EventCount> clients,
		List<EventCount> subjects, List<Incident> incidents, List<Suspect> suspects, List<EventCount> marks,
		List<String> gaps, List<String> overdue, List<String> advice, boolean complete) {

	/**
	 * How often something came of a request.
	 *
	 * @param outcome what came of it, such as {@code blocked}
	 * @param count how often in this time
	 * @param before how often in the time of the same length before
	 */
	public record Total(String outcome, long count, long before) {

	}

	/**
	 * A part of the time.
	 *
	 * @param from its beginning
	 * @param passed requests in which something was seen, and that passed
	 * @param refused requests that were refused
	 */
	public record TrendPart(Instant from, long passed, long refused) {

	}

	/**
	 * An event that somebody should look at.
	 *
	 * @param reference by which it is found in the events, the log and the file
	 * @param at when it happened
	 * @param outcome what came of it
	 * @param rules what was seen
	 * @param where the route or path
	 * @param count how often
	 */
	public record Incident(String reference, Instant at, String outcome, List<String> rules, String where, long count) {

		public Incident {
			rules = List.copyOf(rules);
		}

	}

	/**
	 * What may be a false alarm: several clients send it to the same field, and nothing
	 * else of what they send is noticed.
	 *
	 * @param rule detector and rule
	 * @param route the route
	 * @param parameter the value
	 * @param clients how many clients
	 * @param count how often
	 * @param reference an event to look at
	 */
	public record Suspect(String rule, String route, String parameter, int clients, long count, String reference) {

	}

}
