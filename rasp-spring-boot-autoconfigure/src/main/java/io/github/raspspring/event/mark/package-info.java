/**
 * Events that operators have marked as false alarms, and the configuration that ends
 * them. Imports the engine. Start with
 * {@link io.github.raspspring.event.mark.FalseAlarms}.
 */
@NullMarked
package io.github.raspspring.event.mark;

import org.jspecify.annotations.NullMarked;
