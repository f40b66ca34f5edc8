/**
 * Brings redirects and headers of the response to the guard. Imports sink, engine and the
 * servlet API. Start with {@link io.github.raspspring.sink.servlet.ResponseGuardFilter}.
 */
@NullMarked
package io.github.raspspring.sink.servlet;

import org.jspecify.annotations.NullMarked;
