/**
 * What has changed of the API since a baseline that was committed. Imports inventory.
 * Start with {@link io.github.raspspring.inventory.drift.DriftPage}.
 */
@NullMarked
package io.github.raspspring.inventory.drift;

import org.jspecify.annotations.NullMarked;
