/**
 * Wires where state is kept, in memory or in Redis. Imports autoconfigure, store,
 * ratelimit and Spring Boot. Start with
 * {@link io.github.raspspring.autoconfigure.store.RaspStoreAutoConfiguration}.
 */
@NullMarked
package io.github.raspspring.autoconfigure.store;

import org.jspecify.annotations.NullMarked;
