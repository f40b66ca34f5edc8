/**
 * Wires what is kept of events, marks of false alarms, and the report. Imports everything
 * that it wires; nobody outside of autoconfigure imports it. Start with
 * {@link io.github.raspspring.autoconfigure.event.RaspReportAutoConfiguration}.
 */
@NullMarked
package io.github.raspspring.autoconfigure.event;

import org.jspecify.annotations.NullMarked;
