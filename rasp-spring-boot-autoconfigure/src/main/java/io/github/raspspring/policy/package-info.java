/**
 * Which rules apply to which route. Imports the engine; matches paths with Spring's path
 * patterns, as the handler mappings do. Start with
 * {@link io.github.raspspring.policy.RoutePolicies}.
 */
@NullMarked
package io.github.raspspring.policy;

import org.jspecify.annotations.NullMarked;
