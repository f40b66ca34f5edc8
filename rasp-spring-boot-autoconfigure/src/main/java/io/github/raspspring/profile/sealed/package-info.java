/**
 * Values that the server issues, such as prices and ids, and gets back unchanged or not
 * at all. Imports the engine. Start with
 * {@link io.github.raspspring.profile.sealed.SignedValues}.
 */
@NullMarked
package io.github.raspspring.profile.sealed;

import org.jspecify.annotations.NullMarked;
