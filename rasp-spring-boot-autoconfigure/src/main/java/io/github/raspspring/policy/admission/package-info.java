/**
 * Which clients reach a route. Imports the engine and policy. Start with
 * {@link io.github.raspspring.policy.admission.RouteClients}.
 */
@NullMarked
package io.github.raspspring.policy.admission;

import org.jspecify.annotations.NullMarked;
