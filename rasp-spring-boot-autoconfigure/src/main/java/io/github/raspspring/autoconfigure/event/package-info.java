/**
 * Wires where events are written: audit file, webhook, database, and access; values that
 * are kept for a time, and the report. Imports everything; nobody imports it. Start with
 * {@link io.github.raspspring.autoconfigure.event.RaspEventAutoConfiguration}.
 */
@NullMarked
package io.github.raspspring.autoconfigure.event;

import org.jspecify.annotations.NullMarked;
