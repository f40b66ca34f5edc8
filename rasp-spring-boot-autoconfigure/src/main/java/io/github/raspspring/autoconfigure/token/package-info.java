/**
 * Wires the rules on tokens into Spring Security's resource server. Imports everything
 * that it wires; nobody outside of autoconfigure imports it. Start with
 * {@link io.github.raspspring.autoconfigure.token.RaspTokenAutoConfiguration}.
 */
@NullMarked
package io.github.raspspring.autoconfigure.token;

import org.jspecify.annotations.NullMarked;
