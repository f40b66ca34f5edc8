/**
 * How events get to where they are written: queues that no request waits for, and the
 * receiver behind a URL. Imports {@code event.form} and the engine. Start with
 * {@link io.github.raspspring.event.delivery.EventOutlets}.
 */
@NullMarked
package io.github.raspspring.event.delivery;

import org.jspecify.annotations.NullMarked;
