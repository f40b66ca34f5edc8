/**
 * Brings connections of {@code WebClient} to the guard, and lets the inspection follow
 * reactive work. Imports sink, engine, Spring and Reactor. Start with
 * {@link io.github.raspspring.sink.webclient.WebClientGuard}.
 */
@NullMarked
package io.github.raspspring.sink.webclient;

import org.jspecify.annotations.NullMarked;
