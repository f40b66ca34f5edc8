/**
 * What happened: facts told in full, the bounded history, repeats, the audit log and the
 * counts. Imports the engine. Start with {@link io.github.raspspring.event.EventTrail}.
 */
@NullMarked
package io.github.raspspring.event;

import org.jspecify.annotations.NullMarked;
