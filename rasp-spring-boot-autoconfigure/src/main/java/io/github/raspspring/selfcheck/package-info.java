/**
 * Tries, when the application starts, one harmless attack of each class on what is
 * configured, and tells what would be missed and why. Imports {@code engine},
 * {@code engine.pipeline}, {@code sink} and {@code carrier}. Start with
 * {@link io.github.raspspring.selfcheck.SelfCheck}.
 */
@NullMarked
package io.github.raspspring.selfcheck;

import org.jspecify.annotations.NullMarked;
