/**
 * Judges what statements do to rows that belong to somebody. Imports the room around it,
 * {@code statement}, SQL, sink, the engine, Caffeine and JDBC. Start with
 * {@link io.github.raspspring.ownership.access.OwnershipWatch}.
 */
@NullMarked
package io.github.raspspring.ownership.access;

import org.jspecify.annotations.NullMarked;
