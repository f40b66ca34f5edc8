/**
 * Rate limits: plans made of token buckets and the keys they are kept by. Imports the
 * engine. Start with {@link io.github.raspspring.ratelimit.RateLimitPlan} and
 * {@link io.github.raspspring.ratelimit.RateLimitDetector}.
 */
@NullMarked
package io.github.raspspring.ratelimit;

import org.jspecify.annotations.NullMarked;
