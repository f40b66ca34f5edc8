/**
 * Brings calls to the guard: here by hand, below it one room for each technique that
 * carries them, from Spring's own hooks to those of the JVM. Imports the families of
 * attacks, sink, the engine and the JDK. Start with
 * {@link io.github.raspspring.carrier.RaspGuards}.
 */
@NullMarked
package io.github.raspspring.carrier;

import org.jspecify.annotations.NullMarked;
