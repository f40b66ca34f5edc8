package io.github.raspspring.ownership.learnt;

import java.time.Duration;

import io.github.raspspring.engine.EnforcementMode;

/**
 * From when on reading objects of others is enumeration.
 *
 * @param mode strictest mode
 * @param maxObjects most objects that are remembered
 * @param foreignObjects objects of one other subject each
 * @param owners subjects they belong to, at least
 * @param window time in which they have to be read
 */
public record LearntSettings(EnforcementMode mode, int maxObjects, int foreignObjects, int owners, Duration window) {

}
