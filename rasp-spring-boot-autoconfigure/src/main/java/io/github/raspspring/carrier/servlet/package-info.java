/**
 * Brings redirects, headers, forwards, includes and views to the guard. Imports the
 * families of attacks, sink, engine and the servlet API. Start with
 * {@link io.github.raspspring.carrier.servlet.ServletGuardFilter}.
 */
@NullMarked
package io.github.raspspring.carrier.servlet;

import org.jspecify.annotations.NullMarked;
