/**
 * The endpoints of the application, and how well each is covered. Imports the engine.
 * Start with {@link io.github.raspspring.inventory.EndpointInventory}.
 */
@NullMarked
package io.github.raspspring.inventory;

import org.jspecify.annotations.NullMarked;
