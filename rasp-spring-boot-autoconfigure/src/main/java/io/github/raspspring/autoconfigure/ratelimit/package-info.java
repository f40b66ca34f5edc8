/**
 * Wires limits from plans and annotations. Imports autoconfigure, ratelimit and Spring
 * Boot. Start with
 * {@link io.github.raspspring.autoconfigure.ratelimit.RaspRateLimitAutoConfiguration}.
 */
@NullMarked
package io.github.raspspring.autoconfigure.ratelimit;

import org.jspecify.annotations.NullMarked;
