/**
 * Events in a database of the application, kept for as long as somebody may ask. Imports
 * {@code event.form} and the engine. Start with
 * {@link io.github.raspspring.event.history.DatabaseArchive}.
 */
@NullMarked
package io.github.raspspring.event.history;

import org.jspecify.annotations.NullMarked;
