package io.github.raspspring.engine.event;

import java.time.Instant;

/**
 * A virtual patch is still needed after the time at which the code was to be fixed. It is
 * enforced all the same.
 *
 * @param reference handle of the event
 * @param occurredAt when it was noticed
 * @param patch name of the patch
 * @param repairs what it stands in for, such as the number of a CVE or a ticket, empty if
 * that is not told
 * @param expired when it should have gone
 */
public record PatchOverdue(String reference, Instant occurredAt, String patch, String repairs,
		Instant expired) implements SecurityEvent {
}
