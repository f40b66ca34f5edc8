package io.github.raspspring.client.feed;

import java.time.Duration;

import io.github.raspspring.engine.EnforcementMode;

/**
 * What a feed may do, and how old it may be.
 *
 * @param mode off, monitor: what it says is a weak sign that adds to others; or block:
 * who it names is refused
 * @param points points of that sign
 * @param interval time between looks
 * @param maximumAge age from which on it counts for nothing
 * @param maximumSize bytes that it may have
 */
public record FeedSettings(EnforcementMode mode, int points, Duration interval, Duration maximumAge, long maximumSize) {

}
