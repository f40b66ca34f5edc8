/**
 * Brings classes that JSON names to the guard. Imports the families of attacks, sink,
 * Spring and Jackson. Start with
 * {@link io.github.raspspring.carrier.jackson.JsonTypeGuard}.
 */
@NullMarked
package io.github.raspspring.carrier.jackson;

import org.jspecify.annotations.NullMarked;
