/**
 * Wires the servlet filters and the advice around controllers. Imports everything that it
 * wires; nobody outside of autoconfigure imports it. Start with
 * {@link io.github.raspspring.autoconfigure.web.RaspWebAutoConfiguration}.
 */
@NullMarked
package io.github.raspspring.autoconfigure.web;

import org.jspecify.annotations.NullMarked;
