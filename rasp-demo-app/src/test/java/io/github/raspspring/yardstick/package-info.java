/**
 * What the product costs whole requests: a plain application, started with and without
 * the product, and the load that compares the two. Programs, not tests; imports the JDK
 * and what the application needs. Start with
 * {@link io.github.raspspring.yardstick.Yardstick}.
 */
@NullMarked
package io.github.raspspring.yardstick;

import org.jspecify.annotations.NullMarked;
