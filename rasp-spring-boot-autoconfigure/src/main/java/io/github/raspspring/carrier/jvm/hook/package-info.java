/**
 * What is hooked: one file for each API, which says what is about to run there and
 * decides nothing. Imports carrier.jvm, the families of attacks and sink. Start with
 * {@link io.github.raspspring.carrier.jvm.hook.KnownHooks}.
 */
@NullMarked
package io.github.raspspring.carrier.jvm.hook;

import org.jspecify.annotations.NullMarked;
