package io.github.raspspring.policy.advice;

/**
 * When there is evidence enough.
 *
 * @param requests requests of a route that have to be seen
 * @param days days on which requests of the route have to be seen
 * @param suspiciousCallers distinct callers from which on the findings of a parameter
 * count as false alarms
 */
public record AdviceSettings(int requests, int days, int suspiciousCallers) {

}
