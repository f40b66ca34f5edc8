/**
 * What operators see: the endpoint {@code /actuator/rasp} and the meters, the health.
 * Imports the engine. Start with {@link io.github.raspspring.actuate.RaspEndpoint}.
 */
@NullMarked
package io.github.raspspring.actuate;

import org.jspecify.annotations.NullMarked;
