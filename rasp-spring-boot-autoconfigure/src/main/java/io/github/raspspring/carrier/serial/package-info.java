/**
 * Brings objects that the JVM reads from streams to the guard. Imports the families of
 * attacks, sink and Spring. Start with
 * {@link io.github.raspspring.carrier.serial.SerialFilterInstaller}.
 */
@NullMarked
package io.github.raspspring.carrier.serial;

import org.jspecify.annotations.NullMarked;
