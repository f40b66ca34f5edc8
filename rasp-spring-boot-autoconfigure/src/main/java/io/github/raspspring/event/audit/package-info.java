/**
 * The audit file: one line per event, each chained to the one before, and what verifies
 * the chain. Imports {@code event.form} and the engine. Start with
 * {@link io.github.raspspring.event.audit.AuditFile}.
 */
@NullMarked
package io.github.raspspring.event.audit;

import org.jspecify.annotations.NullMarked;
