/**
 * Wires the inventory of endpoints. Imports everything that it wires; nobody outside of
 * autoconfigure imports it. Start with
 * {@link io.github.raspspring.autoconfigure.inventory.RaspInventoryAutoConfiguration}.
 */
@NullMarked
package io.github.raspspring.autoconfigure.inventory;

import org.jspecify.annotations.NullMarked;
