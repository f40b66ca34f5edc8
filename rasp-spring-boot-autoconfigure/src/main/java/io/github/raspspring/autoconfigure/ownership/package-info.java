/**
 * Wires rules of whose data it is, from properties and annotations. Imports everything
 * that it wires; nobody outside of autoconfigure imports it. Start with
 * {@link io.github.raspspring.autoconfigure.ownership.RaspOwnershipAutoConfiguration}.
 */
@NullMarked
package io.github.raspspring.autoconfigure.ownership;

import org.jspecify.annotations.NullMarked;
