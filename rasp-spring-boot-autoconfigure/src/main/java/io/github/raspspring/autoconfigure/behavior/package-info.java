/**
 * Wires what looks at usage. Imports everything that it wires; nobody outside of
 * autoconfigure imports it. Start with
 * {@link io.github.raspspring.autoconfigure.behavior.RaspBehaviorAutoConfiguration}.
 */
@NullMarked
package io.github.raspspring.autoconfigure.behavior;

import org.jspecify.annotations.NullMarked;
