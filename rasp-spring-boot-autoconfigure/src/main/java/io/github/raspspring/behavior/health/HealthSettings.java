package io.github.raspspring.behavior.health;

import java.time.Duration;

/**
 * When an endpoint is unusual.
 *
 * @param window time that is compared with those before
 * @param minRequests requests within the window below which nothing is said
 * @param warmUp windows after which it is known what is usual
 * @param shareDrift by how much the share of failures or of denials rises, from 0 to 1
 * @param factor by how many times the mean time or size rises
 */
public record HealthSettings(Duration window, int minRequests, int warmUp, double shareDrift, double factor) {

}
