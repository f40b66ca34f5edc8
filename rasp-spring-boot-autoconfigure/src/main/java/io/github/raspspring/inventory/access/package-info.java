/**
 * What callers of endpoints need by the rules of Spring Security, for the inventory.
 * Imports inventory and Spring Security. Start with
 * {@link io.github.raspspring.inventory.access.ConfiguredAccess}.
 */
@NullMarked
package io.github.raspspring.inventory.access;

import org.jspecify.annotations.NullMarked;
