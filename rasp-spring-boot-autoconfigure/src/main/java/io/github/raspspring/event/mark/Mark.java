package io.github.raspspring.event.mark;

import java.time.Instant;
import java.util.List;

/**
 * One event that is a false alarm.
 *
 * @param reference the reference of the event
 * @param markedAt when it was marked
 * @param where the route or path
 * @param rules what was recognized and is no attack, as detector and rule
 * @param reason what the operator says, as one line
 */
public record Mark(String reference, Instant markedAt, String where, List<String> rules, String reason) {

	public Mark {
		rules = List.copyOf(rules);
	}

}
