/**
 * Wires what is normal: declared and learnt profiles, signed values, and what leaves.
 * Imports autoconfigure, autoconfigure.web, engine, engine.event, profile,
 * profile.answer, profile.declared, profile.learnt and profile.sealed. Start with
 * {@link io.github.raspspring.autoconfigure.profile.RaspProfileAutoConfiguration}.
 */
@NullMarked
package io.github.raspspring.autoconfigure.profile;

import org.jspecify.annotations.NullMarked;
