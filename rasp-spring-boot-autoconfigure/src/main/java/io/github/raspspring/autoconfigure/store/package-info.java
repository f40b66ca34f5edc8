/**
 * Wires where state is kept, in memory or in Redis. Imports everything that it wires;
 * nobody outside of autoconfigure imports it. Start with
 * {@link io.github.raspspring.autoconfigure.store.RaspStoreAutoConfiguration}.
 */
@NullMarked
package io.github.raspspring.autoconfigure.store;

import org.jspecify.annotations.NullMarked;
