package io.github.raspspring.event.history;

import java.time.Duration;

/**
 * How much of the past a database keeps.
 *
 * @param initialize whether the tables are created if they are missing
 * @param retention how long events are kept
 * @param maximum how many events are kept at most
 * @param timeout how long somebody who asks waits
 */
public record ArchiveSettings(boolean initialize, Duration retention, long maximum, Duration timeout) {

}
