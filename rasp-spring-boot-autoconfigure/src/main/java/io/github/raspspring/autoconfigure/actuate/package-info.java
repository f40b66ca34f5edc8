/**
 * Wires the endpoint and the meters. Imports autoconfigure, actuate and Spring Boot's
 * Actuator. Start with
 * {@link io.github.raspspring.autoconfigure.actuate.RaspActuatorAutoConfiguration}.
 */
@NullMarked
package io.github.raspspring.autoconfigure.actuate;

import org.jspecify.annotations.NullMarked;
