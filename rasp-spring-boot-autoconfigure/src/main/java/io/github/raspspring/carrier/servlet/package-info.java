/**
 * Brings redirects and headers of the response to the guard. Imports the families of
 * attacks, sink, engine and the servlet API. Start with
 * {@link io.github.raspspring.carrier.servlet.ResponseGuardFilter}.
 */
@NullMarked
package io.github.raspspring.carrier.servlet;

import org.jspecify.annotations.NullMarked;
