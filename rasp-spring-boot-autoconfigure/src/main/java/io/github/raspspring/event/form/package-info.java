/**
 * The forms in which events are written. Imports the engine. Start with
 * {@link io.github.raspspring.event.form.EventForm}.
 */
@NullMarked
package io.github.raspspring.event.form;

import org.jspecify.annotations.NullMarked;
