/**
 * Values that are kept for a time because operators have asked for it, in clear text or
 * encrypted. Imports the engine. Start with
 * {@link io.github.raspspring.event.evidence.KeptValues}.
 */
@NullMarked
package io.github.raspspring.event.evidence;

import org.jspecify.annotations.NullMarked;
