/**
 * Wires who calls: trusted proxies, lists, scores and blocks. Imports autoconfigure,
 * autoconfigure.store, client and Spring Boot. Start with
 * {@link io.github.raspspring.autoconfigure.client.RaspClientAutoConfiguration}.
 */
@NullMarked
package io.github.raspspring.autoconfigure.client;

import org.jspecify.annotations.NullMarked;
