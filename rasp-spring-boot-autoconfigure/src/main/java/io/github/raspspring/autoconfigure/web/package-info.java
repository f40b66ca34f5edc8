/**
 * Wires the servlet filters and the advice around controllers. Imports autoconfigure, web
 * and Spring Boot. Start with
 * {@link io.github.raspspring.autoconfigure.web.RaspWebAutoConfiguration}.
 */
@NullMarked
package io.github.raspspring.autoconfigure.web;

import org.jspecify.annotations.NullMarked;
