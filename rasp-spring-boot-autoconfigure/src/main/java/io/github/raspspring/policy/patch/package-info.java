/**
 * Virtual patches: what one field of one route has to be like until the code is fixed.
 * Imports the engine, policy and policy.pattern. Start with
 * {@link io.github.raspspring.policy.patch.VirtualPatch}.
 */
@NullMarked
package io.github.raspspring.policy.patch;

import org.jspecify.annotations.NullMarked;
