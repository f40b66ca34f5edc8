/**
 * The vocabulary, extension points and ports that every other room speaks. Imports the
 * JDK only. Start with {@link io.github.raspspring.engine.Inspection} and
 * {@link io.github.raspspring.engine.Detector}.
 */
@NullMarked
package io.github.raspspring.engine;

import org.jspecify.annotations.NullMarked;
