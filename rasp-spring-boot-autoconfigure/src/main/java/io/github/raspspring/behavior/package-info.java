/**
 * Tells attacks that no single request shows from how the API is used, and what is usual
 * there from how it is really used. Imports the engine, Caffeine and path patterns of
 * Spring. Start with {@link io.github.raspspring.behavior.BehaviorMonitor}.
 */
@NullMarked
package io.github.raspspring.behavior;

import org.jspecify.annotations.NullMarked;
