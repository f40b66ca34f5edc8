/**
 * Wires the guard and its judges. Imports autoconfigure, sink, the families of attacks
 * and Spring Boot. Start with
 * {@link io.github.raspspring.autoconfigure.sink.RaspSinkAutoConfiguration}.
 */
@NullMarked
package io.github.raspspring.autoconfigure.sink;

import org.jspecify.annotations.NullMarked;
