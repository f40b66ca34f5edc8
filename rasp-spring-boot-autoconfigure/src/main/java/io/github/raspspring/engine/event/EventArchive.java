package io.github.raspspring.engine.event;

import java.util.List;

import org.jspecify.annotations.Nullable;

/**
 * Port to the events that are kept, in memory or in a database. Thread-safe. Queries may
 * wait for a database, so they are for those who ask, never for the path of a request.
 */
public interface EventArchive {

	/**
	 * Return events, the latest first.
	 * @param query which ones, and how many at most
	 * @return a page of them, empty if there is none
	 */
	EventPage find(EventQuery query);

	/**
	 * Return one event.
	 * @param reference the reference that a client or a log line names; that of a repeat
	 * leads to the event it was folded into
	 * @return the event, or {@code null} if it is not kept
	 */
	@Nullable EventRecord get(String reference);

	/**
	 * Count events, repeats included, the most frequent first.
	 * @param query which ones; its limit is how many counts come back at most, its page
	 * is not looked at
	 * @param dimension by what they are counted
	 * @return the counts
	 */
	List<EventCount> count(EventQuery query, EventDimension dimension);

}
