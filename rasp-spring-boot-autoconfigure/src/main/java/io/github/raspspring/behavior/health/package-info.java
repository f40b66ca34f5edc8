/**
 * How endpoints answer, compared with how they did before. Imports behavior and the
 * engine. Start with {@link io.github.raspspring.behavior.health.EndpointHealth}.
 */
@NullMarked
package io.github.raspspring.behavior.health;

import org.jspecify.annotations.NullMarked;
