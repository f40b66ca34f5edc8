/**
 * Wires limits from plans and annotations. Imports everything that it wires; nobody
 * outside of autoconfigure imports it. Start with
 * {@link io.github.raspspring.autoconfigure.ratelimit.RaspRateLimitAutoConfiguration}.
 */
@NullMarked
package io.github.raspspring.autoconfigure.ratelimit;

import org.jspecify.annotations.NullMarked;
