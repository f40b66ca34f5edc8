/**
 * Wires who calls: trusted proxies, lists, scores and blocks. Imports everything that it
 * wires; nobody outside of autoconfigure imports it. Start with
 * {@link io.github.raspspring.autoconfigure.client.RaspClientAutoConfiguration}.
 */
@NullMarked
package io.github.raspspring.autoconfigure.client;

import org.jspecify.annotations.NullMarked;
