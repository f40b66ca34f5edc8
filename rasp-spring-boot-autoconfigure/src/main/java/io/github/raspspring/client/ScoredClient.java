package io.github.raspspring.client;

import java.time.Instant;
import java.util.Map;

import io.github.raspspring.engine.Suspicion;
import org.jspecify.annotations.Nullable;

/**
 * What is known against one client, as it is shown.
 *
 * @param client the client: {@code network:} or {@code subject:} and its name
 * @param points points by now
 * @param suspicion how far trust has fallen
 * @param blockedUntil end of the block, or {@code null} if there is none
 * @param blocks how often it was blocked
 * @param reasons what it did, as detector and rule, and how often
 */
public record ScoredClient(String client, long points, Suspicion suspicion, @Nullable Instant blockedUntil, int blocks,
		Map<String, Integer> reasons) {

}
