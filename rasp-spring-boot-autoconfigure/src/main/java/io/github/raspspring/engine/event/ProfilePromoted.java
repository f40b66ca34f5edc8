package io.github.raspspring.engine.event;

import java.time.Instant;

/**
 * What is usual on an endpoint is known well enough to go a step further: deviations are
 * told from now on, or may be refused.
 *
 * @param reference handle of the event
 * @param occurredAt when it was noticed
 * @param endpoint method and template, such as {@code POST /orders}
 * @param stage how far it has come, {@code shadow} or {@code enforce}
 * @param confidence how sure it is, in percent
 * @param refuses whether deviations are refused from now on in mode block
 */
public record ProfilePromoted(String reference, Instant occurredAt, String endpoint, String stage, double confidence,
		boolean refuses) implements SecurityEvent {

}
