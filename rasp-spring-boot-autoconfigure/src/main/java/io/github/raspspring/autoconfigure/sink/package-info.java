/**
 * Wires the guard and its judges. Imports everything that it wires; nobody outside of
 * autoconfigure imports it. Start with
 * {@link io.github.raspspring.autoconfigure.sink.RaspSinkAutoConfiguration}.
 */
@NullMarked
package io.github.raspspring.autoconfigure.sink;

import org.jspecify.annotations.NullMarked;
