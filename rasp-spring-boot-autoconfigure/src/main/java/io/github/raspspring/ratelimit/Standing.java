package io.github.raspspring.ratelimit;

import java.time.Duration;

/**
 * How one client stands with one quota.
 *
 * @param policy name of the quota towards clients
 * @param quota what is granted
 * @param remaining tokens that are left
 * @param reset time until more is left
 */
public record Standing(String policy, Quota quota, long remaining, Duration reset) {

}
