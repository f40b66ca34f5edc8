/**
 * Wires the rooms together: one small class and one properties record per capability.
 * Imports everything; nobody imports it. Start with
 * {@link io.github.raspspring.autoconfigure.RaspAutoConfiguration}.
 */
@NullMarked
package io.github.raspspring.autoconfigure;

import org.jspecify.annotations.NullMarked;
