/**
 * Wires virtual patches, the clients of routes, and what helps to roll out. Imports
 * everything; no other room imports it. Start with
 * {@link io.github.raspspring.autoconfigure.policy.RaspPolicyAutoConfiguration}.
 */
@NullMarked
package io.github.raspspring.autoconfigure.policy;

import org.jspecify.annotations.NullMarked;
