/**
 * The facts of security that are published, the port through which they are, and the port
 * to who watches calls at sinks. Imports the engine and the JDK. Start with
 * {@link io.github.raspspring.engine.event.SecurityEvent}.
 */
@NullMarked
package io.github.raspspring.engine.event;

import org.jspecify.annotations.NullMarked;
