package io.github.raspspring.engine.event;

import java.time.Instant;

/**
 * A feed of threat intelligence is out of date, or is current again.
 *
 * @param reference handle of the event
 * @param occurredAt when it was noticed
 * @param feed name of the feed
 * @param stale whether it is out of date
 * @param cause why it could not be read, {@code none} if it could
 */
public record FeedStateChanged(String reference, Instant occurredAt, String feed, boolean stale,
		String cause) implements SecurityEvent {

}
