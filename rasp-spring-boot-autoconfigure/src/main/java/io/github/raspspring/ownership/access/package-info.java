/**
 * Judges what statements do to rows that belong to somebody. Imports ownership,
 * ownership.statement, attack.sql, sink, the engine, Caffeine and JDBC. Start with
 * {@link io.github.raspspring.ownership.access.OwnershipWatch}.
 */
@NullMarked
package io.github.raspspring.ownership.access;

import org.jspecify.annotations.NullMarked;
