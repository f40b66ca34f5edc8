/**
 * Brings calls that pass no bean of Spring to the guard, by code that is woven into
 * methods of the JDK and of libraries where the JVM has an agent. Imports the families of
 * attacks, sink, the engine and Spring's copy of ASM. Start with
 * {@link io.github.raspspring.carrier.jvm.JvmHooks}; the room below says what is hooked.
 */
@NullMarked
package io.github.raspspring.carrier.jvm;

import org.jspecify.annotations.NullMarked;
