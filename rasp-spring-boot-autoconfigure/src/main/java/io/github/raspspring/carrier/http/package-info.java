/**
 * Brings connections of Spring's HTTP clients to the guard. Imports the families of
 * attacks, sink, engine and Spring. Start with
 * {@link io.github.raspspring.carrier.http.HttpClientGuard}.
 */
@NullMarked
package io.github.raspspring.carrier.http;

import org.jspecify.annotations.NullMarked;
