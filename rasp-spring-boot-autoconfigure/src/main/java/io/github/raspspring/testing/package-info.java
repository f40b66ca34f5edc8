/**
 * What applications need to test their policies and their own detectors. Imports
 * {@code engine}, {@code engine.event} and {@code engine.pipeline}, and {@code inspect}
 * and {@code text} for the readings of values. Start with
 * {@link io.github.raspspring.testing.RaspResultMatchers}.
 */
@NullMarked
package io.github.raspspring.testing;

import org.jspecify.annotations.NullMarked;
