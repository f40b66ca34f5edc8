/**
 * Wires what brings calls to the guard, and lets the inspection follow to other threads.
 * Imports everything that it wires; nobody outside of autoconfigure imports it. Start
 * with {@link io.github.raspspring.autoconfigure.carrier.RaspCarrierAutoConfiguration}.
 */
@NullMarked
package io.github.raspspring.autoconfigure.carrier;

import org.jspecify.annotations.NullMarked;
