package io.github.raspspring.token.use;

import java.time.Duration;

/**
 * What is unusual in how a token is used.
 *
 * @param maximumEntries tokens, and subjects, that are remembered at once
 * @param remember how long after its last use
 * @param networks networks that one token may be used on within the fan-out window
 * @param fanOutWindow the window
 * @param concurrentWindow time within which two places must not take turns
 */
public record BehaviorSettings(int maximumEntries, Duration remember, int networks, Duration fanOutWindow,
		Duration concurrentWindow) {

}
