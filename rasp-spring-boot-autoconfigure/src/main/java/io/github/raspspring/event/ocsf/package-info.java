/**
 * Events in the words of the Open Cybersecurity Schema Framework. Imports
 * {@code event.form} and the engine. Start with
 * {@link io.github.raspspring.event.ocsf.OcsfForm}.
 */
@NullMarked
package io.github.raspspring.event.ocsf;

import org.jspecify.annotations.NullMarked;
