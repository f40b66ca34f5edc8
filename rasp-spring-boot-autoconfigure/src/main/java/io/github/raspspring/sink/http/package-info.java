/**
 * Brings connections of Spring's HTTP clients to the guard. Imports sink, engine and
 * Spring. Start with {@link io.github.raspspring.sink.http.HttpClientGuard}.
 */
@NullMarked
package io.github.raspspring.sink.http;

import org.jspecify.annotations.NullMarked;
