/**
 * What the JVM starts before the application. Imports nothing but the JDK, as the rest of
 * the product can't be seen from there. Start with
 * {@link io.github.raspspring.carrier.jvm.agent.RaspAgent}.
 */
@NullMarked
package io.github.raspspring.carrier.jvm.agent;

import org.jspecify.annotations.NullMarked;
