/**
 * Brings connections of {@code WebClient} to the guard, and lets the inspection follow
 * reactive work. Imports the families of attacks, sink, engine, Spring and Reactor. Start
 * with {@link io.github.raspspring.carrier.webclient.WebClientGuard}.
 */
@NullMarked
package io.github.raspspring.carrier.webclient;

import org.jspecify.annotations.NullMarked;
