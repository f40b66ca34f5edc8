/**
 * Brings objects that the JVM reads from streams to the guard. Imports sink and Spring.
 * Start with {@link io.github.raspspring.sink.serial.SerialFilterInstaller}.
 */
@NullMarked
package io.github.raspspring.sink.serial;

import org.jspecify.annotations.NullMarked;
