/**
 * Wires the endpoint and the meters. Imports everything that it wires; nobody outside of
 * autoconfigure imports it. Start with
 * {@link io.github.raspspring.autoconfigure.actuate.RaspActuatorAutoConfiguration}.
 */
@NullMarked
package io.github.raspspring.autoconfigure.actuate;

import org.jspecify.annotations.NullMarked;
