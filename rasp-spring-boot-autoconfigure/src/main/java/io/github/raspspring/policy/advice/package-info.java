/**
 * What watching the traffic tells about which routes can go to mode block. Imports the
 * engine. Start with {@link io.github.raspspring.policy.advice.RollOutAdvice}.
 */
@NullMarked
package io.github.raspspring.policy.advice;

import org.jspecify.annotations.NullMarked;
