/**
 * Wires the rooms together, one package per capability; here what all of them need.
 * Imports everything; no other room imports it, and no package here the ones below it.
 * Start with {@link io.github.raspspring.autoconfigure.RaspAutoConfiguration}.
 */
@NullMarked
package io.github.raspspring.autoconfigure;

import org.jspecify.annotations.NullMarked;
